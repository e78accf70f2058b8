import type { input as inputs } from "@pulumi/aws/types";

/** What the web ACL is made from. */
export interface WafSettings {
  /** Requests of one address in five minutes. */
  rateLimit: number;
  /** Requests of one address to the sign-in paths in five minutes. */
  loginRateLimit: number;
  loginPaths: readonly string[];
  /** ISO 3166 codes; empty for everywhere. */
  allowedCountries: readonly string[];
  botControl: boolean;
  largeRequestBodies: boolean;
}

/** A rule of the web ACL with the capacity units that it takes. */
export interface WafRule {
  rule: inputs.wafv2.WebAclRule;
  capacity: number;
}

type Statement = inputs.wafv2.WebAclRuleStatement;
type ScopeDown = inputs.wafv2.WebAclRuleStatementRateBasedStatementScopeDownStatement;

interface ManagedGroup {
  name: string;
  capacity: number;
  /** Counted instead of enforced. */
  countOnly?: boolean;
}

/**
 * AWS managed rule groups and their capacity units, as of November 2026. Anonymous addresses are only counted, since
 * patients use VPNs. Source: AWS WAF Developer Guide, "AWS Managed Rules rule groups list".
 */
const managedGroups: readonly ManagedGroup[] = [
  { name: "AWSManagedRulesAmazonIpReputationList", capacity: 25 },
  { name: "AWSManagedRulesAnonymousIpList", capacity: 50, countOnly: true },
  { name: "AWSManagedRulesCommonRuleSet", capacity: 700 },
  { name: "AWSManagedRulesKnownBadInputsRuleSet", capacity: 200 },
  { name: "AWSManagedRulesSQLiRuleSet", capacity: 200 },
  { name: "AWSManagedRulesLinuxRuleSet", capacity: 200 },
];
const botControlGroup: ManagedGroup = { name: "AWSManagedRulesBotControlRuleSet", capacity: 50 };

const rateCapacity = 2;
const geoCapacity = 1;
/** Without them `/%4cogin` and `/x/../login` would pass for other paths. */
const pathTransformations = ["URL_DECODE", "NORMALIZE_PATH", "LOWERCASE"];
const pathCapacity = 2 + 10 * pathTransformations.length;

/** The rules in the order in which they are evaluated. */
export function wafRules(name: string, settings: WafSettings): WafRule[] {
  const groups = settings.botControl ? [...managedGroups, botControlGroup] : managedGroups;
  const inOrder = [
    ...(settings.allowedCountries.length ? [countryRule(name, settings.allowedCountries)] : []),
    rateRule(name, "rate-limit", settings.rateLimit, []),
    rateRule(name, "login-rate-limit", settings.loginRateLimit, settings.loginPaths),
    ...groups.map((group) => managedRule(name, group, settings)),
  ];
  return inOrder.map(({ rule, capacity }, priority) => ({ rule: { ...rule, priority }, capacity }));
}

/** Metrics on; no samples, because a sampled request is a stored request. */
export function visibility(metricName: string) {
  return { cloudwatchMetricsEnabled: true, sampledRequestsEnabled: false, metricName };
}

function blockRule(name: string, suffix: string, statement: Statement, responseCode: number): WafRule["rule"] {
  return {
    name: suffix,
    priority: 0,
    action: { block: { customResponse: { responseCode } } },
    statement,
    visibilityConfig: visibility(`${name}-${suffix}`),
  };
}

function countryRule(name: string, countries: readonly string[]): WafRule {
  const statement = { notStatement: { statement: { geoMatchStatement: { countryCodes: [...countries] } } } };
  return { capacity: geoCapacity, rule: blockRule(name, "countries", statement, 403) };
}

function rateRule(name: string, suffix: string, limit: number, paths: readonly string[]): WafRule {
  const scope = paths.length ? { scopeDownStatement: pathScope(paths) } : {};
  const statement = {
    rateBasedStatement: { limit, aggregateKeyType: "IP", evaluationWindowSec: 300, ...scope },
  };
  return {
    capacity: rateCapacity + pathCapacity * paths.length,
    rule: blockRule(name, suffix, statement, 429),
  };
}

function pathScope(paths: readonly string[]): ScopeDown {
  const statements = paths.map((path) => ({
    byteMatchStatement: {
      fieldToMatch: { uriPath: {} },
      positionalConstraint: "STARTS_WITH",
      searchString: path,
      textTransformations: pathTransformations.map((type, priority) => ({ type, priority })),
    },
  }));
  const only = statements[0];
  return statements.length === 1 && only ? only : { orStatement: { statements } };
}

function managedRule(name: string, group: ManagedGroup, settings: WafSettings): WafRule {
  return {
    capacity: group.capacity,
    rule: {
      name: group.name,
      priority: 0,
      overrideAction: group.countOnly ? { count: {} } : { none: {} },
      statement: {
        managedRuleGroupStatement: { vendorName: "AWS", name: group.name, ...groupOptions(group, settings) },
      },
      visibilityConfig: visibility(`${name}-${group.name}`),
    },
  };
}

function groupOptions(group: ManagedGroup, settings: WafSettings) {
  if (group === botControlGroup) {
    return { managedRuleGroupConfigs: [{ awsManagedRulesBotControlRuleSet: { inspectionLevel: "COMMON" } }] };
  }
  if (group.name === "AWSManagedRulesCommonRuleSet" && settings.largeRequestBodies) {
    return { ruleActionOverrides: [{ name: "SizeRestrictions_BODY", actionToUse: { count: {} } }] };
  }
  return {};
}
