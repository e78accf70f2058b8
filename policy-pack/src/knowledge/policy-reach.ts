import { isWorldOpenCidr } from "./cidr";
import type { Statement } from "./policy-document";

/** Operators under which a condition narrows who is allowed. IfExists, ForAllValues and negated forms hold for anyone. */
const narrowingOperators = new Set(["stringequals", "stringlike", "arnequals", "arnlike", "ipaddress"]);

/** Condition keys that fix the account, the organization or the network a request comes from. */
const narrowingKeys = new Set([
  "aws:principalorgid",
  "aws:principalorgpaths",
  "aws:principalaccount",
  "aws:principalarn",
  "aws:sourceaccount",
  "aws:sourceowner",
  "aws:sourcearn",
  "aws:sourceorgid",
  "aws:sourceorgpaths",
  "aws:sourcevpc",
  "aws:sourcevpce",
  "aws:vpceaccount",
  "kms:calleraccount",
  "s3:dataaccesspointaccount",
  "aws:sourceip",
]);

/** Whether a condition fixes the account, the organization or the network that requests come from. */
export function isNarrowed(statement: Statement): boolean {
  for (const [operator, keys] of statement.conditions) {
    // ForAnyValue:StringLike and its like demand a value that matches, so they narrow too.
    const bare = operator.replace(/^foranyvalue:/, "");
    if (!narrowingOperators.has(bare)) continue;
    for (const [key, values] of keys) if (narrowingKeys.has(key) && fixesSender(key, values)) return true;
  }
  return false;
}

function fixesSender(key: string, values: readonly string[]): boolean {
  if (values.length === 0) return false;
  if (key === "aws:sourceip")
    return values.every((value) => !isWorldOpenCidr(value.includes("/") ? value : `${value}/32`));
  return values.every((value) => !isAnySender(key, value));
}

// "*" matches anyone; so does an ARN whose account is a wildcard.
function isAnySender(key: string, value: string): boolean {
  if (/^\**$/.test(value)) return true;
  if (!key.endsWith("arn")) return false;
  const [, , , , account, resource] = value.split(":");
  // S3 bucket ARNs hold no account: a name without wildcards is what fixes them.
  return account === undefined || account.includes("*") || (account === "" && (resource ?? "").startsWith("*"));
}
