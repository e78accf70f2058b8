import type { Verdicts } from "./verdicts";

/** How many judgements there are of each outcome. */
export interface Counts {
  /** Pairs of rule and resource where the rule found nothing. */
  readonly passed: number;
  readonly violations: { readonly mandatory: number; readonly advisory: number };
  /** Violations that the pack's configuration accepts, with reason, owner and end date. */
  readonly exempted: number;
  /** Judgements that wait for a value which is known only on update. */
  readonly undecided: number;
  readonly notApplicable: number;
}

export function countsOf(verdicts: Pick<Verdicts, "findings" | "passed" | "notApplicable">): Counts {
  const count = (outcome: string, level?: string) =>
    verdicts.findings.filter((finding) => finding.outcome === outcome && (!level || finding.level === level)).length;
  return {
    passed: verdicts.passed.length,
    violations: { mandatory: count("violation", "mandatory"), advisory: count("violation", "advisory") },
    exempted: count("exempted"),
    undecided: count("undecided"),
    notApplicable: verdicts.notApplicable,
  };
}

/** The counts of several stacks together. */
export function sumCounts(all: readonly Counts[]): Counts {
  const sum = (of: (counts: Counts) => number) => all.reduce((total, counts) => total + of(counts), 0);
  return {
    passed: sum((counts) => counts.passed),
    violations: {
      mandatory: sum((counts) => counts.violations.mandatory),
      advisory: sum((counts) => counts.violations.advisory),
    },
    exempted: sum((counts) => counts.exempted),
    undecided: sum((counts) => counts.undecided),
    notApplicable: sum((counts) => counts.notApplicable),
  };
}

/**
 * What the process that judged says to the one that started it: `0` when no mandatory rule is violated, else `1`.
 * Advisory, exempted and undecided findings never stop a deployment, and so do not here.
 */
export function exitCodeOf(counts: Counts): 0 | 1 {
  return counts.violations.mandatory > 0 ? 1 : 0;
}
