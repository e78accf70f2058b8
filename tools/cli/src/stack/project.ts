import { existsSync, readdirSync, statSync } from "node:fs";
import { isAbsolute, join, resolve } from "node:path";
import { StackError, UsageError } from "../errors";
import { nearest } from "../nearest";
import { firstExisting, workspaceRoot } from "../workspace";
import { readYaml, type YamlFile } from "./yaml-file";

const projectFiles = ["Pulumi.yaml", "Pulumi.yml"];
const environmentFile = /^Pulumi\.(.+)\.ya?ml$/;

/** A folder with a Pulumi program. */
export interface StackProject {
  readonly directory: string;
  /** Path of its `Pulumi.yaml`. */
  readonly path: string;
  /** The project's name: the namespace of its configuration. */
  readonly name: string;
  readonly file: YamlFile;
  /** Names of `Pulumi.<environment>.yaml`, in the order in which changes travel. */
  readonly environments: readonly string[];
}

/**
 * The folder of that name under `stacks/`, or the folder at that path.
 *
 * @throws UsageError when there is none, StackError when its `Pulumi.yaml` cannot be used.
 */
export function openProject(stack: string, from: string, root: string = workspaceRoot): StackProject {
  const directory = directoryOf(stack, from, root);
  const path = firstExisting(directory, projectFiles) ?? join(directory, "Pulumi.yaml");
  const file = readYaml(path);
  const name = file.entries.find(({ key }) => key === "name")?.value;
  if (typeof name !== "string" || name === "") {
    throw new StackError(`${file.name}: the project has no name; add the line "name: <project>"`);
  }
  const environments = readdirSync(directory)
    .flatMap((entry) => environmentFile.exec(entry)?.[1] ?? [])
    .sort((one, other) => stageOf(one) - stageOf(other) || one.localeCompare(other));
  return { directory, path, name, file, environments };
}

const stages = ["dev", "test", "qa", "staging", "prod"];

/** Environments of other names stand behind these. */
function stageOf(environment: string): number {
  const stage = stages.indexOf(environment);
  return stage < 0 ? stages.length : stage;
}

/**
 * The environments that are asked for, each once, in the order asked; `all` stands for every one.
 *
 * @throws UsageError that names the environments there are.
 */
export function chooseEnvironments(asked: readonly string[], project: StackProject): string[] {
  const { environments, directory } = project;
  if (environments.length === 0) {
    throw new UsageError(`${directory} has no environment; add a file Pulumi.<environment>.yaml`);
  }
  const names = asked.flatMap((text) => text.split(",")).filter((name) => name !== "");
  const unknown = names.find((name) => name !== "all" && !environments.includes(name));
  if (unknown !== undefined) {
    throw new UsageError(
      `there is no environment "${unknown}"; ${project.name} has ${environments.join(", ")} (or all)`,
    );
  }
  return names.length === 0 || names.includes("all") ? [...environments] : [...new Set(names)];
}

function directoryOf(stack: string, from: string, root: string): string {
  const stacks = join(root, "stacks");
  const named = /^[\w.-]+$/.test(stack) && !/^\.+$/.test(stack) ? join(stacks, stack) : undefined;
  if (named && isProject(named)) return named;
  const path = isAbsolute(stack) ? stack : resolve(from, stack);
  if (isProject(path)) return path;
  const known = existsSync(stacks) ? readdirSync(stacks).filter((name) => isProject(join(stacks, name))) : [];
  if (existsSync(path) && statSync(path).isDirectory()) {
    throw new UsageError(`${path} has no Pulumi.yaml; give a folder that has one, or one of ${known.join(", ")}`);
  }
  const [near] = nearest(stack, known);
  throw new UsageError(
    `there is no stack "${stack}"; give ${known.length > 0 ? `one of ${nearFirst(known, near).join(", ")}, or ` : ""}the path of a folder with Pulumi.yaml`,
  );
}

function nearFirst(names: readonly string[], near: string | undefined): string[] {
  return near === undefined ? [...names] : [near, ...names.filter((name) => name !== near)];
}

function isProject(directory: string): boolean {
  return firstExisting(directory, projectFiles) !== undefined;
}
