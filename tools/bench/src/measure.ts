import { dirname, join } from "node:path";
import { findPulumi, openEngineStack, previewOnEngine, Unavailable } from "@hipaa-aws/engine";
import { previewInSandbox, startPolicyPack } from "@hipaa-aws/sandbox";
import { growingProgram } from "./growing-program";
import { withReportedMemory } from "./pack-memory";
import { withoutEventLog } from "./quiet-cli";
import { workloadOf } from "./workload";

/** What one measured process prints: one line of JSON. */
export interface Measurement {
  /** Wall time of what is measured, in milliseconds. */
  readonly milliseconds: number;
  readonly resources: number;
  /** Largest resident memory in MiB: of this process; for `memory` of the pack's process. */
  readonly memoryMib: number;
}

const packDirectory = dirname(require.resolve("@hipaa-aws/policy-pack/package.json"));
const emptyPack = join(__dirname, "..", "fixtures", "empty-pack");

/** What can be measured, each in a process of its own, so that nothing is warm from the one before. */
const measures: Readonly<Record<string, (...args: string[]) => Promise<Omit<Measurement, "memoryMib"> | Measurement>>> =
  {
    /** `sandbox <environment>`: a preview with the pack, its start included. */
    sandbox: async (environment = "") => {
      const { program, ...run } = workloadOf(environment);
      return timed(() => sandboxPreview(program, run));
    },

    /** `engine <environment>`: the same on the real engine. */
    engine: async (environment = "") => {
      const { program, ...run } = workloadOf(environment);
      return timed(async () => (await previewOnEngine(program, { ...run, packDirectory })).state.resources.length);
    },

    /** `growth <copies>`: a program of any size in the sandbox. */
    growth: async (copies) => timed(() => sandboxPreview(growingProgram(Number(copies)), {})),

    /** `start-up`: until the pack serves and is configured. */
    "start-up": async () => {
      const begin = performance.now();
      const pack = await startPolicyPack(packDirectory);
      const milliseconds = performance.now() - begin;
      await pack.close();
      return { milliseconds, resources: 0 };
    },

    /** `preview <copies> none|empty|hipaa`: a program of any size on the engine, without a pack or with one. */
    preview: async (copies, pack) => ({ milliseconds: await enginePreview(Number(copies), pack), resources: 0 }),

    /** `memory <copies>`: the memory of the pack's process in such a preview, which telling it takes time of. */
    memory: async (copies) => {
      const [milliseconds, memoryMib] = await withReportedMemory((variables) =>
        enginePreview(Number(copies), "hipaa", variables),
      );
      return { milliseconds, resources: 0, memoryMib };
    },

    /** `judging <copies>`: what the pack needs for a recorded program. */
    judging: async (copies) => {
      let milliseconds = 0;
      const pack = await startPolicyPack(packDirectory);
      const judgeStack: typeof pack.judgeStack = async (...args) => {
        const begin = performance.now();
        const judged = await pack.judgeStack(...args);
        milliseconds = performance.now() - begin;
        return judged;
      };
      const { state } = await previewInSandbox(growingProgram(Number(copies)), {}, { judgeStack });
      await pack.close();
      return { milliseconds, resources: state.resources.length };
    },
  };

async function enginePreview(
  copies: number,
  pack: string | undefined,
  variables: Readonly<Record<string, string>> = {},
): Promise<number> {
  const cli = await findPulumi();
  if (cli instanceof Unavailable) throw new Error(cli.reason);
  const stack = await openEngineStack({
    program: growingProgram(copies),
    cli: withoutEventLog(cli),
    ...(pack === "none" ? {} : { packDirectory: pack === "empty" ? emptyPack : packDirectory, variables }),
  });
  const begin = performance.now();
  await stack.preview();
  const milliseconds = performance.now() - begin;
  await stack.close();
  return milliseconds;
}

async function sandboxPreview(program: () => unknown, run: Parameters<typeof previewInSandbox>[1]): Promise<number> {
  const pack = startPolicyPack(packDirectory);
  try {
    return (await previewInSandbox(program, run, pack)).state.resources.length;
  } finally {
    await (await pack).close();
  }
}

async function timed(work: () => Promise<number>): Promise<Omit<Measurement, "memoryMib">> {
  const begin = performance.now();
  const resources = await work();
  return { milliseconds: performance.now() - begin, resources };
}

async function measure([what = "", ...args]: readonly string[]): Promise<Measurement> {
  const run = measures[what];
  if (!run) throw new Error(`there is no measure "${what}"; there are ${Object.keys(measures).join(", ")}`);
  const result = await run(...args);
  return { memoryMib: process.resourceUsage().maxRSS / 1024, ...result };
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
