import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { rules } from "../../rules";
import { cases } from "../../rules/all.cases";
import { examplesOf } from "./examples";
import { pagesOf } from "./pages";

/** Writes the pages of all rules, and removes those of rules that are no more. */
async function main(): Promise<void> {
  const folder = join(__dirname, "..", "..", "..", "docs", "rules");
  const pages = await pagesOf(rules, examplesOf(rules, cases));
  mkdirSync(folder, { recursive: true });
  for (const file of readdirSync(folder)) if (!pages.has(file)) rmSync(join(folder, file));
  for (const [file, text] of pages) writeFileSync(join(folder, file), text);
  process.stdout.write(`${pages.size} pages in ${folder}\n`);
}

void main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
