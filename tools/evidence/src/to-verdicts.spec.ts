import assert from "node:assert/strict";
import { declassifiedText, exemptedText, undecidedText, violationText } from "@hipaa-aws/controls";
import fc from "fast-check";
import type { PolicyInfo } from "./policy-info";
import { toVerdicts, type PolicyDiagnostic, type PolicyRun } from "./to-verdicts";
import type { Verdicts } from "./verdicts";

const stackUrn = "urn:pulumi:s::p::pulumi:pulumi:Stack::p-s";
const urns = ["a", "b", "c"].map((name) => `urn:pulumi:s::p::aws:s3/bucket:Bucket::${name}`);
const [a = "", b = ""] = urns;
const terms = { reason: "the vendor moves in spring", owner: "data", ticket: "SEC-1", expires: "2027-01-31" };
const exemptedRule = exemptedText({ rule: "rule", terms, obligation: "required", fault: "is open" });
const policy = (name: string, rest: Partial<PolicyInfo> = {}): PolicyInfo => ({
  name,
  description: `${name} is needed.`,
  level: "mandatory",
  kind: "resource",
  ...rest,
});
const levels = ({ rules }: Verdicts) => rules.map(({ rule, level }) => [rule, level]);
const run = (rest: Partial<PolicyRun> = {}): PolicyRun => ({
  pack: { name: "pack", version: "1.0.0" },
  policies: [
    policy("rule"),
    policy("stack-rule", { kind: "stack" }),
    policy("hipaa-exempted-findings", { kind: "stack" }),
  ],
  stackUrn,
  urns: new Set(urns),
  passed: [],
  notApplicable: 0,
  ...rest,
});
const diagnostic = (policyName: string, message: string, rest: Partial<PolicyDiagnostic> = {}): PolicyDiagnostic => ({
  policyName,
  message,
  enforcementLevel: "mandatory",
  urn: a,
  ...rest,
});

