import { citations, type Citation, type Requirement } from "@hipaa-aws/controls";
import { judgementsByRule, tally, type Judgement, type RuleJudgements } from "./judgements";
import type { JudgedStack } from "./verdicts";

/**
 * What the rules can say of one citation. There is no "met": configuration is evidence for a paragraph of the Security
 * Rule, and people decide whether the paragraph is met.
 *
 * - `violations`: a rule that serves it is violated.
 * - `undecided`: none is violated, and a rule waits for a value that is known only on update.
 * - `exempted`: none of these, and a violation is accepted by an exemption.
 * - `no findings`: rules that serve it judged resources and found nothing.
 * - `nothing to judge`: rules that serve it are on, and no resource of theirs is in the stack.
 * - `not assessed by rules`: no rule that is on serves it.
 */
export type CitationStatus =
  "violations" | "undecided" | "exempted" | "no findings" | "nothing to judge" | "not assessed by rules";

/** What one rule brings to a citation. Counts are of resources. */
export interface RuleEvidence extends RuleJudgements {
  readonly counts: Readonly<Record<Judgement, number>>;
}

/** One row of the matrix: a citation, the rules that serve it, the resources that they judged. */
export interface CitationEvidence {
  readonly citation: Citation;
  readonly status: CitationStatus;
  /** Rules that were on and serve the citation, by id. */
  readonly rules: readonly RuleEvidence[];
  /** Pairs of rule and resource. */
  readonly counts: Readonly<Record<Judgement, number>>;
  /** URNs of the resources that at least one of the rules judged, sorted. */
  readonly resources: readonly string[];
}

/**
 * The matrix citation × rules × resources of one judged stack, in the order of the regulation, for every citation of
 * 45 CFR Part 164 that the control catalogue knows.
 *
 * A rule serves the citations that the catalogue gives it; a rule that is not in the catalogue (of another pack) serves
 * those that its findings name. A citation that no active rule serves is kept, as "not assessed by rules".
 */
export function evidenceByCitation(
  judged: JudgedStack,
  requirements: ReadonlyMap<string, Requirement>,
): CitationEvidence[] {
  const rules = [...judgementsByRule(judged.verdicts).values()].map((rule) => ({
    ...rule,
    counts: tally(rule.resources.values()),
  }));
  const cited = new Map(rules.map(({ rule }) => [rule, citationsOf(rule, judged, requirements)]));
  return citations.map((citation) => {
    const serving = rules.filter(({ rule }) => cited.get(rule)?.has(citation.id));
    const counts = tally(serving.flatMap((rule) => [...rule.resources.values()]));
    return {
      citation,
      status: statusOf(serving.length, counts),
      rules: serving,
      counts,
      resources: [...new Set(serving.flatMap((rule) => [...rule.resources.keys()]))].sort(),
    };
  });
}

function citationsOf(
  rule: string,
  judged: JudgedStack,
  requirements: ReadonlyMap<string, Requirement>,
): ReadonlySet<string> {
  const found = judged.verdicts.findings.filter((finding) => finding.rule === rule);
  return new Set(requirements.get(rule)?.hipaa ?? found.flatMap((finding) => finding.citations));
}

function statusOf(rules: number, counts: Readonly<Record<Judgement, number>>): CitationStatus {
  if (counts.failed > 0) return "violations";
  if (counts.undecided > 0) return "undecided";
  if (counts.exempted > 0) return "exempted";
  if (counts.passed > 0) return "no findings";
  return rules > 0 ? "nothing to judge" : "not assessed by rules";
}
