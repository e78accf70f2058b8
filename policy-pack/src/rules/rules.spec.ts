import assert from "node:assert/strict";
import { contradictedAbsence, withoutAbsence } from "../testing/absences";
import { collectsReferences, evaluate } from "../testing/evaluate";
import { holdsUnknown, resource, type RuleCase } from "../testing/cases";
import { nearMiss } from "../testing/near-misses";
import { cases } from "./all.cases";
import { rules } from "./index";

/** Rules that look at whether something is there, or at a literal, and at no value that could be unknown. */
const withoutUnknowns: Readonly<Record<string, string>> = {
  "emr-block-public-access": "the setting is there or not",
  "glue-catalog-encryption-present": "the setting is there or not",
  "general-eligible-list-review": "judges the age of a list of the pack's own",
  "iam-password-policy-present": "the password policy is there or not",
  "pulumi-no-ignored-safeguards": "reads the option ignoreChanges, which is always literal",
  "s3-account-public-access-block": "the setting is there or not; another rule judges its values",
};

const secretSeenPlain = "a policy receives secrets unwrapped, so that whether it is one cannot be seen";

/** Properties that a rule's page names and that no verdict of the rule hangs on. */
const withoutAbsences: Readonly<Record<string, string>> = {
  "appflow-private-connectors connectorProfileConfig.connectorProfileCredentials": secretSeenPlain,
  "athena-workgroup-cmk configuration.enableMinimumEncryptionConfiguration": "advice beside the key, which is judged",
  "athena-workgroup-cmk configuration.resultConfiguration.expectedBucketOwner":
    "advice beside the key, which is judged",
  "codedeploy-monitored triggerConfigurations": "CodeDeploy sends every change of state to EventBridge, unasked",
  "comprehend-buckets-encrypted dataAccessRoleArn": "what the role may do is judged by the rules on roles",
  "directory-mfa-radius sharedSecret": secretSeenPlain,
  "directory-microsoft-ad password": secretSeenPlain,
  "general-eligible-list-review (list of eligible services)": "the list is the pack's own, and there always",
  "glacier-vault-policy name": "judged by general-no-phi-in-names-and-tags",
  "iam-access-analyzer analyzerName": "that there is an analyzer is what counts, whatever its name",
  "iam-no-inline-policies user": "policies of users are reported by iam-no-user-attached-policies",
  "msk-logging-monitoring enhancedMonitoring": "advice beside the logs, which are judged",
  "s3-directory-and-table-buckets dataRedundancy": "advice on a type that the rule leaves to s3-encryption-algorithm",
  "s3-event-notifications-targets lambdaFunctions[*].lambdaFunctionArn":
    "what is judged is encryption, of which a function has none for the events that it is sent",
  "ses-inbound-encrypted snsActions": "judged by the rule on the topic",
};

/** Rules that no property of a resource brings from a fault to a pass. */
const withoutNearMisses: Readonly<Record<string, string>> = {
  "general-eligible-list-review": "judges the age of a list: its cases lie a day apart in the configuration",
  "general-eligible-services-only": "judges the type; a tag makes that it does not apply, and never that it passes",
  "general-ineligible-or-retired-services-blocked":
    "judges the type; a tag makes that it does not apply, and never that it passes",
  "waf-v2-only": "judges the type: whatever a web ACL of AWS WAF Classic says, it is one",
};

const byId = new Map(rules.map((rule) => [rule.id, rule]));

function assertAnswer(id: string, testCase: RuleCase, when: "preview" | "update"): void {
  const rule = byId.get(id);
  assert.ok(rule, `no rule ${id}`);
  const answer = evaluate(rule, testCase, when);
  const expected = when === "update" ? (testCase.afterUpdate ?? testCase.expected) : testCase.expected;
  const said = `${when}: ${answer.faults.join("; ") || answer.outcome}`;
  assert.equal(answer.outcome, expected, said);
  if (answer.outcome === "fault" || answer.outcome === "undecided") {
    const at = testCase.at ?? [testCase.resources[0]?.name ?? ""];
    assert.deepEqual(answer.at, [...at].sort(), said);
  }
}

describe("rules", () => {
  for (const [id, list] of Object.entries(cases)) {
    describe(id, () => {
      for (const testCase of list) {
        it(`${testCase.expected}: ${testCase.title}`, () => {
          assertAnswer(id, testCase, "preview");
          if (collectsReferences(testCase)) assertAnswer(id, testCase, "update");
        });
      }
    });
  }

  it("have one id each and cases for every rule", () => {
    assert.equal(byId.size, rules.length);
    assert.deepEqual(
      rules.map(({ id }) => id).filter((id) => !cases[id]),
      [],
      "rules without cases",
    );
    assert.deepEqual(
      Object.keys(cases).filter((id) => !byId.has(id)),
      [],
      "cases without a rule",
    );
  });

  it("each have a compliant case, a broken one, and one with an unknown where an unknown can matter", () => {
    for (const rule of rules) {
      const expected = new Set(cases[rule.id]?.map((entry) => entry.expected));
      assert.ok(expected.has("pass"), `${rule.id} has no compliant case`);
      assert.ok(expected.has("fault"), `${rule.id} has no broken case`);
      assert.ok((cases[rule.id]?.length ?? 0) >= 4, `${rule.id} has fewer than four cases`);
      const unknowns = (cases[rule.id] ?? []).filter(({ resources }) => resources.some(holdsUnknown));
      assert.equal(unknowns.length > 0, !(rule.id in withoutUnknowns), `${rule.id}: unknowns in its cases`);
    }
    const all = Object.values(cases).flat().length;
    assert.ok(all / rules.length >= 6, `${(all / rules.length).toFixed(1)} cases to a rule`);
  });

  it("each read properties, and have a case that gives each of them and one in which it is absent", () => {
    const missing = rules.flatMap((rule) => {
      assert.ok(rule.requirement.properties?.length, `${rule.id} names no property that it reads`);
      return withoutAbsence(rule, cases[rule.id] ?? []).map((path) => `${rule.id} ${path}`);
    });
    assert.deepEqual([...new Set(missing)].sort(), Object.keys(withoutAbsences).sort());
  });

  it("each call an absence a fault on their page only where some case without the property is at fault", () => {
    const contradicted = rules.flatMap((rule) =>
      contradictedAbsence(rule, cases[rule.id] ?? []).map((path) => `${rule.id} ${path}`),
    );
    assert.deepEqual(contradicted, []);
  });

  it("each have a near miss: a case that passes one place away from a fault", () => {
    for (const rule of rules) {
      const found = nearMiss(cases[rule.id] ?? []);
      assert.equal(found !== undefined, !(rule.id in withoutNearMisses), `${rule.id}: ${found?.met.title ?? "none"}`);
    }
  });

  it("are all there that the tables of exceptions name", () => {
    const excepted = [withoutUnknowns, withoutNearMisses].flatMap((table) => Object.keys(table));
    assert.deepEqual(
      excepted.filter((id) => !byId.has(id)),
      [],
    );
  });

  it("leave resources of other types alone", () => {
    for (const rule of rules.filter(({ types }) => !types.includes("*"))) {
      const other = [resource("aws:index/nothing:Nothing", { encrypted: false })];
      assert.equal(evaluate(rule, { resources: other }, "preview").outcome, "not applicable", rule.id);
    }
  });
});
