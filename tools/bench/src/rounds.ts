import { spawnSync } from "node:child_process";
import { join } from "node:path";
import type { Measurement } from "./measure";

/** A figure of `npm run bench`, held against its limit. */
export interface Outcome {
  readonly what: string;
  readonly figure: string;
  readonly limit: string;
  readonly met: boolean;
}

const usualRounds = 5;

/** Several things in turn, A B A B, so that a noisy machine disturbs all alike. One round that does not count warms the disk. */
export function inTurn<T extends readonly unknown[]>(...measures: { readonly [K in keyof T]: () => T[K] }): T[] {
  return inRounds<T>(usualRounds, ...measures);
}

/** The same in as many rounds as are asked for. */
export function inRounds<T extends readonly unknown[]>(
  rounds: number,
  ...measures: { readonly [K in keyof T]: () => T[K] }
): T[] {
  const round = () => measures.map((measure) => measure()) as unknown as T;
  round();
  return Array.from({ length: rounds }, round);
}

/** One measurement by `measure.js`, in a process of its own. */
export function measured(...args: readonly string[]): Measurement {
  const run = spawnSync(process.execPath, [join(__dirname, "measure.js"), ...args], { encoding: "utf8" });
  if (run.status !== 0) throw new Error(`measure ${args.join(" ")} failed: ${run.stderr}`);
  const line = run.stdout.trim().split("\n").at(-1) ?? "";
  return JSON.parse(line) as Measurement;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Seconds, with two decimals. */
export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}
