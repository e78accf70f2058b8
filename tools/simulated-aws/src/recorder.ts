import { setImmediate } from "node:timers/promises";
import * as pulumi from "@pulumi/pulumi";
import * as settings from "@pulumi/pulumi/runtime/settings";
import type { StackState } from "@hipaa-aws/stack-state";
import type { SimulatedEnvironment } from "./environment";
import { RecordingMonitor } from "./recording-monitor";
import { inOwnRuntime, watchRejections } from "./sdk-runtime";

/** A Pulumi program as a function: it creates its resources each time it is called. */
export type Program = () => unknown;

/** How a program is run. */
export interface RecordOptions {
  /** Default: `project`. */
  project?: string;
  /** Default: `stack`. */
  stack?: string;
  /** Stack configuration by full key, for example `workload:size`. `aws:` keys reach the default provider. */
  config?: Record<string, string>;
  /**
   * `preview`: outputs of resources to be created are unknown, as in `pulumi preview`.
   * `update`: they are the simulated ones, as after `pulumi up`. Default: `preview`.
   */
  mode?: "preview" | "update";
  /**
   * Account, Region and partition of the simulated AWS. A Region alone decides the partition. Default: the Region of
   * the configuration `aws:region`, else `us-east-1`; account `111122223333`.
   */
  environment?: Partial<SimulatedEnvironment>;
}

let running = false;

/**
 * Runs a program in this process against the simulated AWS and returns what it registered.
 *
 * One program at a time, since rejections that nothing handles are known to belong to the program only then.
 *
 * @throws whatever the program throws, or the first error of a registration or an `apply` that the program leaves
 *   unhandled; an Error when another program is being recorded.
 */
export async function recordProgram(program: Program, options: RecordOptions = {}): Promise<StackState> {
  if (running) {
    throw new Error("another program is being recorded in this process; await it before recording the next");
  }
  running = true;
  try {
    return await inOwnRuntime(() => record(program, options));
  } finally {
    running = false;
  }
}

async function record(program: Program, options: RecordOptions): Promise<StackState> {
  const { project = "project", stack = "stack", config = {}, environment } = options;
  const preview = (options.mode ?? "preview") === "preview";
  const monitor = new RecordingMonitor({ project, stack, preview, config, environment });
  settings.setMockOptions(monitor, project, stack, preview, "organization");
  pulumi.runtime.setAllConfig(config, []);
  const rejections = watchRejections();
  try {
    const finished = pulumi.runtime
      .runInPulumiStack(async () => stackOutputs(await program()))
      .then(() => settings.disconnect());
    await Promise.race([finished, rejections.first]);
    await rejections.settled();
    return { project, stack, resources: monitor.resourceStates() };
  } catch (error) {
    // What else the failed program left behind must come while somebody listens.
    await Promise.race([settings.disconnect(), turns(20)]);
    await turns(2);
    throw error;
  } finally {
    rejections.stop();
  }
}

/** What a program exports. A resource that an arrow function happens to return is not meant as stack outputs. */
function stackOutputs(result: unknown): Record<string, unknown> | undefined {
  const isPlain = typeof result === "object" && result !== null && Object.getPrototypeOf(result) === Object.prototype;
  return isPlain ? (result as Record<string, unknown>) : undefined;
}

async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn++) await setImmediate();
}
