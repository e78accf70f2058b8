import type { Finding, JudgedStack } from "@hipaa-aws/evidence";
import { logicalName } from "@hipaa-aws/stack-state";
import { rules } from "@hipaa-aws/policy-pack/library";
import { startPolicyPack, type PolicyPack, type PolicyPackConfig } from "@hipaa-aws/sandbox";
import { packDirectory } from "./workload";

/** Configuration under which advisory rules of the tier extended stop a deployment, as mandatory ones do. */
export const extendedMandatory: PolicyPackConfig = Object.fromEntries(
  rules.filter(({ requirement }) => requirement.tier === "extended").map(({ id }) => [id, "mandatory" as const]),
);

const listReview = "general-eligible-list-review";

/**
 * The policy pack, started as the engine starts it. The list of eligible services counts as reviewed today: specs judge
 * stacks, and the age of the list would be a finding on each of them.
 */
export function startPack(config: PolicyPackConfig = {}): Promise<PolicyPack> {
  const given = config[listReview] ?? {};
  const options = typeof given === "string" ? { enforcementLevel: given } : given;
  const reviewed = new Date().toISOString().slice(0, 10);
  return startPolicyPack(packDirectory, { config: { ...config, [listReview]: { reviewed, ...options } } });
}

/** Findings of one outcome, each as `rule at name`, sorted. */
export function found(stack: Pick<JudgedStack, "verdicts">, outcome: Finding["outcome"]): string[] {
  return stack.verdicts.findings
    .filter((finding) => finding.outcome === outcome)
    .map(({ rule, urn }) => `${rule} at ${logicalName(urn)}`)
    .sort();
}

/** Rule, resource, level and outcome of every finding: what two hosts have to agree on. */
export function agreement(stack: JudgedStack): string[] {
  return stack.verdicts.findings
    .map(({ rule, urn, level, outcome }) => `${rule} | ${urn} | ${level} | ${outcome}`)
    .sort();
}
