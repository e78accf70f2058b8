import type { RequirementProperty } from "@hipaa-aws/controls";
import type { Rule } from "../authoring/rule";
import { JsonText, Ref, unknown, type CaseResource, type RuleCase } from "./cases";
import { differences, isOneResourceLess } from "./differences";

/** How a resource of a case stands to a property: it gives it, lacks it, or nobody can tell. */
export type Presence = "given" | "absent" | "not known";

/**
 * The properties that a rule reads, as its page says, of which its cases do not show both: one case that gives it and
 * another one that lacks it. A resource lacks a property when it has nothing at its path; a case of a rule of the whole
 * stack lacks it as well when it holds no resource that could have it, as where a bucket has no policy.
 */
export function withoutAbsence(rule: Rule, cases: readonly RuleCase[]): string[] {
  const telling = casesThatTell(cases);
  const isShown = (property: RequirementProperty): boolean => {
    if (isHop(property)) return rule.kind === "stack" && isResourceLeftOut(telling);
    const found = telling.map((one) => presencesIn(rule, one, property));
    return found.some((some) => some.includes("given")) && found.some((some) => some.includes("absent"));
  };
  return (rule.requirement.properties ?? []).filter((property) => !isShown(property)).map(({ path }) => path);
}

/**
 * The properties whose absence is a fault by the rule's page, though each case that lacks one passes. Cases that lack it
 * and are at fault may be so for another reason: what they show is not held against the page.
 */
export function contradictedAbsence(rule: Rule, cases: readonly RuleCase[]): string[] {
  const isContradicted = (property: RequirementProperty): boolean => {
    if (isHop(property) || !/^violation(?: \(|$)/.test(property.unset ?? "")) return false;
    const lacking = cases.filter((one) =>
      holdersIn(rule, one, property).some((holder) => presences(holder, property.path).includes("absent")),
    );
    return lacking.length > 0 && lacking.every(({ expected }) => expected === "pass");
  };
  return (rule.requirement.properties ?? []).filter(isContradicted).map(({ path }) => path);
}

/**
 * The cases whose answer says something of what they lack: those that the rule judges, and those that it does not where
 * one place makes the difference. A case that another thing takes out of the rule's scope says nothing.
 */
function casesThatTell(cases: readonly RuleCase[]): RuleCase[] {
  const judged = cases.filter(({ expected }) => expected !== "not applicable");
  const isBeside = (one: RuleCase): boolean =>
    judged.some((other) => differences(one.resources, other.resources) === 1);
  return cases.filter((one) => judged.includes(one) || isBeside(one));
}

/** Words in place of a path that stand for resources beside the one that is judged, such as `(every hop ...)`. */
function isHop({ path }: RequirementProperty): boolean {
  return path.startsWith("(") && !isOption(path) && !isOfAllInputs(path);
}

/** An option of the resource, such as `(opts.protect)`. */
function isOption(path: string): boolean {
  return path.startsWith("(opts.");
}

/** Words that stand for whatever a resource is given: `(URL inputs)`, and `(resource type)`, where its being there counts. */
function isOfAllInputs(path: string): boolean {
  return path === "(resource type)" || path.endsWith(" inputs)");
}

/** Whether one case is another one without one of its resources. */
function isResourceLeftOut(cases: readonly RuleCase[]): boolean {
  return cases.some((one) => cases.some((other) => isOneResourceLess(other.resources, one.resources)));
}

/** The resources of a case that can have a property. */
function holdersIn(rule: Rule, { resources }: RuleCase, { appliesTo }: RequirementProperty): CaseResource[] {
  const types = new Set(appliesTo ?? [...rule.types, ...rule.requirement.resourceTypes]);
  return resources.filter(({ type }) => types.has(type) || types.has("*"));
}

function presencesIn(rule: Rule, testCase: RuleCase, property: RequirementProperty): Presence[] {
  const holders = holdersIn(rule, testCase, property);
  return holders.length === 0 && rule.kind === "stack"
    ? ["absent"]
    : holders.flatMap((holder) => presences(holder, property.path));
}

/**
 * Every way in which a resource stands to a path such as `ingress[*].cidrBlocks`, each element of a list on its own, to
 * an option such as `(opts.protect)`, or to all its inputs.
 */
export function presences(holder: Pick<CaseResource, "properties" | "options">, path: string): Presence[] {
  if (isOption(path)) return presencesBelow({ opts: holder.options ?? {} }, path.slice(1, -1).split("."));
  if (isOfAllInputs(path)) return [Object.keys(holder.properties).length > 0 ? "given" : "absent"];
  const steps = path.replaceAll(/\[[^\]]*\]/g, "").split(".");
  return [...new Set(presencesBelow(holder.properties, steps))];
}

function presencesBelow(value: unknown, [step, ...rest]: readonly string[]): Presence[] {
  if (value === unknown || value instanceof Ref) return step === undefined ? ["given"] : ["not known"];
  if (isEmpty(value)) return ["absent"];
  if (step === undefined) return ["given"];
  if (value instanceof JsonText) return presencesBelow(value.document, [step, ...rest]);
  if (Array.isArray(value)) return value.flatMap((item) => presencesBelow(item, [step, ...rest]));
  // Text where a block is read, such as JSON: what is in it is no path of the case.
  if (typeof value !== "object" || value === null) return ["not known"];
  return presencesBelow((value as Record<string, unknown>)[step], rest);
}

/** As `Value.isGiven`: what is empty is not given. */
function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);
}
