import {
  citationOf,
  exemptedText,
  exemptionRule,
  undecidedText,
  violationText,
  type Tier,
  type UndecidedPlace,
} from "@hipaa-aws/controls";
import type {
  EnforcementLevel,
  Policy,
  PolicyConfigSchema,
  ReportViolation,
  ResourceValidation,
  ResourceValidationPolicy,
  StackValidation,
  StackValidationPolicy,
} from "@pulumi/policy";
import { StackGraph } from "../graph/stack-graph";
import { ExemptedFindings, exemptionsSchema, findExemption } from "./exemptions";
import type { Findings } from "./findings";
import { UnknownValueError } from "./sdk-unknowns";
import { NotApplicable, ResourceCheck } from "./resource-check";
import type { ResourceRule, Rule, StackRule } from "./rule";
import { StackCheck } from "./stack-check";

const levels: Readonly<Record<Tier, EnforcementLevel>> = {
  core: "mandatory",
  extended: "advisory",
  optional: "disabled",
};

/** What compiled rules share. */
export interface CompileContext {
  readonly exempted: ExemptedFindings;
  /** The day on which the rules run; exemptions are held against it. */
  readonly today: () => Date;
}

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
  return { ...metadata(rule), validateResource: typed(validate, rule) };
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
  return { ...metadata(rule), validateStack: typed(validate, rule) };
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

/**
 * Reports faults, keeps exempted ones for the end, and closes with "undecided" where something is open. The SDK's own
 * error says so: it becomes one advisory diagnostic, whatever the rule's level.
 */
function answer(
  rule: Rule,
  findings: Findings,
  settings: Readonly<Record<string, unknown>>,
  context: CompileContext,
  report: ReportViolation,
  placesByUrn: "by URN" | undefined,
): void {
  for (const { urn, text } of findings.faults) {
    const exemption = findExemption(settings["exemptions"], urn, context.today(), rule.neverExempt);
    if (exemption.kind === "exempted") {
      context.exempted.add({ rule: rule.id, urn, terms: exemption.terms });
      continue;
    }
    const fault = exemption.kind === "refused" ? `${text}; its exemption ${exemption.why}` : text;
    report(violationText({ fault, citations: rule.requirement.hipaa, mend: rule.requirement.mend }), urn);
  }
  if (findings.open.length === 0) return;
  const places: UndecidedPlace[] = findings.open.map(({ urn, path }) => (placesByUrn ? { urn, path } : { path }));
  const undecided = new UnknownValueError(unknownString, [findings.open[0]?.path ?? ""]);
  undecided.message = undecidedText(places);
  throw undecided;
}

/** The SDK's mark for an unknown text; its error asks for one to say which type was unknown. */
const unknownString = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** Lets the SDK skip a rule of one type before it deserialises the inputs. */
function typed<F extends ResourceValidation | StackValidation>(validate: F, rule: Rule): F {
  const only = rule.types.length === 1 && rule.types[0] !== "*" ? rule.types[0] : undefined;
  return only ? Object.assign(validate, { __pulumiType: only }) : validate;
}

function settingsOf(rule: Rule, given: Record<string, unknown> | undefined): Record<string, unknown> {
  const defaults = Object.entries(rule.config ?? {}).map(([name, property]) => [name, property.default] as const);
  return { ...Object.fromEntries(defaults), ...given };
}

function metadata(
  rule: Rule,
): Omit<Policy, "validateResource" | "validateStack"> & { name: string; description: string } {
  const { requirement } = rule;
  const [first] = requirement.hipaa;
  return {
    name: rule.id,
    description: requirement.what,
    enforcementLevel: levels[requirement.tier],
    severity: requirement.severity,
    framework: {
      name: "HIPAA Security Rule",
      version: "45 CFR Part 164",
      reference: requirement.hipaa.join(", "),
      specification: first ? citationOf(first).title : "",
    },
    tags: [requirement.service, requirement.tier, ...requirement.hipaa],
    remediationSteps: requirement.mend,
    configSchema: configSchema(rule),
  };
}

function configSchema(rule: Rule): PolicyConfigSchema {
  const own = Object.fromEntries(Object.entries(rule.config ?? {}).map(([name, property]) => [name, { ...property }]));
  return { properties: { ...own, exemptions: exemptionsSchema } };
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
