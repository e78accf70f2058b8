import type { ArgumentChecks } from "@hipaa-aws/foundation";
import type { WafArgs, WafPathRateLimit } from "./waf-args";
import { lowerCasePath, lowerCasePathForm, namesOf } from "./waf-checks";

const defaultRateLimit = 2000;
const defaultLoginRateLimit = 100;
const defaultLoginPaths: readonly string[] = ["/login", "/oauth"];
/** AWS WAF's own limits of a rate-based rule, and of their number in one web ACL: ten, of which two are there. */
const lowestRateLimit = 10;
const highestRateLimit = 2_000_000_000;
const mostPathRateLimits = 8;
const ruleNames = /^[a-z][a-z0-9-]{0,39}$/;
const ownNames = ["rate-limit", "login-rate-limit", "countries", "allowed-networks", "blocked-networks"];

/** The general limit and that of sign-in. */
export function rateLimits(checks: ArgumentChecks, args: WafArgs): { rateLimit: number; loginRateLimit: number } {
  const rateLimit = limit(checks, "requestsPerFiveMinutes", args.requestsPerFiveMinutes ?? defaultRateLimit);
  const loginRateLimit = limit(
    checks,
    "loginRequestsPerFiveMinutes",
    args.loginRequestsPerFiveMinutes ?? Math.min(defaultLoginRateLimit, rateLimit),
  );
  if (loginRateLimit > rateLimit) {
    checks.fail(
      "loginRequestsPerFiveMinutes and requestsPerFiveMinutes",
      `contradict each other: the limit of ${loginRateLimit} for sign-in would never be reached`,
      "Make loginRequestsPerFiveMinutes the smaller one",
    );
  }
  return { rateLimit, loginRateLimit };
}

/** Paths of sign-in. */
export function loginPaths(checks: ArgumentChecks, given: string[] | undefined): readonly string[] {
  if (given === undefined) return defaultLoginPaths;
  namesOf(checks, "loginPaths", given, lowerCasePath, lowerCasePathForm);
  return given;
}

/** Limits of further paths, none above the general one. */
export function pathRateLimits(
  checks: ArgumentChecks,
  given: readonly WafPathRateLimit[],
  rateLimit: number,
): readonly WafPathRateLimit[] {
  if (given.length > mostPathRateLimits) {
    checks.fail(
      "pathRateLimits",
      `has ${given.length} elements; a web ACL takes ten rate rules, two of which are there already`,
      `Give at most ${mostPathRateLimits}`,
    );
  }
  for (const one of given) {
    checks.matches("pathRateLimits.name", one.name, ruleNames, "a name in lower case with at most 40 characters");
    namesOf(checks, "pathRateLimits.paths", one.paths, lowerCasePath, lowerCasePathForm);
    limit(checks, "pathRateLimits.requestsPerFiveMinutes", one.requestsPerFiveMinutes);
    if (one.requestsPerFiveMinutes > rateLimit) {
      checks.fail(
        "pathRateLimits.requestsPerFiveMinutes and requestsPerFiveMinutes",
        `contradict each other: the limit of "${one.name}" would never be reached`,
        "Make the one of the paths the smaller one",
      );
    }
  }
  checks.unique("pathRateLimits.name", [...ownNames, ...given.map(({ name }) => name)]);
  return given;
}

function limit(checks: ArgumentChecks, argument: string, value: number): number {
  return checks.integer(argument, value, lowestRateLimit, highestRateLimit);
}
