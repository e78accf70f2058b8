import assert from "node:assert/strict";
import { unknown } from "../../testing/cases";
import { evaluate } from "../../testing/evaluate";
import { pathsRules } from "../paths";
import { pathsCases } from "../paths.cases";

/** An unknown that comes from no resource cannot be told from what a provider computes, once it is not recorded. */
function holdsPlainUnknown(value: unknown): boolean {
  if (value === unknown) return true;
  return typeof value === "object" && value !== null && Object.values(value).some(holdsPlainUnknown);
}

describe("paths as the engine hands stacks over, without the dependencies of literal inputs", () => {
  for (const rule of pathsRules) {
    it(`${rule.id} judges them alike`, () => {
      for (const one of pathsCases[rule.id] ?? []) {
        if (one.resources.some(({ properties }) => holdsPlainUnknown(properties))) continue;
        const { outcome } = evaluate(rule, { ...one, recorded: "wired inputs" }, "preview");
        assert.equal(outcome, one.expected, one.title);
      }
    });
  }
});
