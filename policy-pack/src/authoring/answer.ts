import { undecidedText, violationText, type UndecidedPlace } from "@hipaa-aws/controls";
import type { ReportViolation } from "@pulumi/policy";
import { findExemption, type ExemptedFindings } from "./exemptions";
import type { Findings } from "./findings";
import type { Rule } from "./rule";
import { UnknownValueError } from "./sdk-unknowns";

/** What compiled rules share. */
export interface CompileContext {
  readonly exempted: ExemptedFindings;
  /** The day on which the rules run; exemptions are held against it. */
  readonly today: () => Date;
}

/**
 * Reports faults, keeps exempted ones for the end, and closes with "undecided" where something is open. The SDK's own
 * error says so: it becomes one advisory diagnostic, whatever the rule's level.
 */
export function answer(
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
