import type { Level, Verdicts } from "./verdicts";

/** What a rule says of a resource in one word. */
export type Judgement = "failed" | "undecided" | "exempted" | "passed";

/** One rule that was on, and each resource that it judged, once. */
export interface RuleJudgements {
  readonly rule: string;
  readonly level: Level;
  /** URN → judgement, in the order of the URNs. */
  readonly resources: ReadonlyMap<string, Judgement>;
}

/** From the worst to the best: where a rule says several things of one resource, the worst counts. */
const fromWorst: readonly Judgement[] = ["failed", "undecided", "exempted", "passed"];

/** Every rule that was on or that found something, by id, with its judgements. */
export function judgementsByRule(verdicts: Verdicts): Map<string, RuleJudgements> {
  const levels = new Map<string, Level>(verdicts.rules.map(({ rule, level }) => [rule, level]));
  for (const finding of verdicts.findings) if (!levels.has(finding.rule)) levels.set(finding.rule, finding.level);
  for (const pass of verdicts.passed) if (!levels.has(pass.rule)) levels.set(pass.rule, "advisory");

  const judged = new Map<string, Map<string, Judgement>>([...levels.keys()].map((rule) => [rule, new Map()]));
  const note = (rule: string, urn: string, judgement: Judgement) => {
    const resources = judged.get(rule);
    const known = resources?.get(urn);
    if (!known || fromWorst.indexOf(judgement) < fromWorst.indexOf(known)) resources?.set(urn, judgement);
  };
  for (const { rule, urn } of verdicts.passed) note(rule, urn, "passed");
  for (const { rule, urn, outcome } of verdicts.findings) note(rule, urn, outcome === "violation" ? "failed" : outcome);

  return new Map(
    [...levels].sort().map(([rule, level]) => {
      const resources = new Map([...(judged.get(rule) ?? [])].sort());
      return [rule, { rule, level, resources }];
    }),
  );
}

/** How many resources have each judgement. */
export function tally(judgements: Iterable<Judgement>): Record<Judgement, number> {
  const counts: Record<Judgement, number> = { failed: 0, undecided: 0, exempted: 0, passed: 0 };
  for (const judgement of judgements) counts[judgement] += 1;
  return counts;
}
