import type { ArgumentChecks } from "@hipaa-aws/foundation";
import type { PublicEdgeArgs } from "./public-edge-args";
import { wafRules, type WafRule, type WafSettings } from "./waf-rules";

/** What the basic price of a web ACL includes. */
const capacityBudget = 1500;
const defaultRateLimit = 2000;
const defaultLoginRateLimit = 100;
const defaultLoginPaths: readonly string[] = ["/login", "/oauth"];
/** AWS WAF's own limits of a rate-based rule. */
const lowestRateLimit = 10;
const highestRateLimit = 2_000_000_000;
/** Countries that one geographic match can name. */
const mostCountries = 50;

/** Checks the arguments about AWS WAF and returns the rules, which fit the capacity budget. */
export function edgeWafRules(checks: ArgumentChecks, name: string, args: PublicEdgeArgs): WafRule[] {
  const rules = wafRules(name, wafSettings(checks, args));
  const capacity = rules.reduce((sum, rule) => sum + rule.capacity, 0);
  if (capacity > capacityBudget) {
    checks.fail(
      "loginPaths",
      `has so many elements that the web ACL takes ${capacity} capacity units of the ${capacityBudget} it may take`,
      "Give fewer paths: a path covers everything that begins with it",
    );
  }
  return rules;
}

function wafSettings(checks: ArgumentChecks, args: PublicEdgeArgs): WafSettings {
  const limit = (argument: string, value: number) => checks.integer(argument, value, lowestRateLimit, highestRateLimit);
  const rateLimit = limit("requestsPerFiveMinutes", args.requestsPerFiveMinutes ?? defaultRateLimit);
  const loginRateLimit = limit(
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
  return {
    rateLimit,
    loginRateLimit,
    loginPaths: loginPaths(checks, args.loginPaths),
    allowedCountries: countries(checks, args.allowedCountries),
    botControl: args.botControl ?? false,
    largeRequestBodies: args.largeRequestBodies ?? false,
  };
}

function loginPaths(checks: ArgumentChecks, given: string[] | undefined): readonly string[] {
  if (given === undefined) return defaultLoginPaths;
  checks.atLeast("loginPaths", given, 1);
  checks.unique("loginPaths", given);
  for (const path of given) {
    checks.matches("loginPaths", path, /^\/[a-z0-9._~/-]*$/, "a path in lower case that begins with a slash");
  }
  return given;
}

function countries(checks: ArgumentChecks, given: string[] | undefined): readonly string[] {
  if (given === undefined) return [];
  checks.atLeast("allowedCountries", given, 1);
  checks.unique("allowedCountries", given);
  for (const code of given) {
    checks.matches("allowedCountries", code, /^[A-Z]{2}$/, "an ISO 3166 code of two capitals, for example US");
  }
  if (given.length > mostCountries) {
    checks.fail("allowedCountries", `has more than ${mostCountries} elements`, "Leave allowedCountries out");
  }
  return given;
}
