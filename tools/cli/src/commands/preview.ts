import type { StackState } from "@hipaa-aws/stack-state";
import { PreviewError, UsageError } from "../errors";
import type { EnvironmentProgram, Hosts, PackConfig } from "../hosts";
import type { Io } from "../io";
import { deliver, type OutputOptions } from "../output/deliver";
import { progressFor, type Progress } from "../output/progress";
import type { JudgedEnvironment } from "../output/result";
import { packConfiguration, packDirectory, type BaselineOptions, type PackOptions } from "../pack-options";
import { configOverrides, environmentConfig } from "../stack/config";
import { loadProgram } from "../stack/program";
import { chooseEnvironments, openProject } from "../stack/project";

export interface PreviewOptions extends OutputOptions, PackOptions, BaselineOptions {
  readonly env?: readonly string[];
  readonly config?: readonly string[];
  readonly host: "sandbox" | "engine";
}

/**
 * Runs a stack's program for each environment and judges what it would make. Everything that can be wrong with the
 * input is found before the first program runs.
 */
export async function preview(stack: string, options: PreviewOptions, io: Io, hosts: Hosts): Promise<0 | 1> {
  const project = openProject(stack, io.directory);
  const names = chooseEnvironments(options.env ?? [], project);
  const overrides = configOverrides(options.config ?? [], project.name);
  const configs = names.map((name) => environmentConfig(project, name, overrides));
  const pack = packDirectory(options, io.directory);
  const packConfig = await packConfiguration(options, io, project.directory);
  if (options.export === "") throw new UsageError("--export needs the name of a file");

  const program = loadProgram(project);
  const environments = names.map((name, index) => ({
    program,
    project: project.name,
    stack: name,
    config: configs[index] ?? {},
  }));
  const progress = await progressFor(io);
  try {
    const run = options.host === "engine" ? onEngine : inSandbox;
    const ran = await run(environments, pack, packConfig, hosts, progress);
    const judged = ran.map((environment) => ({ ...environment, source: project.path }));
    const exported = options.export === undefined ? [] : await asDeployed(environments, hosts, progress);
    progress.end();
    return await deliver(project.name, judged, options, io, exported);
  } finally {
    progress.end();
  }
}

/** One started pack judges all environments. */
async function inSandbox(
  environments: readonly EnvironmentProgram[],
  directory: string,
  config: PackConfig,
  hosts: Hosts,
  progress: Progress,
): Promise<JudgedEnvironment[]> {
  progress.step("Starting the policy pack");
  const pack = await hosts.startPack(directory, config);
  try {
    return await each(environments, progress, (environment) => pack.preview(environment));
  } finally {
    await pack.close();
  }
}

function onEngine(
  environments: readonly EnvironmentProgram[],
  directory: string,
  config: PackConfig,
  hosts: Hosts,
  progress: Progress,
): Promise<JudgedEnvironment[]> {
  return each(environments, progress, (environment) => hosts.previewOnEngine(environment, directory, config));
}

/** A state holds no unknowns, so what is exported is the graph with the values that the simulated AWS gives. */
async function asDeployed(
  environments: readonly EnvironmentProgram[],
  hosts: Hosts,
  progress: Progress,
): Promise<StackState[]> {
  const states: StackState[] = [];
  for (const environment of environments) {
    progress.step(`Exporting ${environment.project}, ${environment.stack}`);
    states.push(await hosts.asDeployed(environment));
  }
  return states;
}

/** In turn: Pulumi's runtime is global to the process. */
async function each(
  environments: readonly EnvironmentProgram[],
  progress: Progress,
  judge: (environment: EnvironmentProgram) => Promise<JudgedEnvironment["judged"]>,
): Promise<JudgedEnvironment[]> {
  const results: JudgedEnvironment[] = [];
  for (const environment of environments) {
    progress.step(`Previewing ${environment.project}, ${environment.stack}`);
    try {
      results.push({ name: environment.stack, judged: await judge(environment) });
    } catch (error) {
      throw new PreviewError(`${environment.project}, ${environment.stack}`, error);
    }
  }
  return results;
}
