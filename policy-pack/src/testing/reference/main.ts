import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as prettier from "prettier";
import { rules } from "../../rules";
import { cases } from "../../rules/all.cases";
import { requiredArguments } from "./example-case";
import { argumentsInUse, examplesOf } from "./examples";
import { pagesOf } from "./pages";

/** Writes the pages of all rules, removes those of rules that are no more, and drops arguments that no example needs. */
async function main(): Promise<void> {
  const folder = join(__dirname, "..", "..", "..", "docs", "rules");
  const examples = examplesOf(rules, cases);
  const pages = await pagesOf(rules, examples);
  mkdirSync(folder, { recursive: true });
  for (const file of readdirSync(folder)) if (!pages.has(file)) rmSync(join(folder, file));
  for (const [file, text] of pages) writeFileSync(join(folder, file), text);
  const kept = JSON.stringify(inUse(argumentsInUse(examples, cases)));
  writeFileSync(
    join(__dirname, "required-arguments.json"),
    await prettier.format(kept, { parser: "json", printWidth: 120, objectWrap: "collapse" }),
  );
  const without = [...examples].filter(([, { good, bad }]) => !good || !bad).map(([id]) => id);
  process.stdout.write(`${pages.size} pages in ${folder}; without both examples: ${without.join(", ") || "none"}\n`);
}

function inUse(needed: ReadonlySet<string>): Record<string, Record<string, unknown>> {
  const types = Object.entries(requiredArguments).map(([type, paths]) => {
    const kept = Object.entries(paths).filter(([path]) => needed.has(`${type} ${path}`));
    return [type, Object.fromEntries(kept)] as const;
  });
  return Object.fromEntries(types.filter(([, paths]) => Object.keys(paths).length > 0));
}

void main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
