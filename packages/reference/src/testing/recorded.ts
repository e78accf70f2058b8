import type { ResourceState } from "@hipaa-aws/simulated-aws";
import type { Statement } from "./find";

/** Inputs of every resource of this type. */
export function inputsOf(resources: readonly ResourceState[], type: string): ResourceState["inputs"][] {
  return resources.filter((one) => one.type === type).map(({ inputs }) => inputs);
}

/** Statements of a policy, by their names. */
export function statementsOf(policy: unknown): Record<string, Statement> {
  const { Statement: statements } = JSON.parse(policy as string) as { Statement: Statement[] };
  return Object.fromEntries(statements.map((one) => [one.Sid, one]));
}

/** Groups that the ingress rules of a group let in. */
export function doorsOf(resources: readonly ResourceState[], group: ResourceState): unknown[] {
  return inputsOf(resources, "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule")
    .filter(({ securityGroupId }) => securityGroupId === group.id)
    .map(({ referencedSecurityGroupId }) => referencedSecurityGroupId);
}
