import * as fs from "node:fs/promises";
import { LocalWorkspace, type EngineEvent, type Stack } from "@pulumi/pulumi/automation";
import type { Verdicts } from "@hipaa-aws/evidence";
import type { PolicyPackConfig } from "@hipaa-aws/sandbox";
import type { SimulatedEnvironment } from "@hipaa-aws/simulated-aws";
import { parseStackExport, type StackState } from "@hipaa-aws/stack-state";
import { EngineError, engineError, errorsIn } from "./engine-error";
import { policyObservations, violatesMandatory } from "./policy-events";
import { readPackInfo, writePackLauncher, type PackInfo } from "./policy-pack";
import { previewResources, stepCounts } from "./preview-graph";
import { findPulumi, type PulumiCli } from "./pulumi-cli";
import { noteRegistrations, type Registration } from "./registrations";
import { serveSimulatedAws, type ServedProvider } from "./simulated-provider";
import { stackEnvironment } from "./simulation";
import { Unavailable } from "./unavailable";
import { judge } from "./verdicts";
import { temporaryWorkspace, type TemporaryWorkspace } from "./workspace";

/** A stack on the real engine. */
export interface EngineStackOptions {
  /** Creates its resources each time it is called. */
  readonly program: () => unknown;
  /** Default: `project`. */
  readonly project?: string;
  /** Default: `stack`. */
  readonly stack?: string;
  /** Stack configuration by full key, for example `workload:size`. */
  readonly config?: Readonly<Record<string, string>>;
  /** A folder with `PulumiPolicy.yaml`. Default: no pack. */
  readonly packDirectory?: string;
  /** As in the file of `--policy-pack-config`. */
  readonly packConfig?: PolicyPackConfig;
  /** Account, Region and partition of the simulated AWS. Default: as for a recorded program. */
  readonly environment?: Partial<SimulatedEnvironment>;
  /** Environment variables of the CLI and the pack; the program runs in this process and does not see them. */
  readonly variables?: Readonly<Record<string, string>>;
  /** Default: what `findPulumi` finds. */
  readonly cli?: PulumiCli;
}

/** What one preview or update gave. */
export interface EngineRun {
  readonly state: StackState;
  /** Absent without a pack. After an update that a mandatory rule stopped, stack rules have not been asked. */
  readonly verdicts?: Verdicts;
  /** Resources by kind of step: `create`, `update`, `same`, `delete`. */
  readonly steps: Readonly<Record<string, number>>;
  /** Whether a mandatory rule stopped the run. */
  readonly stopped: boolean;
}

/** A stack that lives in temporary folders until it is closed. One operation at a time. */
export interface EngineStack {
  /** @throws EngineError when the program or the engine fails; a mandatory violation is a result. */
  preview(): Promise<EngineRun>;
  /** @throws EngineError as `preview`. */
  up(): Promise<EngineRun>;
  /** The whole state, default providers and all, secrets in their envelopes with plain values inside. */
  exportState(): Promise<StackState>;
  /** @throws EngineError, among others when a resource is protected. */
  destroy(): Promise<void>;
  /** Removes the folders and stops the simulated AWS. Resources need no `destroy` before: they are simulated. */
  close(): Promise<void>;
}

/**
 * Opens a stack on the real Pulumi engine with a local backend and the simulated AWS: no account, no login, no network.
 *
 * @throws EngineError when there is no CLI, or the stack cannot be set up.
 */
export async function openEngineStack(options: EngineStackOptions): Promise<EngineStack> {
  const cli = options.cli ?? (await findPulumi());
  if (cli instanceof Unavailable) throw new EngineError(cli.reason);
  const workspace = await temporaryWorkspace();
  let provider: ServedProvider | undefined;
  try {
    provider = await serveSimulatedAws(stackEnvironment(options.environment, options.config));
    return await open(options, cli, workspace, provider);
  } catch (error) {
    provider?.close();
    await workspace.remove();
    throw error instanceof EngineError ? error : engineError("stack init", [], error);
  }
}