describe("toVerdicts", () => {
  it("takes fault, citations and mend of a violation's text apart", () => {
    const text = violationText({ fault: "it is open", citations: ["164.312(b)"], mend: "Close it." });
    const [finding] = toVerdicts([diagnostic("rule", `rule is needed.\n${text}`)], run()).findings;
    assert.deepEqual(finding, {
      rule: "rule",
      urn: a,
      level: "mandatory",
      outcome: "violation",
      message: "it is open",
      citations: ["164.312(b)"],
      mend: "Close it.",
    });
  });

  it("lets the catalogue decide citations and mend where it knows the rule", () => {
    const policies = [policy("rds-storage-encrypted", { reference: "other", mend: "other" })];
    const [finding] = toVerdicts([diagnostic("rds-storage-encrypted", "x")], run({ policies })).findings;
    assert.deepEqual(finding?.citations, ["164.312(a)(2)(iv)"]);
    assert.notEqual(finding?.mend, "other");
  });

  it("gives what is undecided the level of its rule", () => {
    const text = undecidedText([{ path: "kmsKeyId" }, { path: "policy" }]);
    const [finding] = toVerdicts([diagnostic("rule", text, { enforcementLevel: "advisory" })], run()).findings;
    assert.equal(finding?.level, "mandatory");
    assert.equal(finding?.outcome, "undecided");
    assert.equal(finding?.message, "known only on update: kmsKeyId, policy");
  });

  it("gives each resource of an undecided stack rule its own places", () => {
    const text = undecidedText([
      { urn: a, path: "x" },
      { urn: b, path: "y" },
      { urn: a, path: "z" },
      { urn: a, path: "x" },
    ]);
    const { findings } = toVerdicts([diagnostic("stack-rule", text, { urn: "" })], run());
    assert.deepEqual(
      findings.map(({ urn, message }) => [urn, message]),
      [
        [a, "known only on update: x, z"],
        [b, "known only on update: y"],
      ],
    );
  });

  it("takes the SDK's own word for undecided", () => {
    const text =
      "can't run policy 'rule' from policy pack 'pack@v1.0.0' during preview: string value at .kmsKeyId can't be known during preview";
    const [finding] = toVerdicts([diagnostic("rule", text)], run()).findings;
    assert.equal(finding?.message, "known only on update: kmsKeyId");
  });

  it("gives what is exempted to the exempted rule, which then has not passed", () => {
    const exempted = diagnostic("hipaa-exempted-findings", exemptedRule, { severity: "low" });
    const passed = [a, b].map((urn) => ({ rule: "rule", urn }));
    const policies = [policy("rule", { severity: "critical" }), policy("hipaa-exempted-findings", { kind: "stack" })];
    const verdicts = toVerdicts([exempted], run({ passed, policies }));
    assert.deepEqual(verdicts.findings[0]?.exemption, { ...terms, obligation: "required" });
    assert.equal(verdicts.findings[0]?.message, "is open");
    assert.equal(verdicts.findings[0]?.rule, "rule");
    assert.equal(verdicts.findings[0]?.severity, "critical");
    assert.deepEqual(verdicts.passed, [{ rule: "rule", urn: b }]);
    assert.deepEqual(levels(verdicts), [["rule", "mandatory"]]);
  });

  it("keeps what counts as holding no PHI apart from findings, and counts the pack's own rules nowhere", () => {
    const why = { reason: "pages of the web site", owner: "web", ticket: "WEB-7" };
    const texts = [
      diagnostic("hipaa-phi-scope", declassifiedText({ by: "setting", resources: 1, terms: why })),
      diagnostic("hipaa-phi-scope", declassifiedText({ by: "stack tag", resources: 4 }), { urn: "" }),
    ];
    const policies = [policy("hipaa-phi-scope", { kind: "stack" }), policy("hipaa-settings"), policy("rule")];
    const passed = [a, b].map((urn) => ({ rule: "hipaa-settings", urn }));
    const verdicts = toVerdicts(texts, run({ policies, passed }));
    assert.deepEqual(verdicts.declassified, [
      { urn: a, by: "setting", resources: 1, terms: why },
      { urn: stackUrn, by: "stack tag", resources: 4 },
    ]);
    assert.deepEqual(verdicts.findings, []);
    assert.deepEqual(verdicts.passed, []);
    assert.deepEqual(levels(verdicts), [["rule", "mandatory"]]);
  });

  it("keeps what other rule sets or a proposed rule would cite beside the citations in force", () => {
    const note = "proposed, not in force (90 FR 898, 2025-01-06): 164.312(d)";
    const text = violationText({ fault: "it is open", citations: ["164.312(b)"], note, mend: "Close it." });
    assert.equal(toVerdicts([diagnostic("rule", text)], run()).findings[0]?.note, note);
  });

  it("says of the stack what concerns a resource that is not there", () => {
    const { findings } = toVerdicts(
      [diagnostic("stack-rule", "x", { urn: "urn:pulumi:other::p::t::n" }), diagnostic("stack-rule", "y", { urn: "" })],
      run(),
    );
    assert.deepEqual(
      findings.map(({ urn }) => urn),
      [stackUrn, stackUrn],
    );
  });

  it("tells of each rule that was on what the pack says of it", () => {
    const said = {
      severity: "high",
      reference: "164.312(b)",
      mend: "Close it.",
      url: "https://example.org/rule",
    } as const;
    assert.deepEqual(toVerdicts([], run({ policies: [policy("rule", said)] })).rules, [
      {
        rule: "rule",
        level: "mandatory",
        description: "rule is needed.",
        severity: "high",
        citations: ["164.312(b)"],
        mend: "Close it.",
        url: "https://example.org/rule",
      },
    ]);
  });

  it("takes a remediation that did not help for mandatory", () => {
    const policies = [policy("rule", { level: "remediate" })];
    assert.equal(toVerdicts([diagnostic("rule", "x")], run({ policies })).findings[0]?.level, "mandatory");
    assert.deepEqual(levels(toVerdicts([], run({ policies }))), [["rule", "mandatory"]]);
  });

  it("never has a finding and a pass of one rule and resource, nor a finding twice", () => {
    const message = fc.constantFrom(
      "plain",
      violationText({ fault: "f", citations: [], mend: "m" }),
      undecidedText([
        { urn: a, path: "x" },
        { urn: b, path: "y" },
      ]),
      exemptedRule,
    );
    const arbitrary = fc.record({
      policyName: fc.constantFrom("rule", "stack-rule", "unknown", "hipaa-exempted-findings"),
      message,
      enforcementLevel: fc.constantFrom("advisory", "mandatory", "remediate"),
      urn: fc.constantFrom("", ...urns),
    });
    const passes = fc.array(
      fc.record({ rule: fc.constantFrom("rule", "stack-rule"), urn: fc.constantFrom(...urns, stackUrn) }),
    );
    fc.assert(
      fc.property(fc.array(arbitrary, { maxLength: 8 }), passes, (diagnostics, passed) => {
        const verdicts = toVerdicts(diagnostics, run({ passed }));
        const found = verdicts.findings.map(({ rule, urn }) => `${rule} ${urn}`);
        for (const { rule, urn } of verdicts.passed) assert.ok(!found.includes(`${rule} ${urn}`));
        const whole = verdicts.findings.map((finding) => JSON.stringify(finding));
        assert.equal(new Set(whole).size, whole.length);
        assert.ok(verdicts.findings.length >= (diagnostics.length > 0 ? 1 : 0));
      }),
    );
  });
});
