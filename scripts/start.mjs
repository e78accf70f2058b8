// `npm start`: previews the workload in every environment and writes the report to report/. What stands after
// `npm start --` goes to the command line as it is, for example `npm start -- --env dev --json`.
import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const report = join(root, "report");
const result = spawnSync(
  process.execPath,
  [join(root, "tools", "cli", "dist", "main.js"), "preview", "--html", report, ...process.argv.slice(2)],
  { stdio: "inherit" },
);
if (result.error) console.error(`start: the command line could not be started (${result.error.message}).`);
process.exit(result.status ?? 2);
