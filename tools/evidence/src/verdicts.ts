import type { Declassification, ExemptionClass, ExemptionTerms, Severity } from "@hipaa-aws/controls";
import type { StackState } from "@hipaa-aws/stack-state";
import type { Remediated } from "./remediated";

/** How hard a rule binds: a mandatory violation stops a deployment. */
export type Level = "mandatory" | "advisory";

/** `undecided`: a value is known only on update. `exempted`: a violation that the pack's configuration accepts. */
export type Outcome = "violation" | "undecided" | "exempted";

/** What a rule says of one resource, when it is not simply content. */
export interface Finding {
  readonly rule: string;
  readonly urn: string;
  /** The level at which the rule is on, whatever the outcome. */
  readonly level: Level;
  readonly outcome: Outcome;
  readonly severity?: Severity;
  /** What is wrong, without any property value. */
  readonly message: string;
  /** Citations of 45 CFR Part 164. */
  readonly citations: readonly string[];
  /** What other rule sets cite, or what a proposed rule would, where the pack is asked for it. */
  readonly note?: string;
  readonly mend: string;
  readonly exemption?: FindingExemption;
}

/** By what a violation is accepted. */
export interface FindingExemption extends ExemptionTerms {
  /** Whether the rule serves something required, or addressable specifications alone: 45 CFR 164.306(d). */
  readonly obligation: ExemptionClass;
}

/** A resource, or all of a provider or a stack, that counts as holding no PHI, and by whose word. */
export interface Declassified extends Declassification {
  readonly urn: string;
}

/** A rule that judged a resource and found nothing. */
export interface Pass {
  readonly rule: string;
  readonly urn: string;
}

/** A rule that was on, and what the pack says of it. */
export interface JudgedRule {
  readonly rule: string;
  /** The level at which it was. */
  readonly level: Level;
  readonly description?: string;
  readonly severity?: Severity;
  /** Citations of 45 CFR Part 164. */
  readonly citations?: readonly string[];
  readonly mend?: string;
  /** The rule's page. */
  readonly url?: string;
}

/** What a policy pack says of a whole stack. */
export interface Verdicts {
  readonly pack: { readonly name: string; readonly version: string };
  /** Rules that were on. */
  readonly rules: readonly JudgedRule[];
  readonly findings: readonly Finding[];
  /** What counts as holding no PHI. Rules on PHI leave it alone, so it belongs in every report. */
  readonly declassified: readonly Declassified[];
  /** What rules at the level `remediate` mended before they judged. */
  readonly remediated: readonly Remediated[];
  readonly passed: readonly Pass[];
  /** Pairs of rule and resource (or rule and stack) where the rule had nothing to judge. */
  readonly notApplicable: number;
}

export type HostName = "sandbox" | "engine" | "scan";

/** A stack and what the pack says of it: the one format that every host gives and every report reads. */
export interface JudgedStack {
  readonly host: HostName;
  readonly state: StackState;
  readonly verdicts: Verdicts;
}
