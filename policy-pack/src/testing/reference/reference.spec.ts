import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { policyMetadata } from "../../authoring/policy-metadata";
import { rules } from "../../rules";
import { cases } from "../../rules/all.cases";
import { evaluate } from "../evaluate";
import { exampleCase, requiredArguments } from "./example-case";
import { exampleProgram } from "./example-program";
import { argumentsInUse, examplesOf, type RuleExamples } from "./examples";
import { missingExamples } from "./missing-examples";
import { pagesOf } from "./pages";

const folder = join(__dirname, "..", "..", "..", "docs", "rules");
const command = "npx tsx policy-pack/src/testing/reference/main.ts";

describe("the reference of the rules", function () {
  // All examples are compiled in one go, with the types of a hundred services.
  this.timeout(600_000);
  let examples: Map<string, RuleExamples>;
  let pages: Map<string, string>;

  before(async () => {
    examples = examplesOf(rules, cases);
    pages = await pagesOf(rules, examples);
  });

  it("has a good and a bad example that compile for every rule, but those with a reason", () => {
    const missing = [...examples].flatMap(([id, { good, bad }]) => [
      ...(good ? [] : [`${id}.good`]),
      ...(bad ? [] : [`${id}.bad`]),
    ]);
    const explained = Object.entries(missingExamples).flatMap(([id, sides]) =>
      Object.keys(sides).map((side) => `${id}.${side}`),
    );
    assert.deepEqual(missing.sort(), explained.sort());
  });

  it("prints examples that are cases of the rule, and that the rule judges as the page says", () => {
    for (const rule of rules) {
      for (const [side, example] of Object.entries(examples.get(rule.id) ?? {}) as [string, RuleExamples["good"]][]) {
        if (!example) continue;
        const { testCase, program, outputs } = example;
        const where = `${rule.id}, ${side}`;
        assert.equal(program, exampleProgram(testCase.resources, outputs), where);
        const source = cases[rule.id]?.find(({ title }) => title === testCase.title);
        assert.ok(source, where);
        assert.deepEqual(exampleCase(source), testCase, where);
        const answer = evaluate(rule, testCase, "preview");
        assert.equal(answer.outcome, side === "good" ? "pass" : "fault", where);
        assert.equal(testCase.expected, answer.outcome, where);
        const page = pages.get(`${rule.id}.md`) ?? "";
        assert.ok(bare(page).includes(bare(program)), where);
      }
    }
  });

  it(`is as generated; otherwise run ${command}`, () => {
    const files = new Map(readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), "utf8")]));
    const differs = [...new Set([...pages.keys(), ...files.keys()])].filter(
      (file) => pages.get(file) !== files.get(file),
    );
    assert.deepEqual(differs, [], `run ${command}`);
  });

  it("is what each policy names as its page", () => {
    for (const rule of rules) {
      const { url = "" } = policyMetadata(rule);
      assert.ok(url.startsWith("https://unpkg.com/@hipaa-aws/policy-pack@"), url);
      assert.ok(pages.has(url.slice(url.indexOf("/docs/rules/") + "/docs/rules/".length)), url);
    }
  });

  it("links to pages that are there", () => {
    for (const [file, text] of pages) {
      for (const [, target = ""] of text.matchAll(/\]\(([^)]+\.md)\)/g))
        assert.ok(pages.has(target), `${file}: ${target}`);
    }
  });

  it("has no required argument on record that no example needs", () => {
    const needed = argumentsInUse(examples, cases);
    const onRecord = Object.entries(requiredArguments).flatMap(([type, paths]) =>
      Object.keys(paths).map((path) => `${type} ${path}`),
    );
    assert.deepEqual(
      onRecord.filter((name) => !needed.has(name)),
      [],
      `run ${command}`,
    );
  });
});

/** A text without what formatting changes: space, commas, and which quotes a text stands in. */
function bare(text: string): string {
  return text.replace(/[\s,'"\\]/g, "");
}
