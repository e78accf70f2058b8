// Where Nx's command is, and the environment in which scripts run it: no daemon, no cloud, plain output.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = join(dirname(fileURLToPath(import.meta.url)), "..");

export const nxEnvironment = { ...process.env, NX_DAEMON: "false", NX_TUI: "false", NX_NO_CLOUD: "true" };

/** The arguments with which node runs Nx. */
export function nx(...args) {
  const folder = join(root, "node_modules", "nx");
  const { bin } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return [join(folder, bin.nx), ...args];
}
