import { existsSync, realpathSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { join, relative, resolve } from "node:path";
import { messageOf, StackError } from "../errors";
import type { StackProject } from "./project";

/**
 * The program of a stack: the function that its main module exports, by itself, as `default` or as `program`. It is
 * called once for each environment, so a module that makes resources while it is loaded cannot serve.
 *
 * @throws StackError when the module is missing, fails to load or exports no function.
 */
export function loadProgram(project: StackProject): () => unknown {
  const require = createRequire(join(project.directory, "package.json"));
  const main = mainModule(project, require);
  const shown = relative(project.directory, main) || main;
  refuseSecondSdk(project, main);
  let loaded: unknown;
  try {
    loaded = require(main);
  } catch (error) {
    throw new StackError(`${project.name}: ${shown} cannot be loaded: ${messageOf(error)}`, { cause: error });
  }
  const { default: byDefault, program } = (loaded ?? {}) as { default?: unknown; program?: unknown };
  const found = [loaded, byDefault, program].find((candidate) => typeof candidate === "function");
  if (!found) {
    throw new StackError(
      `${project.name}: ${shown} exports no function; write the program as a function and export it ("export = program"), so that it can run once for each environment`,
    );
  }
  return found as () => unknown;
}

function mainModule(project: StackProject, require: NodeJS.Require): string {
  const main = project.file.entries.find(({ key }) => key === "main")?.value;
  const asked = typeof main === "string" ? main : ".";
  const path = resolve(project.directory, asked);
  const written = existsSync(path) && statSync(path).isDirectory() ? packageMain(path) : path;
  try {
    const resolved = require.resolve(path);
    if (!/\.[cm]?ts$/.test(resolved)) return resolved;
  } catch {
    // Falls through to the message for both cases: not built, or TypeScript that nothing has compiled.
  }
  throw new StackError(
    `${project.name}: the main module ${relative(project.directory, written)} is not there as JavaScript; build the stack first (npm run build)`,
  );
}

function packageMain(directory: string): string {
  const manifest = join(directory, "package.json");
  if (!existsSync(manifest)) return join(directory, "index.js");
  const { main } = createRequire(manifest)(manifest) as { main?: unknown };
  return join(directory, typeof main === "string" ? main : "index.js");
}

/** A program with another copy of the SDK would register its resources there, and an empty stack would pass every rule. */
function refuseSecondSdk(project: StackProject, main: string): void {
  const theirs = sdkSeenFrom(main);
  const ours = sdkSeenFrom(createRequire(__filename).resolve("@hipaa-aws/sandbox"));
  if (theirs && ours && theirs !== ours) {
    throw new StackError(
      `${project.name}: the program uses another copy of @pulumi/pulumi (${theirs}); install it in the workspace of this tool, or export the stack and use hipaa scan`,
    );
  }
}

function sdkSeenFrom(module: string): string | undefined {
  try {
    return realpathSync(createRequire(module).resolve("@pulumi/pulumi"));
  } catch {
    return undefined;
  }
}
