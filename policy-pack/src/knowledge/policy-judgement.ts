import { Truth } from "../authoring/truth";
import type { Value } from "../authoring/value";
import type { PolicyStatement } from "./access/policy-reading";
import { letsOutsidersIn, refuses } from "./access/questions";
import { anyTarget, type Target } from "./access/target";
import { parsePolicy, type Statement } from "./policy-document";

/**
 * Whether some statement of a policy property meets a condition. Absent: no. Unknown: unknown. Text that is no policy
 * is unknown too, for AWS itself will refuse it and nothing can be said of it.
 */
export function someStatement(policy: Value, condition: (statement: Statement) => boolean): Truth {
  const parsed = parsePolicy(policy);
  switch (parsed.state) {
    case "absent":
      return Truth.no;
    case "unknown":
      return Truth.unknown(parsed.path);
    case "invalid":
      return Truth.unknown(policy.path);
    case "parsed":
      return Truth.of(parsed.statements.some(condition));
  }
}

/**
 * Whether a policy property lets everyone in: an Allow that somebody outside of the account and the organization can
 * meet and that no Deny takes back.
 *
 * @param isExcused Allows that are open by intent
 */
export function allowsEveryone(policy: Value, isExcused?: (statement: PolicyStatement) => boolean): Truth {
  return letsOutsidersIn(policy, isExcused);
}

/** What a request over plain HTTP carries, and what it does not: it has no version of TLS. */
const plainHttp = new Map<string, readonly string[] | undefined>([
  ["aws:securetransport", ["false"]],
  ["s3:tlsversion", undefined],
]);

/**
 * Whether a policy property refuses requests without TLS, whoever makes them and whatever else they carry.
 *
 * @param actions patterns of actions that have to be refused: `sqs:*`
 * @param targets what they are about, where the policy's resources matter
 */
export function refusesPlainHttp(
  policy: Value,
  actions: readonly string[],
  targets: readonly Target[] = [anyTarget],
): Truth {
  return refuses(policy, { actions, targets, context: plainHttp });
}
