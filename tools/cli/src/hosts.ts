import type { ConfigPath } from "@hipaa-aws/controls";
import type { JudgedStack, Verdicts } from "@hipaa-aws/evidence";
import type { StackState } from "@hipaa-aws/stack-state";

/** A policy pack that has been started and can judge any number of stacks. */
export interface StartedPack {
  readonly name: string;
  readonly version: string;
  /** Ids of the rules that the pack holds, on or off. */
  readonly rules: readonly string[];
  /** Runs a program in the sandbox and judges what it would make. */
  preview(environment: EnvironmentProgram): Promise<JudgedStack>;
  /** Judges a stack as it is. */
  judge(state: StackState): Promise<Verdicts>;
  close(): Promise<void>;
}

/** Configuration of a pack, as in the file of `pulumi up --policy-pack-config`. */
export type PackConfig = Readonly<Record<string, unknown>>;

/** What a pack's own declarations find wrong with a configuration. */
export interface CheckedPackConfig {
  readonly name: string;
  readonly version: string;
  readonly faults: readonly { readonly path: ConfigPath; readonly text: string }[];
}

/** One environment of a stack, ready to run. */
export interface EnvironmentProgram {
  readonly program: () => unknown;
  readonly project: string;
  /** The environment's name. */
  readonly stack: string;
  /** Values by full key, for example `workload:size`. */
  readonly config: Readonly<Record<string, string>>;
}

/** What runs programs and packs; specs give their own. */
export interface Hosts {
  /** Holds configurations against what a pack declares of its policies. */
  checkConfigs(directory: string, configs: readonly PackConfig[]): Promise<readonly CheckedPackConfig[]>;
  startPack(directory: string, config: PackConfig): Promise<StartedPack>;
  previewOnEngine(environment: EnvironmentProgram, packDirectory: string, config: PackConfig): Promise<JudgedStack>;
  /** The resources as after a deployment to the simulated AWS: a state in which nothing is unknown. */
  asDeployed(environment: EnvironmentProgram): Promise<StackState>;
}
