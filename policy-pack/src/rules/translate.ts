import { stackRule, type Rule } from "../authoring/rule";
import { policiesOfRolesOf, reachesBucketOutOfScope, reachesUnnamedBuckets } from "../knowledge/service-roles";

const reading = ["s3:GetObject", "s3:PutObject"];

const access = stackRule("translate-access", {
  check: (stack, graph) => {
    for (const { at, policy, isOfRole } of policiesOfRolesOf(graph, "translate.amazonaws.com")) {
      stack.expect(
        at,
        isOfRole.and(reachesUnnamedBuckets(policy, reading)).not(),
        "the batch role reads or writes buckets that the policy does not name",
      );
      stack.expect(
        at,
        isOfRole.and(reachesBucketOutOfScope(graph, policy, reading)).not(),
        "the batch role reads or writes a bucket that is tagged as holding no PHI",
      );
    }
  },
});

/** Rules on Amazon Translate. */
export const translateRules: readonly Rule[] = [access];
