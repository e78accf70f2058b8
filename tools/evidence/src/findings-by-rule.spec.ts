import assert from "node:assert/strict";
import * as fc from "fast-check";
import { findingsByRule } from "./findings-by-rule";
import { anyVerdicts } from "./testing/arbitrary";
import type { Finding } from "./verdicts";

const finding = (given: Partial<Finding>): Finding => ({
  rule: "rule",
  urn: "urn:pulumi:dev::p::t::n",
  level: "mandatory",
  outcome: "violation",
  message: "wrong",
  citations: [],
  mend: "",
  ...given,
});

describe("findings by rule", () => {
  it("keep every finding, each under its own rule, each rule once", () => {
    fc.assert(
      fc.property(anyVerdicts, ({ findings }) => {
        const groups = findingsByRule(findings);
        assert.equal(new Set(groups.map(({ rule }) => rule)).size, groups.length);
        assert.equal(groups.flatMap((group) => group.findings).length, findings.length);
        for (const group of groups) for (const found of group.findings) assert.equal(found.rule, group.rule);
      }),
    );
  });

  it("do not depend on the order in which a host reports", () => {
    fc.assert(
      fc.property(anyVerdicts, ({ findings }) => {
        const names = (list: readonly Finding[]) => findingsByRule(list).map(({ rule }) => rule);
        assert.deepEqual(names([...findings].reverse()), names(findings));
      }),
    );
  });

  it("come mandatory first, then by severity, then by id", () => {
    const groups = findingsByRule([
      finding({ rule: "d", severity: "critical", level: "advisory" }),
      finding({ rule: "c" }),
      finding({ rule: "b", severity: "low" }),
      finding({ rule: "a", severity: "low" }),
      finding({ rule: "z", severity: "critical" }),
    ]);
    assert.deepEqual(
      groups.map(({ rule }) => rule),
      ["z", "a", "b", "c", "d"],
    );
  });

  it("carry the worst severity, all citations once, and the mend", () => {
    const [group] = findingsByRule([
      finding({ severity: "low", citations: ["164.312(b)"] }),
      finding({ severity: "high", citations: ["164.312(b)", "164.312(c)(1)"], mend: "Do it." }),
    ]);
    assert.equal(group?.severity, "high");
    assert.deepEqual(group?.citations, ["164.312(b)", "164.312(c)(1)"]);
    assert.equal(group?.mend, "Do it.");
  });
});
