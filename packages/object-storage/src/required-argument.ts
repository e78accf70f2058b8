import type { ArgumentChecks } from "@hipaa-aws/foundation";

/** Plain JavaScript and packaged callers have no type check that stands in the way of leaving an argument out. */
export function requireArgument(checks: ArgumentChecks, argument: string, value: unknown, mend: string): void {
  if (value === undefined || value === null) checks.fail(argument, "is missing", mend);
}
