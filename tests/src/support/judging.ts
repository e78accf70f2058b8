import type { Finding, JudgedStack } from "@hipaa-aws/evidence";
import { logicalName } from "@hipaa-aws/stack-state";
import { rules } from "@hipaa-aws/policy-pack/library";
import { startPolicyPack, type PolicyPack, type PolicyPackConfig } from "@hipaa-aws/sandbox";
import { packDirectory } from "./workload";

/** Configuration under which advisory rules of the tier extended stop a deployment, as mandatory ones do. */
export const extendedMandatory: PolicyPackConfig = Object.fromEntries(
  rules.filter(({ requirement }) => requirement.tier === "extended").map(({ id }) => [id, "mandatory" as const]),
);

/** The policy pack, started as the engine starts it. */
export function startPack(config: PolicyPackConfig = {}): Promise<PolicyPack> {
  return startPolicyPack(packDirectory, { config });
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
