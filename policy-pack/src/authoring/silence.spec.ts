import assert from "node:assert/strict";
import { cases } from "../rules/all.cases";
import { rules } from "../rules";
import type { RuleCase } from "../testing/cases";
import { Built, evaluate } from "../testing/evaluate";
import { compileRule, CompileContext } from "./compile";
import type { ConfiguredPolicy } from "./configured-pack";
import type { Rule } from "./rule";
import { isSilent } from "./silence";

const today = new Date("2026-11-22T12:00:00Z");
const resourceRules = rules.filter(({ kind }) => kind === "resource");

/** Whether a rule of one resource says beforehand that it is silent about the subject of a case. */
function foretells(rule: Rule, { resources, config = {} }: RuleCase, configured: "configured" | "not seen"): boolean {
  const context = new CompileContext(() => today);
  const policy: ConfiguredPolicy = { level: "mandatory", properties: config };
  if (configured === "configured") context.configure(() => new Map([[rule.id, policy]]));
  const [subject] = resources;
  assert.ok(subject);
  const args = new Built(subject, resources, "preview").validationArgs(<T>() => config as T);
  const isForetold = isSilent(compileRule(rule, context), args);
  assert.deepEqual([...context.run.exempted, ...context.run.exemptionsSeen], [], "it leaves a trace");
  assert.ok(!context.run.isUndecided(rule.id, () => true), "it leaves a trace");
  return isForetold;
}

describe("silence told beforehand", () => {
  it("is that of the rule, in every case of every rule of one resource", () => {
    let silent = 0;
    for (const rule of resourceRules) {
      for (const testCase of cases[rule.id] ?? []) {
        const { outcome, exempted } = evaluate(rule, testCase, "preview", today);
        const isPass = outcome === "pass" && exempted.length === 0;
        // A case of another type never comes to it: the rule is not handed out for such a resource.
        if (!rule.types.includes("*") && !rule.types.includes(testCase.resources[0]?.type ?? "")) continue;
        assert.equal(foretells(rule, testCase, "configured"), isPass, `${rule.id}: ${testCase.title}`);
        if (isPass) silent++;
      }
    }
    assert.ok(silent > resourceRules.length, `${silent} silent cases`);
  });

  it("is never told while the configuration cannot be seen", () => {
    for (const rule of resourceRules) {
      const [pass] = cases[rule.id]?.filter(({ expected }) => expected === "pass") ?? [];
      assert.ok(pass, rule.id);
      assert.equal(foretells(rule, pass, "not seen"), false, rule.id);
    }
  });
});
