import { isIPv4, isIPv6 } from "node:net";
import type { ArgumentChecks } from "@hipaa-aws/foundation";
import { WafBotControlLevel, type WafArgs } from "./waf-args";
import { namesOf } from "./waf-checks";
import { countedRules, extraGroups, signIn } from "./waf-group-settings";
import { loginPaths, pathRateLimits, rateLimits } from "./waf-rate-settings";
import { setCount } from "./waf-address-sets";
import { wafRules } from "./waf-rules";
import type { AddressSet, WafSettings } from "./waf-rules";

/** What the basic price of a web ACL includes, and AWS WAF's own limit. */
const basicCapacity = 1500;
const mostCapacity = 5000;
/** Countries that one geographic match can name. */
const mostCountries = 50;
/** AWS WAF's limit of an IP set. */
const mostNetworks = 10_000;
const mostRedactedHeaders = 20;
const headerName = /^[a-z0-9-]{1,64}$/;

/**
 * Checks the arguments about AWS WAF and returns what the rules are made from. The rules fit the capacity budget.
 *
 * @param reserved units that something else adds to the web ACL
 */
export function wafSettings(checks: ArgumentChecks, args: WafArgs, reserved = 0): WafSettings & { capacity: number } {
  const limits = rateLimits(checks, args);
  const groups = extraGroups(checks, args.ruleGroups ?? []);
  if (args.botControlLevel !== undefined) {
    checks.oneOf("botControlLevel", args.botControlLevel, Object.values(WafBotControlLevel));
    if (!args.botControl) {
      checks.fail("botControlLevel", "is given, but botControl is off", "Set botControl to true, or leave it out");
    }
  }
  const settings: WafSettings = {
    ...limits,
    loginPaths: loginPaths(checks, args.loginPaths),
    pathRateLimits: pathRateLimits(checks, args.pathRateLimits ?? [], limits.rateLimit),
    allowedCountries: checkCountries(checks, args.allowedCountries),
    allowedNetworks: networks(checks, "allowedNetworks", args.allowedNetworks),
    blockedNetworks: networks(checks, "blockedNetworks", args.blockedNetworks),
    blockAnonymousNetworks: args.blockAnonymousNetworks ?? false,
    botControlLevel: args.botControl ? (args.botControlLevel ?? WafBotControlLevel.Common) : undefined,
    signIn: signIn(checks, args.signIn),
    extraGroups: groups,
    countedRules: countedRules(checks, args, groups),
    redactedHeaders: redactedHeaders(checks, args.redactedHeaders ?? []),
  };
  const capacity = reserved + capacityOf(settings);
  const budget = checks.integer(
    "webAclCapacityBudget",
    args.webAclCapacityBudget ?? basicCapacity,
    basicCapacity,
    mostCapacity,
  );
  if (capacity > budget) overBudget(checks, capacity, budget);
  return { ...settings, capacity };
}

/** Capacity units that the rules take together, counted as AWS WAF does. */
function capacityOf(settings: WafSettings): number {
  // The ARNs of address sets do not matter for the count.
  const unnamed = (networks: readonly string[]): AddressSet => ({ arns: Array<string>(setCount(networks)).fill("") });
  const sets = { allowed: unnamed(settings.allowedNetworks), blocked: unnamed(settings.blockedNetworks) };
  return wafRules("web-acl", settings, sets).reduce((sum, { capacity }) => sum + capacity, 0);
}

function overBudget(checks: ArgumentChecks, capacity: number, budget: number): never {
  return checks.fail(
    "loginPaths, pathRateLimits, ruleGroups and the like",
    `ask for so many rules that the web ACL takes ${capacity} capacity units of the ${budget} it may take`,
    "Give fewer paths (a path covers everything that begins with it) or groups, or raise webAclCapacityBudget, which costs more for each request",
  );
}

/** Countries by their ISO codes; none where nothing is given. */
export function checkCountries(checks: ArgumentChecks, given: string[] | undefined): readonly string[] {
  if (given === undefined) return [];
  namesOf(checks, "allowedCountries", given, /^[A-Z]{2}$/, "an ISO 3166 code of two capitals, for example US");
  if (given.length > mostCountries) {
    checks.fail("allowedCountries", `has more than ${mostCountries} elements`, "Leave allowedCountries out");
  }
  return given;
}

function networks(checks: ArgumentChecks, argument: string, given: string[] | undefined): readonly string[] {
  if (given === undefined) return [];
  checks.atLeast(argument, given, 1);
  checks.unique(argument, given);
  if (given.length > mostNetworks) {
    checks.fail(argument, `has ${given.length} elements, more than the ${mostNetworks} of an IP set`, "Join networks");
  }
  for (const network of given) {
    if (isNetwork(network)) continue;
    checks.fail(
      argument,
      `holds "${String(network)}", which is no CIDR block that AWS WAF takes`,
      "Give for example 203.0.113.0/24 or 2001:db8::/32; 0.0.0.0/0 and ::/0 mean nothing here",
    );
  }
  return given;
}

function isNetwork(network: string): boolean {
  const [address = "", length = "", ...rest] = network.split("/");
  if (rest.length > 0 || !/^[1-9][0-9]{0,2}$/.test(length)) return false;
  if (isIPv6(address)) return Number(length) <= 128;
  return isIPv4(address) && Number(length) <= 32;
}

function redactedHeaders(checks: ArgumentChecks, given: readonly string[]): readonly string[] {
  for (const header of given) {
    checks.matches("redactedHeaders", header, headerName, "the name of a header in lower case");
  }
  checks.unique("redactedHeaders", [...given, "authorization", "cookie"]);
  if (given.length > mostRedactedHeaders) {
    checks.fail("redactedHeaders", `has more than ${mostRedactedHeaders} elements`, "Name those that carry secrets");
  }
  return given;
}
