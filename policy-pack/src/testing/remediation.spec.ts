import assert from "node:assert/strict";
import { isDeepStrictEqual } from "node:util";
import { Secret, type ResourceValidationPolicy } from "@pulumi/policy";
import { compileRule, CompileContext } from "../authoring/compile";
import { opened, type Inputs } from "../authoring/remediation-inputs";
import { remediableTypes } from "../authoring/remediation";
import type { ResourceRule, Rule } from "../authoring/rule";
import { rules } from "../rules";
import { cases } from "../rules/all.cases";
import type { CaseResource, RuleCase } from "./cases";
import { collectsReferences, evaluate, unknownText } from "./evaluate";
import { changedPaths, declaredPaths, isDeclared } from "./remediation-paths";
import { asksNext, leftToPeople } from "./remediation-limits";
import { remediate, withInputs } from "./remediate";

const remediable = rules.filter(
  (rule): rule is ResourceRule => rule.kind === "resource" && rule.requirement.remediate !== undefined,
);

/** A case that a remediation changes, at preview or after an update. */
interface Mended {
  readonly testCase: RuleCase;
  readonly when: "preview" | "update";
  readonly before: Inputs;
  readonly after: Inputs;
}

function mendedCases(rule: ResourceRule): Mended[] {
  return (cases[rule.id] ?? []).flatMap((testCase) => {
    const runs = collectsReferences(testCase) ? (["preview", "update"] as const) : (["preview"] as const);
    return runs.flatMap((when) => {
      const { before, after } = remediate(rule, testCase, { when });
      return after ? [{ testCase, when, before, after }] : [];
    });
  });
}

const mended = new Map(remediable.map((rule) => [rule, mendedCases(rule)]));

function eachMended(check: (rule: ResourceRule, one: Mended) => void): void {
  for (const [rule, list] of mended) for (const one of list) check(rule, one);
}

function subject({ resources }: RuleCase): CaseResource {
  const [first] = resources;
  return first ?? assert.fail("a case needs a resource");
}

/** The case with the subject's inputs as they were remediated. */
function afterwards({ testCase, before, after }: Mended): RuleCase {
  const [, ...others] = testCase.resources;
  return { ...testCase, resources: [withInputs(subject(testCase), before, after), ...others] };
}

function title(rule: Rule, { testCase, when }: Mended): string {
  return `${rule.id}, ${testCase.title}, ${when}`;
}

describe("remediations", () => {
  it("are those of the catalogue, none missing", () => {
    const declared = rules.filter(({ requirement }) => requirement.remediate).map(({ id }) => id);
    assert.deepEqual(
      remediable.map(({ id }) => id),
      declared,
      "a rule of the whole stack cannot remediate",
    );
    assert.ok(remediable.length >= 110, String(remediable.length));
    for (const rule of rules) {
      const policy = compileRule(rule, new CompileContext()) as ResourceValidationPolicy;
      assert.equal(policy.remediateResource !== undefined, declared.includes(rule.id), rule.id);
      assert.notEqual(policy.enforcementLevel, "remediate", `${rule.id} would mend without being asked to`);
    }
  });

  it("mend what the rule's broken cases break, but for what is left to people", () => {
    const left = remediable.flatMap((rule) => {
      const done = new Set(mended.get(rule)?.map(({ testCase }) => testCase));
      const faults = (cases[rule.id] ?? []).filter((one) => one.expected === "fault" && !done.has(one));
      return faults.map((one) => `${rule.id}: ${one.title}`);
    });
    const listed = Object.entries(leftToPeople).flatMap(([id, titles]) => titles.map((one) => `${id}: ${one}`));
    assert.deepEqual(left.sort(), listed.sort());
  });

  it("have a case for each step and each of its types", () => {
    const missing = remediable.flatMap((rule) => {
      const types = new Set(mended.get(rule)?.map(({ testCase }) => subject(testCase).type));
      const without = [...remediableTypes(rule)].filter((type) => !types.has(type) && !types.has(twinOf(type)));
      return without.map((type) => `${rule.id} ${type}`);
    });
    assert.deepEqual(missing, []);
  });

  it("change nothing where the rule is content, undecided or not concerned", () => {
    for (const rule of remediable) {
      for (const testCase of cases[rule.id] ?? []) {
        if (testCase.expected === "fault") continue;
        assert.equal(remediate(rule, testCase).after, undefined, `${rule.id}, ${testCase.title}`);
      }
    }
  });

  it("leave no fault of their own rule", () => {
    eachMended((rule, one) => {
      const { outcome, faults } = evaluate(rule, afterwards(one), one.when);
      assert.notEqual(outcome, "fault", `${title(rule, one)}: ${faults.join("; ")}`);
    });
  });

  it("find nothing more to do the second time", () => {
    eachMended((rule, one) => {
      assert.equal(remediate(rule, afterwards(one), { when: one.when }).after, undefined, title(rule, one));
    });
  });

  it("write what the catalogue declares for the type and nothing else", () => {
    eachMended((rule, one) => {
      const declared = declaredPaths(rule, subject(one.testCase).type);
      const changed = changedPaths(one.before, one.after);
      assert.ok(changed.length > 0, title(rule, one));
      for (const path of changed) assert.ok(isDeclared(path, declared), `${title(rule, one)}: ${path}`);
    });
  });

  it("leave no other rule worse off, but for those on whose key it is, which are silent while there is none", () => {
    const byType = new Map<string, Rule[]>();
    const asked = new Set<string>();
    eachMended((rule, one) => {
      const { type } = subject(one.testCase);
      const others = byType.get(type) ?? rules.filter(({ types }) => types.includes(type) || types.includes("*"));
      byType.set(type, others);
      const [before, after] = [
        { ...one.testCase, config: {} },
        { ...afterwards(one), config: {} },
      ];
      for (const other of others.filter(({ id }) => id !== rule.id)) {
        if (evaluate(other, after, one.when).outcome !== "fault") continue;
        if (evaluate(other, before, one.when).outcome !== "fault") asked.add(`${rule.id}: ${other.id}`);
      }
    });
    const listed = Object.entries(asksNext).map(([id, next]) => `${id}: ${next}`);
    assert.deepEqual([...asked].sort(), listed.sort());
  });

  it("keep every secret in its envelope and see through it", () => {
    eachMended((rule, one) => {
      const { testCase, when, after } = one;
      const sealed = (inputs: Inputs): Inputs =>
        Object.fromEntries(Object.entries(inputs).map(([key, value]) => [key, new Secret(value)]));
      const result = remediate(rule, testCase, { when, inputs: sealed }).after;
      assert.deepEqual(opened(result), opened(after), title(rule, one));
      for (const key of Object.keys(one.before)) assert.ok(result?.[key] instanceof Secret, title(rule, one));
    });
  });

  it("leave an input that is not known as it is", () => {
    eachMended((rule, { testCase, before, after }) => {
      const changed = Object.keys(after).filter((key) => !isDeepStrictEqual(before[key], after[key]));
      for (const key of changed.filter((name) => name in before)) {
        const { before: open, after: left = open } = remediate(rule, testCase, {
          inputs: (inputs) => ({ ...inputs, [key]: unknownText }),
        });
        assert.equal(left[key], unknownText, `${rule.id}, ${testCase.title}: ${key}`);
      }
    });
  });
});

/** Load balancers have two names for every type, which are one and the same to the provider. */
function twinOf(type: string): string {
  return type.replace(/^aws:(lb|alb)\//, (_all, name) => (name === "lb" ? "aws:alb/" : "aws:lb/"));
}
