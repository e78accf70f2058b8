import { stackRule, type Rule } from "../authoring/rule";
import type { GraphResource } from "../graph/stack-graph";
import type { Value } from "../authoring/value";
import { allowsAction } from "../knowledge/permissions";
import { anyStatement } from "../knowledge/policy-statements";
import { reachesBucketOutOfScope, role, rolePolicy } from "../knowledge/service-roles";

const outputEncrypted = stackRule("polly-output-encrypted", {
  // Policies stand inline in roles as well.
  types: [rolePolicy, role],
  check: (stack, graph) => {
    const inline = graph.ofType(role).flatMap((at) =>
      at
        .get("inlinePolicies")
        .items()
        .map((one): [GraphResource, Value] => [at, one.get("policy")]),
    );
    const standalone = graph.ofType(rolePolicy).map((at): [GraphResource, Value] => [at, at.get("policy")]);
    for (const [at, policy] of [...inline, ...standalone]) {
      const speaks = anyStatement(policy, (statement) => allowsAction(statement, ["polly:StartSpeechSynthesisTask"]));
      stack.expect(
        at,
        speaks.and(reachesBucketOutOfScope(graph, policy, ["s3:PutObject"])).not(),
        "speech may be written to a bucket that is tagged as holding no PHI",
      );
    }
  },
});

/** Rules on Amazon Polly. */
export const pollyRules: readonly Rule[] = [outputEncrypted];
