import {
  entryKey,
  findingHash,
  refusedExemptionText,
  undecidedText,
  violationText,
  type UndecidedPlace,
} from "@hipaa-aws/controls";
import type { ReportViolation } from "@pulumi/policy";
import type { CompileContext } from "./compile-context";
import { exemptionFor, obligationOf, refusesExemptions } from "./exemptions";
import { findingNote } from "./finding-note";
import type { Findings } from "./findings";
import type { Rule } from "./rule";
import { UnknownValueError } from "./sdk-unknowns";
import type { Truth } from "./truth";
import { untraced } from "./untraced";

/** What a rule found, and what its answer depends on. */
export interface Found {
  readonly rule: Rule;
  readonly findings: Findings;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly context: CompileContext;
  /** Whether the resource of this URN may hold PHI. */
  readonly mayHoldPhi: (urn: string) => Truth;
}

/**
 * Reports faults, keeps exempted ones and those of the baseline for the end, and closes with "undecided" where
 * something is open. The SDK's own error says so: it becomes one advisory diagnostic, whatever the rule's level.
 *
 * @returns whether faults were found that the baseline hides, so that silence is no pass
 */
export function answer(found: Found, report: ReportViolation, placesByUrn: "by URN" | undefined): boolean {
  const { rule, findings, settings, context } = found;
  context.run.sawExemptions(rule.id, settings["exemptions"]);
  let isHidden = false;
  for (const { urn, text } of findings.faults) {
    const fault = unlessExempted(found, urn, text);
    if (fault === undefined) continue;
    if (isKnown(found, urn, text)) isHidden = true;
    else report(messageOf(found, fault), urn);
  }
  for (const { urn } of findings.open) context.run.undecided(rule.id, urn);
  if (findings.open.length === 0) return isHidden;
  const places: UndecidedPlace[] = findings.open.map(({ urn, path }) => (placesByUrn ? { urn, path } : { path }));
  const undecided = untraced(() => new UnknownValueError(unknownString, [findings.open[0]?.path ?? ""]));
  undecided.message = undecidedText(places);
  throw undecided;
}

/** The fault to report; nothing where it is exempted, or may turn out to be on update. */
function unlessExempted(
  { rule, findings, settings, context, mayHoldPhi }: Found,
  urn: string,
  text: string,
): string | undefined {
  const exemption = exemptionFor(rule, urn, settings, context, () => mayHoldPhi(urn));
  if (exemption.kind === "undecided") {
    findings.undecided(urn, exemption.paths);
    return undefined;
  }
  if (exemption.kind === "exempted") {
    const obligation = obligationOf(rule, context);
    context.run.exempt({ rule: rule.id, urn, terms: exemption.terms, obligation, fault: text }, exemption.index);
    return undefined;
  }
  return exemption.kind === "refused" ? refusedExemptionText(text, exemption.why) : text;
}

/** Whether the baseline holds this finding and hides it. */
function isKnown({ rule, context, mayHoldPhi }: Found, urn: string, text: string): boolean {
  const { baseline } = context.settings;
  if (!baseline) return false;
  const key = entryKey({ rule: rule.id, urn, finding: findingHash(text) });
  if (!baseline.keys.has(key)) return false;
  const hides = refusesExemptions(rule, () => mayHoldPhi(urn)).isNo;
  context.run.known(key, hides);
  return hides;
}

function messageOf({ rule: { requirement }, context }: Found, fault: string): string {
  const note = findingNote(requirement, context.settings.citations);
  const { hipaa: citations, mend } = requirement;
  return violationText({ fault, citations, mend, ...(note === undefined ? {} : { note }) });
}

/** The SDK's mark for an unknown text; its error asks for one to say which type was unknown. */
const unknownString = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
