import { dirname } from "node:path";
import { previewOnEngine } from "@hipaa-aws/engine";
import { previewInSandbox, startPolicyPack } from "@hipaa-aws/sandbox";
import { growingProgram } from "./growing-program";
import { workloadOf } from "./workload";

/** What one measured process prints: one line of JSON. */
export interface Measurement {
  /** Wall time from the start of the process's own work to its end, in milliseconds. */
  readonly milliseconds: number;
  readonly resources: number;
  /** Largest resident memory of this process, in MiB. */
  readonly memoryMib: number;
}

const packDirectory = dirname(require.resolve("@hipaa-aws/policy-pack/package.json"));

/**
 * One measurement in a process of its own, so that nothing is warm from the one before:
 * `sandbox <environment>`, `engine <environment>`, or `growth <copies>`.
 */
async function measure([what, argument = ""]: readonly string[]): Promise<Measurement> {
  const begin = performance.now();
  const resources = await resourcesOf(what, argument);
  return {
    milliseconds: performance.now() - begin,
    resources,
    memoryMib: process.resourceUsage().maxRSS / 1024,
  };
}

async function resourcesOf(what: string | undefined, argument: string): Promise<number> {
  if (what === "engine") {
    const { program, ...run } = workloadOf(argument);
    return (await previewOnEngine(program, { ...run, packDirectory })).state.resources.length;
  }
  const pack = startPolicyPack(packDirectory);
  try {
    const { program, ...run } =
      what === "growth" ? { program: growingProgram(Number(argument)) } : workloadOf(argument);
    return (await previewInSandbox(program, run, pack)).state.resources.length;
  } finally {
    await (await pack).close();
  }
}

measure(process.argv.slice(2)).then(
  (measurement) => {
    process.stdout.write(`${JSON.stringify(measurement)}\n`);
    process.exit(0);
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exit(1);
  },
);
