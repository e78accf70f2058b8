import assert from "node:assert/strict";
import * as fc from "fast-check";
import { citations, requirements } from "@hipaa-aws/controls";
import { evidenceByCitation, type CitationEvidence } from "./evidence-by-citation";
import { anyVerdicts, judgedWith } from "./testing/arbitrary";
import type { Finding, Verdicts } from "./verdicts";

const rule = "s3-public-access-block";
const served = requirements().get(rule)?.hipaa ?? [];
const urn = "urn:pulumi:dev::clinic::aws:s3/bucket:Bucket::phi";
const finding: Finding = {
  rule,
  urn,
  level: "mandatory",
  outcome: "violation",
  message: "open",
  citations: [],
  mend: "",
};

function rowOf(verdicts: Partial<Verdicts>, id = served[0]): CitationEvidence {
  const whole = {
    pack: { name: "p", version: "1" },
    rules: [],
    findings: [],
    declassified: [],
    remediated: [],
    passed: [],
    notApplicable: 0,
    ...verdicts,
  };
  const row = evidenceByCitation(judgedWith(whole), requirements()).find(({ citation }) => citation.id === id);
  assert.ok(row, `no row for ${id}`);
  return row;
}

describe("evidence by citation", () => {
  const rules = [{ rule, level: "mandatory" as const }];

  it("has the rule of these tests in the catalogue", () => assert.ok(served.length > 0));

  it("has one row for each citation, in the order of the regulation", () => {
    const verdicts = {
      pack: { name: "p", version: "1" },
      rules: [],
      findings: [],
      declassified: [],
      remediated: [],
      passed: [],
      notApplicable: 0,
    };
    const rows = evidenceByCitation(judgedWith(verdicts), requirements());
    assert.deepEqual(
      rows.map(({ citation }) => citation.id),
      citations.map(({ id }) => id),
    );
  });

  it("says that a citation without an active rule is not assessed, never that it is met", () => {
    assert.equal(rowOf({}).status, "not assessed by rules");
    assert.equal(rowOf({ rules }, "164.308(a)(1)(ii)(C)").status, "not assessed by rules");
  });

  it("tells a rule that had nothing to judge from one that found nothing", () => {
    assert.equal(rowOf({ rules }).status, "nothing to judge");
    assert.equal(rowOf({ rules, passed: [{ rule, urn }] }).status, "no findings");
  });

  it("lets the worst judgement of any rule decide", () => {
    const passed = [{ rule, urn: `${urn}-2` }];
    const exempted = { ...finding, outcome: "exempted" as const };
    const undecided = { ...finding, outcome: "undecided" as const, urn: `${urn}-3` };
    assert.equal(rowOf({ rules, passed, findings: [exempted] }).status, "exempted");
    assert.equal(rowOf({ rules, passed, findings: [exempted, undecided] }).status, "undecided");
    assert.equal(
      rowOf({ rules, passed, findings: [exempted, undecided, { ...finding, urn: `${urn}-4` }] }).status,
      "violations",
    );
  });

  it("counts a resource once for each rule, by its worst judgement, so a pass never hides a finding", () => {
    const row = rowOf({ rules, passed: [{ rule, urn }], findings: [finding, { ...finding, message: "again" }] });
    assert.deepEqual(row.counts, { failed: 1, undecided: 0, exempted: 0, passed: 0 });
    assert.deepEqual(row.resources, [urn]);
  });

  it("takes the citations of a rule that the catalogue does not know from its findings", () => {
    const row = rowOf({ findings: [{ ...finding, rule: "acme-rule", citations: ["164.312(d)"] }] }, "164.312(d)");
    assert.deepEqual(
      row.rules.map((entry) => entry.rule),
      ["acme-rule"],
    );
  });

  it("adds up: counts of a row are those of its rules, and each rule judges each resource once", () => {
    fc.assert(
      fc.property(anyVerdicts, (verdicts) => {
        for (const row of evidenceByCitation(judgedWith(verdicts), requirements())) {
          for (const key of ["failed", "undecided", "exempted", "passed"] as const) {
            assert.equal(
              row.counts[key],
              row.rules.reduce((sum, entry) => sum + entry.counts[key], 0),
            );
          }
          const judged = row.rules.flatMap((entry) => [...entry.resources.keys()]);
          assert.equal(
            Object.values(row.counts).reduce((a, b) => a + b, 0),
            judged.length,
          );
          assert.deepEqual(row.resources, [...new Set(judged)].sort());
          assert.equal(row.status === "not assessed by rules", row.rules.length === 0);
        }
      }),
    );
  });

  it("never shows a violated rule's citation as free of findings", () => {
    fc.assert(
      fc.property(anyVerdicts, (verdicts) => {
        const rows = evidenceByCitation(judgedWith(verdicts), requirements());
        for (const { rule: id, outcome } of verdicts.findings.filter((entry) => entry.outcome === "violation")) {
          for (const cited of requirements().get(id)?.hipaa ?? []) {
            assert.equal(rows.find(({ citation }) => citation.id === cited)?.status, "violations", `${id} ${outcome}`);
          }
        }
      }),
    );
  });
});
