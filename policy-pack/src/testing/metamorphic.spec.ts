import assert from "node:assert/strict";
import type { RequirementProperty } from "@hipaa-aws/controls";
import { rules } from "../rules";
import { cases } from "../rules/all.cases";
import { type CaseResource, type Expected } from "./cases";
import { evaluate } from "./evaluate";
import { givenPlaces, pathOf, unknownAt, type Place } from "./places";
import type { Rule } from "../authoring/rule";

/** Where an unknown is fine by decision, beside what the catalogue says of the property. */
const fineByDecision: Readonly<Record<string, { readonly path: RegExp; readonly why: string }>> = {
  "docdb-private": { path: /^dbSubnetGroupName$/, why: "a group from an output is not the default group" },
  "elasticache-auth": { path: /^authTokenWo$/, why: "as authToken: a token from an output is a generated one" },
  "iam-no-full-access-managed-policy": {
    path: /^policyArns/,
    why: "as policyArn: AWS's own policies have literal ARNs",
  },
  "lambda-permission-scoped": { path: /^organizationId$/, why: "an id from an output is that of one organization" },
  "general-no-phi-in-names-and-tags": { path: /^tagsAll$/, why: "the provider computes it from tags that are judged" },
  "general-no-credentials-in-urls": {
    path: /./,
    why: "a credential is a literal: were unknowns open, every resource of every stack would be",
  },
  "sms-retired": { path: /^assumeRolePolicy$/, why: "hardly any role is for a service that has ended" },
  "opsworks-retired": { path: /^assumeRolePolicy$/, why: "hardly any role is for a service that has ended" },
};

/** Where a fault is certain, though it is not known which rule has to report it. */
const certainFaults: Readonly<Record<string, RegExp>> = {
  "elb-listener-rule-plaintext-forward": /^defaultActions/,
};

/** What the catalogue says of an unknown at this place: that it is fine, that it is a fault, or nothing. */
function verdictOfUnknown(rule: Rule, { type }: CaseResource, place: Place): "ok" | "violation" | undefined {
  const path = pathOf(place);
  if (certainFaults[rule.id]?.test(path)) return "violation";
  if (fineByDecision[rule.id]?.path.test(path)) return "ok";
  const about = (property: RequirementProperty): boolean => {
    const stated = property.path.replaceAll(/\[[^\]]*\]/g, "");
    return stated === path || stated.startsWith(`${path}.`) || path.startsWith(`${stated}.`);
  };
  // A key that comes from an output is a key of the customer's: AWS's own are named by a literal alias, or not at all.
  if (/kms\w*key|keyarn$/i.test(String(place.keys.at(-1)))) return "ok";
  const stated = (rule.requirement.properties ?? [])
    .filter((property) => !property.appliesTo || property.appliesTo.includes(type))
    .filter(about)
    .map((property) => property.unknown ?? "");
  if (stated.some((text) => text.startsWith("ok"))) return "ok";
  return stated.some((text) => text.startsWith("violation")) ? "violation" : undefined;
}

/**
 * Whether a resource is known to others by the value here. Cases join by literal names, which cannot be written down of
 * a resource whose name comes from elsewhere: with the name unknown it would be another case.
 */
function isIdentity(resources: readonly CaseResource[], { resource, keys }: Place): boolean {
  return ownNames.test(`${resources[resource]?.type ?? ""} ${keys.join(".")}`);
}

const ownNames = new RegExp(
  [
    "^(?!aws:cloudwatch/eventTarget:).* (arn|id|name|url)$",
    "^aws:s3/bucket(V2)?:.* bucket$",
    "^aws:\\w+/cluster:Cluster clusterIdentifier$",
    "^aws:elb/loadBalancerPolicy:.* policyName$",
    "^aws:opensearch/domain:.* domainName$",
    "^aws:sesv2/configurationSet:.* configurationSetName$",
  ].join("|"),
);

/** Whether knowing less may change what a rule says in this way. */
function mayChange(before: Expected, after: Expected, onUnknown: "ok" | "violation" | undefined, rule: Rule): boolean {
  if (after === before || after === "undecided") return true;
  if (after === "fault") return onUnknown === "violation" || rule.faultsOnPresence === true;
  // Whether a rule applies may hang on the value; a resource that would meet it either way passes.
  if (before === "not applicable" && after === "pass") return true;
  return onUnknown === "ok";
}

describe("rules that come to know less", () => {
  for (const rule of rules) {
    it(`${rule.id} keeps its verdict or is undecided when a value becomes unknown`, () => {
      const flips: string[] = [];
      for (const { title, resources, config } of cases[rule.id] ?? []) {
        const options = config ? { config } : {};
        const before = evaluate(rule, { resources, ...options }, "preview").outcome;
        for (const place of givenPlaces(resources).filter((found) => !isIdentity(resources, found))) {
          const less = unknownAt(resources, place);
          const after = evaluate(rule, { resources: less, ...options }, "preview");
          assert.ok(!after.faults.some((text) => text.includes("failed inside")), after.faults.join("; "));
          const subject = resources[place.resource];
          if (!subject || mayChange(before, after.outcome, verdictOfUnknown(rule, subject, place), rule)) continue;
          flips.push(`${title}: ${before} → ${after.outcome} with ${subject.type} ${place.keys.join(".")} unknown`);
        }
      }
      assert.deepEqual(flips, []);
    });
  }
});
