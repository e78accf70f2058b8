import { existsSync } from "node:fs";
import { join } from "node:path";

/** The root of the workspace that holds this tool: from `src` and from `dist` alike. */
export const workspaceRoot = join(__dirname, "..", "..", "..");

export const defaultPack = join(workspaceRoot, "policy-pack");

/** The first of these files that exists in the folder. */
export function firstExisting(directory: string, names: readonly string[]): string | undefined {
  return names.map((name) => join(directory, name)).find((path) => existsSync(path));
}
