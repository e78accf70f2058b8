import { frameworkOf, ruleTags, tierLevels } from "@hipaa-aws/controls";
import type { Policy, PolicyConfigSchema } from "@pulumi/policy";
import { exemptionsSchema } from "./exemption-terms";
import type { Rule } from "./rule";
import { rulePage } from "./rule-page";

/** What the SDK shows of a rule, all of it from the requirement of the same id. */
export function policyMetadata(
  rule: Rule,
): Omit<Policy, "validateResource" | "validateStack"> & { name: string; description: string } {
  const { requirement } = rule;
  return {
    name: rule.id,
    description: requirement.what,
    enforcementLevel: tierLevels[requirement.tier],
    severity: requirement.severity,
    framework: frameworkOf(requirement),
    tags: ruleTags(requirement),
    remediationSteps: requirement.mend,
    url: rulePage(rule.id),
    configSchema: configSchema(rule),
  };
}

function configSchema(rule: Rule): PolicyConfigSchema {
  const own = Object.fromEntries(Object.entries(rule.config ?? {}).map(([name, property]) => [name, { ...property }]));
  return { properties: { ...own, exemptions: exemptionsSchema } };
}
