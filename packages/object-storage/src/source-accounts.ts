import type { ArgumentChecks } from "@hipaa-aws/foundation";
import type * as pulumi from "@pulumi/pulumi";

/** A bucket policy has no room for more. */
const mostSourceAccounts = 100;

/** Checks a list of account ids, as far as they are known. */
export function checkedSourceAccounts(
  checks: ArgumentChecks,
  sourceAccountIds: pulumi.Input<string>[],
): pulumi.Input<string>[] {
  const count = checks.atLeast("sourceAccountIds", sourceAccountIds, 1).length;
  if (count > mostSourceAccounts) {
    checks.fail(
      "sourceAccountIds",
      `has ${count} elements, which a bucket policy has no room for`,
      `Give ${mostSourceAccounts} at most to one bucket`,
    );
  }
  const known = sourceAccountIds.filter((id): id is string => typeof id === "string");
  checks.unique("sourceAccountIds", known);
  for (const id of known) checks.matches("sourceAccountIds", id, /^\d{12}$/, "an account id of 12 digits");
  return sourceAccountIds;
}
