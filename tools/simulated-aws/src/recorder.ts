import * as pulumi from "@pulumi/pulumi";
import * as settings from "@pulumi/pulumi/runtime/settings";
import type { StackState } from "@hipaa-aws/stack-state";
import { RecordingMonitor } from "./recording-monitor";

/** A Pulumi program as a function: it creates its resources each time it is called. */
export type Program = () => unknown;

/** How a program is run. */
export interface RecordOptions {
  /** Default: `project`. */
  project?: string;
  /** Default: `stack`. */
  stack?: string;
  /** Stack configuration by full key, for example `workload:size`. */
  config?: Record<string, string>;
  /**
   * `preview`: outputs of resources to be created are unknown, as in `pulumi preview`.
   * `update`: they are the simulated ones, as after `pulumi up`. Default: `preview`.
   */
  mode?: "preview" | "update";
}

/**
 * Runs a program in this process against the simulated AWS and returns what it registered.
 *
 * One program at a time: the SDK's runtime is global to a process.
 *
 * @throws whatever the program throws.
 */
export async function recordProgram(program: Program, options: RecordOptions = {}): Promise<StackState> {
  const project = options.project ?? "project";
  const stack = options.stack ?? "stack";
  const preview = (options.mode ?? "preview") === "preview";
  const monitor = new RecordingMonitor(preview);
  // setMocks switches the SDK's features for mocks on; our own monitor then takes the place of the one it made.
  await pulumi.runtime.setMocks(RecordingMonitor.unusedMocks, project, stack, preview);
  settings.setMockOptions(monitor, project, stack, preview);
  pulumi.runtime.setAllConfig(options.config ?? {}, []);
  await pulumi.runtime.runInPulumiStack(async () => (await program()) as object);
  await settings.disconnect();
  return { project, stack, resources: monitor.resourceStates() };
}
