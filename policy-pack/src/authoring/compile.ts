import { exemptedText, exemptionRule } from "@hipaa-aws/controls";
import type {
  Policy,
  ResourceValidation,
  ResourceValidationPolicy,
  StackValidation,
  StackValidationPolicy,
} from "@pulumi/policy";
import { StackGraph } from "../graph/stack-graph";
import { answer, type CompileContext } from "./answer";
import { ExemptedFindings } from "./exemptions";
import type { Findings } from "./findings";
import { policyMetadata } from "./policy-metadata";
import { NotApplicable, ResourceCheck } from "./resource-check";
import type { ResourceRule, Rule, StackRule } from "./rule";
import { StackCheck } from "./stack-check";

export type { CompileContext };

/** Turns declared rules into policies of the SDK, with the rule that reports what was exempted at the end. */
export function compileRules(rules: readonly Rule[], today = (): Date => new Date()): Policy[] {
  const context: CompileContext = { exempted: new ExemptedFindings(), today };
  return [...rules.map((rule) => compileRule(rule, context)), exemptedFindingsPolicy(context)];
}

/** Turns one declared rule into a policy of the SDK. Nothing that the rule does can throw into the engine. */
export function compileRule(rule: Rule, context: CompileContext): Policy {
  return rule.kind === "resource" ? resourcePolicy(rule, context) : stackPolicy(rule, context);
}

function resourcePolicy(rule: ResourceRule, context: CompileContext): ResourceValidationPolicy {
  const everyType = rule.types.includes("*");
  const types = new Set(rule.types);
  const validate: ResourceValidation = (args, report) => {
    if (!everyType && !types.has(args.type)) return decline(args);
    const settings = settingsOf(rule, args.getConfig<Record<string, unknown>>());
    const resource = new ResourceCheck(args, settings);
    const skipped = run(rule, resource.findings, args.urn, () => rule.check(resource));
    answer(rule, resource.findings, settings, context, report, undefined);
    if (skipped !== undefined && resource.findings.faults.length === 0) decline(args, skipped);
  };
  return { ...policyMetadata(rule), validateResource: typed(validate, rule) };
}

function stackPolicy(rule: StackRule, context: CompileContext): StackValidationPolicy {
  const everyType = rule.types.includes("*");
  const types = new Set(rule.types);
  const validate: StackValidation = (args, report) => {
    if (!everyType && !args.resources.some((resource) => types.has(resource.type))) {
      return decline(args);
    }
    const settings = settingsOf(rule, args.getConfig<Record<string, unknown>>());
    const check = new StackCheck(settings);
    const first = args.resources[0]?.urn ?? "";
    run(rule, check.findings, first, () => rule.check(check, StackGraph.of(args.resources)));
    answer(rule, check.findings, settings, context, report, "by URN");
  };
  return { ...policyMetadata(rule), validateStack: typed(validate, rule) };
}

/**
 * Says that there is nothing to judge, by the SDK's error, whose stack trace nobody reads and which costs time. A
 * resource of another type needs no reason: it would be sent a hundred thousand times for a large stack.
 */
function decline(args: { notApplicable(reason?: string): never }, reason?: string): never {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    return args.notApplicable(reason);
  } finally {
    Error.stackTraceLimit = limit;
  }
}

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

/** Lets the SDK skip a rule of one type before it deserialises the inputs. */
function typed<F extends ResourceValidation | StackValidation>(validate: F, rule: Rule): F {
  const only = rule.types.length === 1 && rule.types[0] !== "*" ? rule.types[0] : undefined;
  return only ? Object.assign(validate, { __pulumiType: only }) : validate;
}

function settingsOf(rule: Rule, given: Record<string, unknown> | undefined): Record<string, unknown> {
  const defaults = Object.entries(rule.config ?? {}).map(([name, property]) => [name, property.default] as const);
  return { ...Object.fromEntries(defaults), ...given };
}

function exemptedFindingsPolicy(context: CompileContext): StackValidationPolicy {
  return {
    name: exemptionRule,
    description: "Violations that the configuration exempts, each with its reason, owner, ticket and end.",
    enforcementLevel: "advisory",
    severity: "low",
    validateStack: (_args, report) => {
      for (const { rule, urn, terms } of context.exempted.take()) report(exemptedText(rule, terms), urn);
    },
  };
}
