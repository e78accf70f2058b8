import { exemptionClass, neverExempt, packRules, type ExemptionClass, type ExemptionTerms } from "@hipaa-aws/controls";
import { matchesUrn } from "../knowledge/urn-pattern";
import type { CompileContext } from "./compile-context";
import { exemptionFaults, termsOf, type Exemption } from "./exemption-terms";
import type { Rule } from "./rule";
import { Truth } from "./truth";

/** What a rule's exemptions say of a violation at one resource. */
export type ExemptionVerdict =
  | { readonly kind: "none" }
  | { readonly kind: "exempted"; readonly terms: ExemptionTerms; readonly index: number }
  /** There is one, but it does not hold; `why` ends the sentence "its exemption …". */
  | { readonly kind: "refused"; readonly why: string }
  /** There is one, and whether it may hold is known only on update: the paths of what is missing. */
  | { readonly kind: "undecided"; readonly paths: readonly string[] };

/**
 * Looks a resource up among a rule's exemptions. The first that matches and holds wins; one that matches and does not
 * hold is named, so that nobody wonders why the violation is back.
 *
 * @param today the day on which the rule runs
 */
export function findExemption(
  settings: unknown,
  urn: string,
  today: Date,
  obligation: ExemptionClass = "required",
): ExemptionVerdict {
  let refused: ExemptionVerdict | undefined;
  for (const [index, exemption] of exemptionsIn(settings).entries()) {
    if (typeof exemption?.resource !== "string" || !matchesUrn(exemption.resource, urn)) continue;
    const [fault] = exemptionFaults(exemption, obligation, today);
    if (!fault) return { kind: "exempted", terms: termsOf(exemption as Exemption), index };
    refused ??= { kind: "refused", why: fault.why };
  }
  return refused ?? { kind: "none" };
}

/** The entries of a rule's setting `exemptions`, whatever it holds. */
export function exemptionsIn(settings: unknown): readonly (Partial<Exemption> | null)[] {
  if (!Array.isArray(settings)) return [];
  return settings.map((entry: unknown) => (typeof entry === "object" ? (entry as Partial<Exemption> | null) : null));
}

/**
 * Whether a violation of a rule at one resource is exempted, all considered: the rule may take no exemptions, and what
 * nobody would report has no effect.
 *
 * @param mayHoldPhi of the resource
 */
export function exemptionFor(
  rule: Rule,
  urn: string,
  settings: Readonly<Record<string, unknown>>,
  context: CompileContext,
  mayHoldPhi: () => Truth,
): ExemptionVerdict {
  const found = findExemption(settings["exemptions"], urn, context.today(), obligationOf(rule, context));
  if (found.kind !== "exempted") return found;
  if (context.isOff(packRules.exempted)) {
    return { kind: "refused", why: `has no effect, because the rule that reports it, ${packRules.exempted}, is off` };
  }
  const refuses = refusesExemptions(rule, mayHoldPhi);
  if (refuses.isUnknown) return { kind: "undecided", paths: refuses.paths };
  return refuses.isYes ? { kind: "refused", why: refusal(rule) } : found;
}

/** Whether a rule hides nothing at this resource, by an exemption or a baseline. */
export function refusesExemptions(rule: Pick<Rule, "id">, mayHoldPhi: () => Truth): Truth {
  const never = neverExempt[rule.id];
  if (!never) return Truth.no;
  return never.when === "always" ? Truth.yes : mayHoldPhi();
}

/** Ends the sentence "its exemption …". */
export function refusal(rule: Pick<Rule, "id">): string {
  const never = neverExempt[rule.id];
  const scope = never?.when === "may hold PHI" ? " for what may hold PHI" : "";
  return `is refused, because this rule takes none${scope}: ${never?.why ?? ""}`;
}

export function obligationOf({ requirement }: Pick<Rule, "requirement">, context: CompileContext): ExemptionClass {
  return exemptionClass(requirement, context.settings.citations === "nprm-2025");
}

export { exemptionsSchema, type Exemption } from "./exemption-terms";
export { matchesUrn } from "../knowledge/urn-pattern";
