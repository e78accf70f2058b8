import { citationOf, type Tier } from "@hipaa-aws/controls";
import type { EnforcementLevel, Policy, PolicyConfigSchema } from "@pulumi/policy";
import { exemptionsSchema } from "./exemptions";
import type { Rule } from "./rule";

const levels: Readonly<Record<Tier, EnforcementLevel>> = {
  core: "mandatory",
  extended: "advisory",
  optional: "disabled",
};

/** What the SDK shows of a rule, all of it from the requirement of the same id. */
export function policyMetadata(
  rule: Rule,
): Omit<Policy, "validateResource" | "validateStack"> & { name: string; description: string } {
  const { requirement } = rule;
  const [first] = requirement.hipaa;
  return {
    name: rule.id,
    description: requirement.what,
    enforcementLevel: levels[requirement.tier],
    severity: requirement.severity,
    framework: {
      name: "HIPAA Security Rule",
      version: "45 CFR Part 164",
      reference: requirement.hipaa.join(", "),
      specification: first ? citationOf(first).title : "",
    },
    tags: [requirement.service, requirement.tier, ...requirement.hipaa],
    remediationSteps: requirement.mend,
    configSchema: configSchema(rule),
  };
}

function configSchema(rule: Rule): PolicyConfigSchema {
  const own = Object.fromEntries(Object.entries(rule.config ?? {}).map(([name, property]) => [name, { ...property }]));
  return { properties: { ...own, exemptions: exemptionsSchema } };
}
