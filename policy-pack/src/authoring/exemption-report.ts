import { neverExempt } from "@hipaa-aws/controls";
import type { PolicyResource } from "@pulumi/policy";
import { isForAnotherStack, matchesUrn, stackPrefixOf } from "../knowledge/urn-pattern";
import type { CompileContext } from "./compile-context";
import { exemptionFaults, type Exemption } from "./exemption-terms";
import { exemptionsIn, obligationOf } from "./exemptions";
import type { Rule } from "./rule";

/** What reports need of a rule. */
export type ReportedRule = Pick<Rule, "id" | "kind" | "requirement">;

/** How many resources one exemption may match: more is a decision on the rule, which its level is for. */
export const mostMatches = 10;

interface Entry {
  readonly rule: ReportedRule;
  readonly index: number;
  readonly exemption: Partial<Exemption>;
}

/** Exemptions that are wrong in themselves or match too much, each as a sentence. */
export function wrongExemptions(
  rules: readonly ReportedRule[],
  resources: readonly PolicyResource[],
  context: CompileContext,
): string[] {
  const judged = resources.filter(({ type }) => !type.startsWith("pulumi:"));
  return entries(rules, context).flatMap(({ rule, exemption }) => {
    const faults = exemptionFaults(exemption, obligationOf(rule, context), context.today())
      .filter(({ kind }) => kind === "wrong")
      .map(({ why }) => `${named(rule, exemption)} ${why}`);
    if (neverExempt[rule.id]?.when === "always") {
      faults.push(
        `${named(rule, exemption)} is refused, because this rule takes none: ${neverExempt[rule.id]?.why ?? ""}`,
      );
    }
    const resource = typeof exemption.resource === "string" ? exemption.resource : "";
    const matched = judged.filter(({ urn }) => matchesUrn(resource, urn)).length;
    const isAll = matched >= 3 && matched === judged.length;
    if (faults.length === 0 && (matched > mostMatches || isAll)) {
      const count = isAll
        ? `all ${matched} resources of the stack`
        : `${matched} resources, and ${mostMatches} are the most`;
      faults.push(`${named(rule, exemption)} matches ${count}: name the resources that it is for`);
    }
    return faults;
  });
}

/** Exemptions that have run out or exempt nothing in this stack, each as a sentence. */
export function staleExemptions(
  rules: readonly ReportedRule[],
  resources: readonly PolicyResource[],
  context: CompileContext,
): string[] {
  return entries(rules, context).flatMap((entry) => {
    const { rule, exemption } = entry;
    const faults = exemptionFaults(exemption, obligationOf(rule, context), context.today());
    if (faults.some(({ kind }) => kind === "wrong") || neverExempt[rule.id]?.when === "always") return [];
    const [expired] = faults;
    const why = expired?.why ?? whyUnused(entry, resources, context);
    return why === undefined ? [] : [`${named(rule, exemption)} ${why}`];
  });
}

/**
 * Why an exemption is not used; nothing where it is, or where that cannot be told: the rule is undecided at a resource
 * that it matches, the resource was not judged, or the exemption is for another stack.
 */
function whyUnused(
  { rule, index, exemption }: Entry,
  resources: readonly PolicyResource[],
  context: CompileContext,
): string | undefined {
  const { run } = context;
  const { resource = "" } = exemption;
  if (run.isUsed(rule.id, index)) return undefined;
  const prefix = stackPrefixOf(resources[0]?.urn ?? "");
  if (isForAnotherStack(resource, prefix)) return undefined;
  if (context.isOff(rule.id)) return "is not used: its rule is off";
  const matches = (urn: string): boolean => matchesUrn(resource, urn);
  if (run.isUndecided(rule.id, matches)) return undefined;
  const matched = resources.filter(({ urn }) => matches(urn));
  if (matched.length === 0) return "is not used: no resource of this stack matches it";
  if (rule.kind === "resource" && matched.some(({ urn }) => !run.wasAnalysed(urn))) return undefined;
  return "is not used: the rule finds nothing at what it matches, or another exemption covers it";
}

function entries(rules: readonly ReportedRule[], { configured, run }: CompileContext): Entry[] {
  return rules.flatMap((rule) => {
    const given = configured ? configured.get(rule.id)?.properties["exemptions"] : run.exemptionsSeen.get(rule.id);
    return exemptionsIn(given).map((exemption, index) => ({ rule, index, exemption: exemption ?? {} }));
  });
}

/** The pattern is the user's own; a line break in it could pass for a line of ours. */
function named({ id }: ReportedRule, { resource }: Partial<Exemption>): string {
  const pattern = typeof resource === "string" ? ` of ${resource.replace(/\s+/g, " ")}` : "";
  return `the exemption${pattern} from ${id}`;
}
