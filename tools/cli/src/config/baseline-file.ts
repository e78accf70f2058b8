import { readFileSync } from "node:fs";
import {
  findingHash,
  formatBaseline,
  isPackRule,
  neverExempt,
  parseBaseline,
  type BaselineEntry,
} from "@hipaa-aws/controls";
import { UsageError } from "../errors";
import type { JudgedEnvironment } from "../output/result";

/**
 * Refuses a file that is no baseline, before anything is judged by it.
 *
 * @throws UsageError when it cannot be read or is none.
 */
export function checkBaseline(path: string): void {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const problem = code === "ENOENT" ? "there is no such file" : `the file cannot be read (${code ?? "unknown"})`;
    throw new UsageError(`${path}: ${problem}; write one with --write-baseline`);
  }
  const read = parseBaseline(text);
  if ("problem" in read)
    throw new UsageError(`${path}: this is no baseline: ${read.problem}; write it anew with --write-baseline`);
}

/** The violations of all environments as a baseline, but for those of rules that hide nothing there. */
export function baselineOf(environments: readonly JudgedEnvironment[], now: Date): string {
  const entries = environments.flatMap(({ judged: { verdicts } }): BaselineEntry[] => {
    const outOfScope = new Set(verdicts.declassified.map(({ urn }) => urn));
    return verdicts.findings
      .filter(({ rule, urn, outcome }) => {
        const never = neverExempt[rule]?.when;
        const isHidden = never === undefined || (never === "may hold PHI" && outOfScope.has(urn));
        return outcome === "violation" && !isPackRule(rule) && isHidden;
      })
      .map(({ rule, urn, message }) => ({ rule, urn, finding: findingHash(message) }));
  });
  return formatBaseline(entries, now);
}
