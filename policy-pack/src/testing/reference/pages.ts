import { requirements } from "@hipaa-aws/controls";
import * as prettier from "prettier";
import type { Rule } from "../../authoring/rule";
import type { RuleExamples } from "./examples";
import { indexPageText } from "./index-page";
import { rulePageText } from "./page";

/** As the workspace formats its files. */
const format: prettier.Options = { parser: "markdown", printWidth: 120 };

/** All pages by file name, formatted: one for each rule and the index. */
export async function pagesOf(
  rules: readonly Rule[],
  examples: ReadonlyMap<string, RuleExamples>,
): Promise<Map<string, string>> {
  const near = nearRules(rules);
  const pages = new Map<string, string>();
  for (const rule of [...rules].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const text = rulePageText(rule, examples.get(rule.id) ?? {}, near.get(rule.id) ?? []);
    pages.set(`${rule.id}.md`, await prettier.format(text, format));
  }
  pages.set("README.md", await prettier.format(indexPageText(rules), format));
  return pages;
}

/** By rule, the rules that judge a neighboring fault, as either of the two says. */
function nearRules(rules: readonly Rule[]): Map<string, string[]> {
  const known = new Set(rules.map(({ id }) => id));
  const near = new Map<string, Set<string>>(rules.map(({ id }) => [id, new Set()]));
  const join = (a: string, b: string): void => {
    if (a === b || !known.has(a) || !known.has(b)) return;
    near.get(a)?.add(b);
    near.get(b)?.add(a);
  };
  for (const { id, overlaps = [], mergedInto } of requirements().values()) {
    for (const other of overlaps) join(id, other);
    if (mergedInto !== undefined) join(id, mergedInto);
  }
  return new Map([...near].map(([id, others]) => [id, [...others].sort()]));
}
