// Set-up for `npm start` and `npm test` on a fresh clone: installs what is missing, then builds.
// Node's own modules only: nothing is installed yet when this runs.
import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { nx, nxEnvironment, root } from "./nx.mjs";

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 20)) {
  fail(`Node ${process.versions.node} is too old: this workspace needs Node 20.20 or later (see .nvmrc).`);
}

if (installIsMissingOrOld()) {
  console.error("Installing dependencies (npm ci) ...");
  // No dependency here needs a script of its own to be installed, so none gets to run one.
  run("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], "the dependencies could not be installed");
}
run(process.execPath, nx("run-many", "-t", "build", "--outputStyle=static"), "the build failed", true);

// npm writes node_modules/.package-lock.json at the end of every install, so its age is the install's age.
function installIsMissingOrOld() {
  const installed = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(installed)) return true;
  return statSync(installed).mtimeMs < statSync(join(root, "package-lock.json")).mtimeMs;
}

function run(command, args, fault, quiet = false) {
  const result = spawnSync(command, args, {
    cwd: root,
    stdio: quiet ? ["ignore", "pipe", "pipe"] : ["ignore", "inherit", "inherit"],
    shell: process.platform === "win32" && command === "npm",
    env: nxEnvironment,
    maxBuffer: 256 * 1024 * 1024,
  });
  if (result.status === 0) return;
  if (quiet) process.stderr.write(Buffer.concat([result.stdout ?? Buffer.alloc(0), result.stderr ?? Buffer.alloc(0)]));
  fail(`${fault} (${command} exited with ${result.status ?? result.signal ?? result.error?.code}).`);
}

function fail(message) {
  console.error(`prepare: ${message}`);
  process.exit(1);
}
