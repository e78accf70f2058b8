import { Truth } from "../authoring/truth";
import type { Value } from "../authoring/value";
import { parsePolicy, type Statement } from "./policy-document";
import { isPublicAllow } from "./policy-reach";

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

/** Whether a policy property lets everyone in. */
export function allowsEveryone(policy: Value): Truth {
  return someStatement(policy, isPublicAllow);
}
