import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { findPulumi, Unavailable } from "@hipaa-aws/engine";
import type { Measurement } from "./measure";

const rounds = 5;
const cli = join(dirname(require.resolve("@hipaa-aws/cli/package.json")), "dist", "main.js");

interface Outcome {
  readonly what: string;
  readonly figure: string;
  readonly limit: string;
  readonly met: boolean;
}

/** `npm run bench`: every figure is the median of paired rounds, A B A B, so that a noisy machine disturbs both alike. */
async function main(): Promise<void> {
  const outcomes = [...(await sandboxAgainstEngine()), ...threeAgainstOne(), ...growth()];
  for (const { what, figure, limit, met } of outcomes) {
    console.log(`${met ? "met   " : "MISSED"}  ${what}: ${figure} (limit ${limit})`);
  }
  process.exit(outcomes.every(({ met }) => met) ? 0 : 1);
}

async function sandboxAgainstEngine(): Promise<Outcome[]> {
  const pulumi = await findPulumi({ onProgress: (text) => console.error(text) });
  if (pulumi instanceof Unavailable) {
    console.log(`not measured  sandbox against engine: ${pulumi.reason}`);
    return [];
  }
  const pairs = paired(
    () => measured("sandbox", "prod"),
    () => measured("engine", "prod"),
  );
  const ratio = median(pairs.map(([sandbox, engine]) => sandbox.milliseconds / engine.milliseconds));
  const memory = Math.max(...pairs.map(([sandbox]) => sandbox.memoryMib));
  const [first] = pairs;
  const seconds = (index: 0 | 1) => (median(pairs.map((pair) => pair[index].milliseconds)) / 1000).toFixed(2);
  return [
    {
      what: `one environment (prod, ${first?.[0].resources ?? 0} resources) in the sandbox, against the real engine`,
      figure: `${ratio.toFixed(2)} of its time, ${seconds(0)} s against ${seconds(1)} s`,
      limit: "0.50",
      met: ratio <= 0.5,
    },
    { what: "memory of the sandbox", figure: `${memory.toFixed(0)} MiB`, limit: "1536 MiB", met: memory < 1536 },
  ];
}

function threeAgainstOne(): Outcome[] {
  const preview = (environment: string) => timed([cli, "preview", "--env", environment]);
  const pairs = paired(
    () => preview("all"),
    () => preview("prod"),
  );
  const ratio = median(pairs.map(([all, one]) => all / one));
  const seconds = (index: 0 | 1) => (median(pairs.map((pair) => pair[index])) / 1000).toFixed(2);
  return [
    {
      what: "three environments against one of them, whole process",
      figure: `${ratio.toFixed(2)} times, ${seconds(0)} s against ${seconds(1)} s`,
      limit: "2.50",
      met: ratio <= 2.5,
    },
  ];
}

/** Milliseconds for each further resource must not rise as a stack grows: 8 copies against 2. */
function growth(): Outcome[] {
  const at = (copies: number) => () => measured("growth", String(copies));
  const small = paired(at(2), at(8));
  const large = paired(at(8), at(32));
  const slope = (pairs: readonly (readonly [Measurement, Measurement])[]) =>
    median(pairs.map(([few, many]) => (many.milliseconds - few.milliseconds) / (many.resources - few.resources)));
  const [first, second] = [slope(small), slope(large)];
  const [least] = small;
  const [most] = large;
  return [
    {
      what: `time for each further resource, from ${least?.[0].resources ?? 0} to ${most?.[1].resources ?? 0} resources`,
      figure: `${first.toFixed(2)} ms, then ${second.toFixed(2)} ms`,
      limit: "1.5 times the first",
      met: second <= first * 1.5,
    },
  ];
}

function paired<A, B>(one: () => A, other: () => B): (readonly [A, B])[] {
  // One round that is not counted warms the disk.
  one();
  other();
  return Array.from({ length: rounds }, () => [one(), other()] as const);
}

function measured(...args: readonly string[]): Measurement {
  const run = spawnSync(process.execPath, [join(__dirname, "measure.js"), ...args], { encoding: "utf8" });
  if (run.status !== 0) throw new Error(`measure ${args.join(" ")} failed: ${run.stderr}`);
  const line = run.stdout.trim().split("\n").at(-1) ?? "";
  return JSON.parse(line) as Measurement;
}

function timed(args: readonly string[]): number {
  const begin = performance.now();
  const run = spawnSync(process.execPath, args, { encoding: "utf8" });
  if (run.status !== 0) throw new Error(`${args.slice(1).join(" ")} failed: ${run.stderr}${run.stdout}`);
  return performance.now() - begin;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

void main();
