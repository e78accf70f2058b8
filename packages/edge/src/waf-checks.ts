import type { ArgumentChecks } from "@hipaa-aws/foundation";

/** A path as AWS WAF compares it after its transformations. */
export const lowerCasePath = /^\/[a-z0-9._~/-]{0,199}$/;
export const lowerCasePathForm = "a path in lower case that begins with a slash";

/** Names of one form, at least one, each once. */
export function namesOf(
  checks: ArgumentChecks,
  argument: string,
  given: readonly string[],
  pattern: RegExp,
  form: string,
): void {
  checks.atLeast(argument, given, 1);
  checks.unique(argument, given);
  for (const name of given) checks.matches(argument, name, pattern, form);
}
