import assert from "node:assert/strict";
import { Findings } from "../authoring/findings";
import type { Rule } from "../authoring/rule";
import { Truth } from "../authoring/truth";
import { rules } from "../rules";
import { cases } from "../rules/all.cases";
import type { RuleCase } from "./cases";
import { collectsReferences, evaluate } from "./evaluate";

/** How an expectation of a rule is broken on purpose. */
const mutants: Readonly<Record<string, (condition: Truth) => Truth>> = {
  "holds always": () => Truth.yes,
  "holds never": () => Truth.no,
  "is turned around": (condition) => condition.not(),
};

/** Where in the source an expectation stands; for the ready-made conditions, which of them it is, too. */
function siteOf(text: string): string {
  const frames = (new Error().stack ?? "").split("\n").slice(3);
  const outside = frames.find((frame) => !/authoring.(?:findings|resource-check|stack-check)\.ts/.test(frame)) ?? "";
  const site = /src.(?:[\w-]+.)+ts:\d+/.exec(outside.replaceAll("\\", "/"))?.[0] ?? "";
  return site.includes("authoring/conditions") ? `${site} ${text}` : site;
}

/** Runs something with every expectation passed through `change`. */
function withExpectations<T>(change: (site: string, condition: Truth) => Truth, work: () => T): T {
  const original = Object.getOwnPropertyDescriptor(Findings.prototype, "expect");
  const expect = original?.value as (urn: string, truth: Truth, text: string) => void;
  Findings.prototype.expect = function (this: Findings, urn, condition, text) {
    expect.call(this, urn, change(siteOf(text), condition), text);
  };
  try {
    return work();
  } finally {
    Object.defineProperty(Findings.prototype, "expect", original ?? {});
  }
}

/** Whether a rule still says what a case expects. */
function holds(rule: Rule, testCase: RuleCase): boolean {
  const { expected, afterUpdate = expected, at = [testCase.resources[0]?.name ?? ""] } = testCase;
  const isAnswer = (when: "preview" | "update", wanted: RuleCase["expected"]): boolean => {
    const answer = evaluate(rule, testCase, when);
    if (answer.outcome !== wanted) return false;
    return !["fault", "undecided"].includes(wanted) || answer.at.join() === [...at].sort().join();
  };
  return isAnswer("preview", expected) && (!collectsReferences(testCase) || isAnswer("update", afterUpdate));
}

describe("rules with one expectation broken on purpose", () => {
  for (const rule of rules) {
    it(`${rule.id} fails a case of its own`, () => {
      const own = cases[rule.id] ?? [];
      const sites = new Map<string, RuleCase[]>();
      for (const testCase of own) {
        const note = (site: string, condition: Truth): Truth => {
          const reached = sites.get(site) ?? [];
          if (reached.at(-1) !== testCase) reached.push(testCase);
          sites.set(site, reached);
          return condition;
        };
        withExpectations(note, () => holds(rule, testCase));
      }
      const survivors = [...sites].flatMap(([site, reached]) =>
        Object.entries(mutants)
          .filter(([, mutate]) => {
            let isOther = false;
            const change = (at: string, condition: Truth): Truth => {
              if (at !== site) return condition;
              const changed = mutate(condition);
              isOther ||= changed.isYes !== condition.isYes || changed.isNo !== condition.isNo;
              return changed;
            };
            const isUnnoticed = withExpectations(change, () => reached.every((testCase) => holds(rule, testCase)));
            return isOther && isUnnoticed;
          })
          .map(([name]) => `${site} ${name}`),
      );
      assert.deepEqual(survivors, [], "no case notices");
    });
  }
});
