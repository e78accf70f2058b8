// `npm test`: the tests of every project through Nx, and the sum of what they counted.
// A run in which nothing was counted fails: a green run that tested nothing is the worst kind.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { nx, nxEnvironment, root } from "./nx.mjs";

const workspace = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;
const projects = Object.values(workspace)
  .filter((entry) => entry.link)
  .map((entry) => entry.resolved)
  .filter((folder) => "test" in (JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8")).scripts ?? {}));
const counts = (folder) => join(root, folder, "reports", "tests.json");

// Counts of an earlier run must not stand in for a project that never came to run.
for (const folder of projects) rmSync(counts(folder), { force: true });

const run = spawnSync(
  process.execPath,
  nx("run-many", "-t", "test", "--outputStyle=static", "--parallel=2", ...process.argv.slice(2)),
  { cwd: root, stdio: ["ignore", "inherit", "inherit"], env: nxEnvironment },
);

const total = { passed: 0, failed: 0, skipped: 0 };
const silent = [];
for (const folder of projects) {
  if (!existsSync(counts(folder))) {
    silent.push(folder);
    continue;
  }
  const counted = JSON.parse(readFileSync(counts(folder), "utf8"));
  for (const key of Object.keys(total)) total[key] += counted[key];
}
if (silent.length > 0) console.error(`No test was counted in: ${silent.join(", ")}`);
const failed = run.status !== 0 || total.failed > 0 || total.passed === 0 || silent.length > 0;
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(failed ? 1 : 0);
