import type {
  Policy,
  ResourceRemediation,
  ResourceValidation,
  ResourceValidationArgs,
  ResourceValidationPolicy,
  StackValidation,
  StackValidationPolicy,
} from "@pulumi/policy";
import { StackGraph } from "../graph/stack-graph";
import { once } from "../knowledge/once";
import { answer } from "./answer";
import { withTypes } from "./by-type";
import { CompileContext } from "./compile-context";
import { decline } from "./decline";
import type { Findings } from "./findings";
import { reportPolicies, settingsPolicy } from "./pack-policies";
import { policyMetadata } from "./policy-metadata";
import { remediableTypes, remediated } from "./remediation";
import { NotApplicable, ResourceCheck } from "./resource-check";
import type { ResourceRule, Rule, StackRule } from "./rule";
import { withSilence, type IsSilent } from "./silence";
import { StackCheck } from "./stack-check";
import { allResources } from "./stack-resources";
import { Truth } from "./truth";

export { CompileContext };

/**
 * Turns declared rules into policies of the SDK, between the one that reads the pack-wide settings and those that report
 * what was noted of the run. The SDK asks them in this order.
 */
export function compileRules(rules: readonly Rule[], context = new CompileContext()): Policy[] {
  return [
    settingsPolicy(context),
    ...rules.map((rule) => compileRule(rule, context)),
    ...reportPolicies(rules, context),
  ];
}

/** Turns one declared rule into a policy of the SDK. Nothing that the rule does can throw into the engine. */
export function compileRule(rule: Rule, context: CompileContext): Policy {
  return rule.kind === "resource" ? resourcePolicy(rule, context) : stackPolicy(rule, context);
}

function resourcePolicy(rule: ResourceRule, context: CompileContext): ResourceValidationPolicy {
  const everyType = rule.types.includes("*");
  const types = new Set(rule.types);
  const settingsFrom = settingsOf(rule);
  const judge = (args: ResourceValidationArgs, settings: Settings) => {
    const resource = new ResourceCheck(args, settings, context.phiScope);
    const skipped = run(rule, resource.findings, args.urn, () => rule.check(resource));
    return { resource, skipped };
  };
  const validate: ResourceValidation = (args, report) => {
    if (!everyType && !types.has(args.type)) return decline(args);
    const settings = settingsFrom(args.getConfig<Settings>());
    const { resource, skipped } = judge(args, settings);
    const { findings } = resource;
    const mayHoldPhi = (): Truth => resource.mayHoldPhi();
    const isHidden = answer({ rule, findings, settings, context, mayHoldPhi }, report, undefined);
    if (isHidden) decline(args, hiddenReason);
    if (skipped !== undefined && findings.faults.length === 0) decline(args, skipped);
  };
  const knownSettings = once(settingsFrom);
  const isSilent: IsSilent = (args) => {
    const configured = context.configured?.get(rule.id);
    // What the SDK will hand the rule cannot be seen.
    if (!configured) return false;
    const { resource, skipped } = judge(args, knownSettings(configured.properties));
    return skipped === undefined && resource.findings.areNone;
  };
  return {
    ...policyMetadata(rule),
    validateResource: withSilence(withTypes(validate, rule.types), isSilent),
    ...remediation(rule, context),
  };
}

/** The SDK runs it at the level `remediate` alone, before any rule judges. */
function remediation(rule: ResourceRule, context: CompileContext): Pick<ResourceValidationPolicy, "remediateResource"> {
  const types = remediableTypes(rule);
  if (types.size === 0) return {};
  const settingsFrom = settingsOf(rule);
  const remediate: ResourceRemediation = (args) => {
    if (!types.has(args.type)) return decline(args);
    return remediated(rule, args, settingsFrom(args.getConfig<Settings>()), context);
  };
  // The SDK skips a remediation of one type by itself.
  return {
    remediateResource: types.size === 1 ? Object.assign(remediate, { __pulumiType: [...types][0] }) : remediate,
  };
}

function stackPolicy(rule: StackRule, context: CompileContext): StackValidationPolicy {
  const everyType = rule.types.includes("*");
  const types = new Set(rule.types);
  const settingsFrom = settingsOf(rule);
  const validate: StackValidation = (args, report) => {
    const resources = allResources(args.resources);
    if (!everyType && !resources.some((resource) => types.has(resource.type))) {
      return decline(args);
    }
    const settings = settingsFrom(args.getConfig<Settings>());
    const check = new StackCheck(settings, context.today());
    const first = resources[0]?.urn ?? "";
    const { findings } = check;
    const graph = StackGraph.of(resources, context.phiScope, context.run.givenTo);
    run(rule, findings, first, () => rule.check(check, graph));
    const mayHoldPhi = (urn: string): Truth => graph.find(urn)?.mayHoldPhi() ?? Truth.yes;
    if (answer({ rule, findings, settings, context, mayHoldPhi }, report, "by URN")) decline(args, hiddenReason);
  };
  return { ...policyMetadata(rule), validateStack: withTypes(validate, rule.types) };
}

/** What is known to the baseline is not reported, and is no pass either. */
const hiddenReason = "all that it finds is known to the baseline";

/**
 * Runs a check. Returns the reason when it had nothing to judge. A defect of the rule is a finding of its own at the
 * rule's level: a rule that cannot judge must not look like one that is content. Neither the error's text nor its
 * values are shown, since both may hold secrets.
 */
function run(rule: Rule, findings: Findings, urn: string, check: () => void): string | undefined {
  try {
    check();
    return undefined;
  } catch (error) {
    if (error instanceof NotApplicable) return error.message;
    const kind = error instanceof Error ? error.name : typeof error;
    findings.fault(urn, `the rule ${rule.id} failed inside (${kind}) and could not judge; please report this defect`);
    return undefined;
  }
}

type Settings = Record<string, unknown>;

/** A rule's settings out of what it is given: the defaults of those that are not. */
function settingsOf({ config = {} }: Rule): (given: Readonly<Settings>) => Settings {
  const defaults = Object.fromEntries(Object.entries(config).map(([name, property]) => [name, property.default]));
  return (given) => ({ ...defaults, ...given });
}
