import assert from "node:assert/strict";
import { remediationText } from "./remediation-text";
import { requirement, requirements } from "./requirements";
import {
  citationText,
  exemptionText,
  frameworkOf,
  peerNames,
  plainCondition,
  plainVerdict,
  propertyText,
  ruleHelp,
  ruleTags,
  securitySeverities,
} from "./rule-text";

describe("texts on rules", () => {
  const rules = [...requirements().values()].filter(({ kind }) => kind.endsWith("-policy"));

  it("name a paragraph with its title and how it binds", () => {
    assert.equal(citationText("164.312(b)"), "45 CFR 164.312(b) Audit controls (standard)");
  });

  it("say the terms of the catalogue in plain words", () => {
    assert.equal(plainCondition("not TRUE predicate (string)"), "not true (string)");
    assert.equal(
      plainCondition("no public Allow (predicate); JSON"),
      "no statement allows everybody without a condition that narrows; JSON",
    );
    for (const { id, properties = [] } of rules) {
      for (const property of properties) assert.doesNotMatch(propertyText(property), /predicate|\bdefer\b/, id);
    }
  });

  it("say what an absent and an unknown value mean, and nothing where that cannot be", () => {
    assert.equal(plainVerdict("defer"), "undecided until update");
    assert.equal(plainVerdict("ok (a wired key output)"), "passes (a wired key output)");
    assert.equal(plainVerdict("violation (default false)"), "violation (default false)");
    assert.equal(plainVerdict("n/a"), undefined);
    assert.equal(
      propertyText({ path: "encrypted", pass: "TRUE predicate", unset: "violation", unknown: "defer" }),
      "true; absent: violation; not known yet: undecided until update",
    );
  });

  it("give every rule tags, a framework and a help that names all its paragraphs and its mend", () => {
    for (const rule of rules) {
      const { text, markdown } = ruleHelp(rule, "https://example.org/rule.md");
      for (const part of [rule.what, rule.mend, ...rule.hipaa.map(citationText), "https://example.org/rule.md"]) {
        assert.ok(text.includes(part), `${rule.id}: ${part}`);
        assert.ok(markdown.includes(part), `${rule.id}: ${part}`);
      }
      assert.ok(ruleTags(rule).includes(rule.tier));
      assert.notEqual(frameworkOf(rule).specification, "");
    }
  });

  it("say on what terms a rule may be exempted, or why it may not", () => {
    const said = (id: string) => exemptionText(requirement(id));
    assert.match(said("rds-not-public"), /^With a compensating control: .* 164\.306\(d\)\(2\)\)\.$/);
    assert.match(said("rds-storage-encrypted"), /^Documented, .* 164\.306\(d\)\(3\)\)\.$/);
    assert.match(said("lambda-no-secrets-in-env"), /^None: a credential/);
    assert.match(said("s3-no-public-acl"), /^With a compensating control: .* None for what may hold PHI: /);
  });

  it("say what a remediation writes where, and how it is switched on", () => {
    const marked = (name: string) => `<${name}>`;
    const { steps, notes } = remediationText(requirement("ec2-imdsv2-required"), marked);
    assert.ok(
      steps.some((step) => step.startsWith('sets <metadataOptions.httpTokens> to <"required">')),
      steps.join("; "),
    );
    assert.ok(notes.some((note) => note.includes('<{ "ec2-imdsv2-required": "remediate" }>')));
    assert.deepEqual(remediationText(requirement("s3-public-access-block")).steps, []);
  });

  it("know the name of every other rule set", () => {
    const sets = new Set(rules.flatMap(({ peers }) => Object.keys(peers ?? {})));
    assert.deepEqual([...sets].sort(), Object.keys(peerNames).sort());
  });

  it("order severities", () => {
    const { critical, high, medium, low } = securitySeverities;
    const scores = [critical, high, medium, low].map(Number);
    assert.deepEqual(
      [...scores].sort((a, b) => b - a),
      scores,
    );
  });
});
