import { stackRule, type Rule } from "../authoring/rule";
import { Truth } from "../authoring/truth";
import type { Value } from "../authoring/value";
import { allowsAction } from "../knowledge/permissions";
import { readStatements } from "../knowledge/policy-statements";
import { policiesOfRolesOf, reachesBucketOutOfScope, reachesUnnamedBuckets } from "../knowledge/service-roles";

const importing = ["s3:GetObject", "s3:PutObject"];
const keyUses = ["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*", "kms:CreateGrant"];

const importRoleScoped = stackRule("snow-import-role-scoped", {
  check: (stack, graph) => {
    for (const { at, policy, isOfRole } of policiesOfRolesOf(graph, "importexport.amazonaws.com")) {
      for (const [broken, fault] of [
        [reachesUnnamedBuckets(policy, importing), "the import role reaches buckets that the policy does not name"],
        [
          reachesBucketOutOfScope(graph, policy, importing),
          "the import role reaches a bucket that is tagged as holding no PHI",
        ],
        [usesSeveralKeys(policy), "the import role may use more than one key"],
      ] as const) {
        stack.expect(at, isOfRole.and(broken).not(), fault);
      }
    }
  },
});

/** Whether a policy allows the use of more than one key. The use of all keys is reported by the rule on IAM policies. */
function usesSeveralKeys(policy: Value): Truth {
  const { known, open } = readStatements(policy);
  const keys = new Set(
    known.filter((one) => one.effect === "Allow" && allowsAction(one, keyUses)).flatMap(({ resources }) => resources),
  );
  if (keys.size > 1) return Truth.yes;
  return open.length > 0 ? Truth.unknown(...open) : Truth.no;
}

/** Rules on the AWS Snow Family. */
export const snowRules: readonly Rule[] = [importRoleScoped];
