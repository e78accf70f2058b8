import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import type { Measurement } from "./measure";
import { inTurn, measured, median, seconds, type Outcome } from "./rounds";

const cli = join(dirname(require.resolve("@hipaa-aws/cli/package.json")), "dist", "main.js");

type Pair = readonly [Measurement, Measurement];

export function sandboxAgainstEngine(): Outcome[] {
  const pairs = inTurn<Pair>(
    () => measured("sandbox", "prod"),
    () => measured("engine", "prod"),
  );
  const ratio = median(pairs.map(([sandbox, engine]) => sandbox.milliseconds / engine.milliseconds));
  const memory = Math.max(...pairs.map(([sandbox]) => sandbox.memoryMib));
  const [first] = pairs;
  const time = (index: 0 | 1) => seconds(median(pairs.map((pair) => pair[index].milliseconds)));
  return [
    {
      what: `one environment (prod, ${first?.[0].resources ?? 0} resources) in the sandbox, against the real engine`,
      figure: `${ratio.toFixed(2)} of its time, ${time(0)} against ${time(1)}`,
      limit: "0.50",
      met: ratio <= 0.5,
    },
    { what: "memory of the sandbox", figure: `${memory.toFixed(0)} MiB`, limit: "1536 MiB", met: memory < 1536 },
  ];
}

export function threeAgainstOne(): Outcome[] {
  const preview = (environment: string) => () => timed([cli, "preview", "--env", environment]);
  const pairs = inTurn<readonly [number, number]>(preview("all"), preview("prod"));
  const ratio = median(pairs.map(([all, one]) => all / one));
  const time = (index: 0 | 1) => seconds(median(pairs.map((pair) => pair[index])));
  return [
    {
      what: "three environments against one of them, whole process",
      figure: `${ratio.toFixed(2)} times, ${time(0)} against ${time(1)}`,
      limit: "2.50",
      met: ratio <= 2.5,
    },
  ];
}

/** Milliseconds for each further resource must not rise as a stack grows. */
export function growth(): Outcome[] {
  const at = (copies: number) => () => measured("growth", String(copies));
  const runs = inTurn<readonly [Measurement, Measurement, Measurement]>(at(1), at(2), at(6));
  const slope = (few: Measurement, many: Measurement) =>
    (many.milliseconds - few.milliseconds) / (many.resources - few.resources);
  const first = median(runs.map(([small, middle]) => slope(small, middle)));
  const second = median(runs.map(([, middle, large]) => slope(middle, large)));
  const [counts] = runs;
  return [
    {
      what: `time for each further resource, from ${counts?.[0].resources ?? 0} to ${counts?.[2].resources ?? 0} resources`,
      figure: `${first.toFixed(2)} ms, then ${second.toFixed(2)} ms`,
      limit: "1.5 times the first",
      met: second <= first * 1.5,
    },
  ];
}

function timed(args: readonly string[]): number {
  const begin = performance.now();
  const run = spawnSync(process.execPath, args, { encoding: "utf8" });
  if (run.status !== 0) throw new Error(`${args.slice(1).join(" ")} failed: ${run.stderr}${run.stdout}`);
  return performance.now() - begin;
}