async function open(
  options: EngineStackOptions,
  cli: PulumiCli,
  workspace: TemporaryWorkspace,
  provider: ServedProvider,
): Promise<EngineStack> {
  const project = options.project ?? "project";
  const name = options.stack ?? "stack";
  const stackUrn = `urn:pulumi:${name}::${project}::pulumi:pulumi:Stack::${project}-${name}`;
  const registrations = new Map<string, Registration>();
  const program = async (): Promise<Record<string, unknown>> => {
    noteRegistrations(registrations, { project, stack: name });
    return ((await options.program()) ?? {}) as Record<string, unknown>;
  };

  const info = options.packDirectory
    ? await preparePack(options.packDirectory, options.packConfig, workspace)
    : undefined;
  const policy = info ? { policyPacks: [info.directory], policyPackConfigs: [workspace.packConfigFile] } : {};
  const stack = await LocalWorkspace.createStack(
    { stackName: name, projectName: project, program },
    {
      pulumiCommand: cli.command,
      workDir: workspace.work,
      pulumiHome: workspace.pulumiHome,
      projectSettings: { name: project, runtime: "nodejs", backend: { url: workspace.backendUrl } },
      stackSettings: { [name]: { config: { ...options.config } } },
      envVars: {
        ...options.variables,
        ...workspace.environment,
        PULUMI_DEBUG_PROVIDERS: `aws:${provider.port}`,
      },
    },
  );

  const exportState = async (): Promise<StackState> => {
    const exported = await stack.exportStack();
    const { resources } = exported.deployment as { resources?: unknown[] };
    if (!resources?.length) return { project, stack: name, resources: [] };
    return parseStackExport(JSON.stringify(exported), `stack ${name}`);
  };

  const run = async (operation: "preview" | "up"): Promise<EngineRun> => {
    const events: EngineEvent[] = [];
    registrations.clear();
    const thrown = await operate(stack, operation, { ...policy, onEvent: (event) => events.push(event) });
    const observations = policyObservations(events, stackUrn);
    const stopped = violatesMandatory(observations);
    if (thrown && (!stopped || errorsIn(events).length > 0)) throw engineError(operation, events, thrown.cause);
    const state: StackState =
      operation === "up"
        ? await exportState()
        : { project, stack: name, resources: previewResources(events, registrations) };
    // A resource that a rule refused was judged and never came to be.
    const urns = [...state.resources.map(({ urn }) => urn), ...observations.resources];
    return {
      state,
      ...(info ? { verdicts: judge(observations, info, stackUrn, urns) } : {}),
      steps: stepCounts(events),
      stopped,
    };
  };

  return {
    preview: () => run("preview"),
    up: () => run("up"),
    exportState,
    destroy: async () => {
      const events: EngineEvent[] = [];
      const thrown = await operate(stack, "destroy", { onEvent: (event) => events.push(event) });
      if (thrown) throw engineError("destroy", events, thrown.cause);
    },
    close: async () => {
      provider.close();
      await workspace.remove();
    },
  };
}

/** Writes what the CLI needs to run the pack and asks the pack for its rules. */
async function preparePack(
  directory: string,
  config: PolicyPackConfig = {},
  workspace: TemporaryWorkspace,
): Promise<PackInfo & { directory: string }> {
  await writePackLauncher(workspace.bin, directory);
  await fs.writeFile(workspace.packConfigFile, JSON.stringify(config));
  return { ...(await readPackInfo(directory, config)), directory };
}

interface OperationOptions {
  policyPacks?: string[];
  policyPackConfigs?: string[];
  onEvent: (event: EngineEvent) => void;
}

/** Runs an operation; what the Automation API throws comes back, because a mandatory violation makes it throw too. */
async function operate(
  stack: Stack,
  operation: "preview" | "up" | "destroy",
  options: OperationOptions,
): Promise<{ cause: unknown } | undefined> {
  try {
    if (operation === "preview") await stack.preview(options);
    else if (operation === "up") await stack.up(options);
    else await stack.destroy({ onEvent: options.onEvent });
    return undefined;
  } catch (cause) {
    return { cause };
  }
}
