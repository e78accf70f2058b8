import type { input as inputs } from "@pulumi/aws/types";
import type * as pulumi from "@pulumi/pulumi";
import type { WafBotControlLevel, WafExtraRuleGroup, WafPathRateLimit, WafSignIn } from "./waf-args";
import {
  accountTakeoverGroup,
  anonymousAddresses,
  baseGroups,
  botControlGroup,
  extraGroupCapacity,
  type ManagedGroup,
} from "./waf-groups";
import { fromSets, pathCapacity, pathScope, type Statement } from "./waf-statements";

/** What the web ACL is made from. */
export interface WafSettings {
  /** Requests of one address in five minutes. */
  rateLimit: number;
  /** Requests of one address to the sign-in paths in five minutes. */
  loginRateLimit: number;
  loginPaths: readonly string[];
  pathRateLimits: readonly WafPathRateLimit[];
  /** ISO 3166 codes; empty for everywhere. */
  allowedCountries: readonly string[];
  /** CIDR blocks; empty for everywhere. */
  allowedNetworks: readonly string[];
  blockedNetworks: readonly string[];
  blockAnonymousNetworks: boolean;
  /** Absent where Bot Control is off. */
  botControlLevel: WafBotControlLevel | undefined;
  signIn: Required<WafSignIn> | undefined;
  extraGroups: readonly WafExtraRuleGroup[];
  countedRules: readonly { group: string; rule: string }[];
  /** Headers beside those that are always kept out of logs. */
  redactedHeaders: readonly string[];
  /** Capacity units that all rules take together. */
  capacity?: number;
}

/** A rule of the web ACL with the capacity units that it takes. */
export interface WafRule {
  rule: inputs.wafv2.WebAclRule;
  capacity: number;
}

/** The IP sets of a list of networks: one, or one for each address family. */
export interface AddressSet {
  arns: readonly pulumi.Input<string>[];
}

/** The IP sets that rules refer to. */
export interface AddressSets {
  allowed: AddressSet;
  blocked: AddressSet;
}

const rateCapacity = 2;
const geoCapacity = 1;
const addressCapacity = 1;

/** The rules in the order in which they are evaluated. */
export function wafRules(name: string, settings: WafSettings, sets: AddressSets): WafRule[] {
  const inOrder = [
    ...(settings.blockedNetworks.length ? [blockedRule(name, sets.blocked)] : []),
    ...(settings.allowedNetworks.length ? [allowedRule(name, sets.allowed)] : []),
    ...(settings.allowedCountries.length ? [countryRule(name, settings.allowedCountries)] : []),
    rateRule(name, "rate-limit", settings.rateLimit, []),
    rateRule(name, "login-rate-limit", settings.loginRateLimit, settings.loginPaths),
    ...settings.pathRateLimits.map((one) => rateRule(name, one.name, one.requestsPerFiveMinutes, one.paths)),
    ...baseGroups.map((group) => managedRule(name, group, settings, countsOnly(group, settings))),
    ...(settings.botControlLevel ? [managedRule(name, botControlGroup, settings)] : []),
    ...(settings.signIn ? [managedRule(name, accountTakeoverGroup, settings)] : []),
    ...settings.extraGroups.map(({ group, countOnly }) =>
      managedRule(name, { name: group, capacity: extraGroupCapacity[group] }, settings, countOnly),
    ),
  ];
  return inOrder.map(({ rule, capacity }, priority) => ({ rule: { ...rule, priority }, capacity }));
}

/** Metrics on; no samples, because a sampled request is a stored request. */
export function visibility(metricName: string) {
  return { cloudwatchMetricsEnabled: true, sampledRequestsEnabled: false, metricName };
}

function countsOnly(group: ManagedGroup, settings: WafSettings): boolean {
  return group.name === anonymousAddresses && !settings.blockAnonymousNetworks;
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

function blockedRule(name: string, set: AddressSet): WafRule {
  const capacity = addressCapacity * set.arns.length;
  return { capacity, rule: blockRule(name, "blocked-networks", fromSets(set.arns), 403) };
}

function allowedRule(name: string, set: AddressSet): WafRule {
  const statement = { notStatement: { statement: fromSets(set.arns) } };
  const capacity = addressCapacity * set.arns.length;
  return { capacity, rule: blockRule(name, "allowed-networks", statement, 403) };
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

function managedRule(name: string, group: ManagedGroup, settings: WafSettings, countOnly = false): WafRule {
  return {
    capacity: group.capacity,
    rule: {
      name: group.name,
      priority: 0,
      overrideAction: countOnly ? { count: {} } : { none: {} },
      statement: {
        managedRuleGroupStatement: { vendorName: "AWS", name: group.name, ...groupOptions(group, settings) },
      },
      visibilityConfig: visibility(`${name}-${group.name}`),
    },
  };
}

function groupOptions(group: ManagedGroup, settings: WafSettings) {
  const counted = settings.countedRules.filter((one) => one.group === group.name);
  return {
    ...(counted.length
      ? { ruleActionOverrides: counted.map(({ rule }) => ({ name: rule, actionToUse: { count: {} } })) }
      : {}),
    ...groupConfigs(group, settings),
  };
}

function groupConfigs(group: ManagedGroup, { botControlLevel, signIn }: WafSettings) {
  if (group === botControlGroup && botControlLevel) {
    return { managedRuleGroupConfigs: [{ awsManagedRulesBotControlRuleSet: { inspectionLevel: botControlLevel } }] };
  }
  if (group !== accountTakeoverGroup || !signIn) return {};
  const requestInspection = {
    payloadType: signIn.payload,
    usernameField: { identifier: signIn.usernameField },
    passwordField: { identifier: signIn.passwordField },
  };
  return { managedRuleGroupConfigs: [{ awsManagedRulesAtpRuleSet: { loginPath: signIn.path, requestInspection } }] };
}
