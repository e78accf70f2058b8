import type { Severity } from "@hipaa-aws/controls";
import type { Finding, Level } from "./verdicts";

/** What one rule found, on all the resources where it found it. */
export interface RuleFindings {
  readonly rule: string;
  readonly level: Level;
  readonly severity?: Severity;
  readonly citations: readonly string[];
  /** What is cited beside: ids of other rule sets, or the proposed rule. */
  readonly note?: string;
  readonly mend: string;
  /** At least one, in the order of their URNs. */
  readonly findings: readonly Finding[];
}

const severities: readonly (Severity | undefined)[] = ["critical", "high", "medium", "low", undefined];

/** The findings grouped by rule: mandatory rules first, the most severe first, then by id. */
export function findingsByRule(findings: readonly Finding[]): RuleFindings[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.rule);
    if (group) group.push(finding);
    else groups.set(finding.rule, [finding]);
  }
  return [...groups].map(([rule, group]) => grouped(rule, group)).sort(order);
}

function grouped(rule: string, findings: readonly Finding[]): RuleFindings {
  const level: Level = findings.some((finding) => finding.level === "mandatory") ? "mandatory" : "advisory";
  const severity = severities.find((candidate) => findings.some((finding) => finding.severity === candidate));
  const note = findings.find((finding) => finding.note !== undefined)?.note;
  return {
    rule,
    level,
    ...(note === undefined ? {} : { note }),
    ...(severity ? { severity } : {}),
    citations: [...new Set(findings.flatMap((finding) => finding.citations))],
    mend: findings.find((finding) => finding.mend)?.mend ?? "",
    findings: [...findings].sort((a, b) => compare(a.urn, b.urn) || compare(a.message, b.message)),
  };
}

function order(a: RuleFindings, b: RuleFindings): number {
  return (
    Number(a.level === "advisory") - Number(b.level === "advisory") ||
    severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
    compare(a.rule, b.rule)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
