import assert from "node:assert/strict";
import type { ResourceState } from "@hipaa-aws/simulated-aws";

/** Last part of a URN. */
export const nameOf = ({ urn }: ResourceState): string => urn.split("::").pop() ?? "";

/** The resource of this type and name. */
export function named(resources: readonly ResourceState[], type: string, name: string): ResourceState {
  return resources.find((one) => one.type === type && nameOf(one) === name) ?? assert.fail(`no ${name}`);
}

/** Every resource of this type. */
export function ofType(resources: readonly ResourceState[], type: string): ResourceState[] {
  return resources.filter((one) => one.type === type);
}

/** Inputs of every resource of this type. */
export function inputsOf(resources: readonly ResourceState[], type: string): ResourceState["inputs"][] {
  return ofType(resources, type).map(({ inputs }) => inputs);
}

/** The application container of a task definition. */
export function applicationOf(resources: readonly ResourceState[], task: string): Record<string, unknown> {
  const definition = named(resources, "aws:ecs/taskDefinition:TaskDefinition", task);
  const [application] = JSON.parse(definition.inputs["containerDefinitions"] as string) as Record<string, unknown>[];
  return application ?? assert.fail(`no container in ${task}`);
}

/** What the application container of a task definition finds in its environment. */
export function environmentOf(resources: readonly ResourceState[], task: string): Record<string, string> {
  const environment = applicationOf(resources, task)["environment"] as { name: string; value: string }[];
  return Object.fromEntries(environment.map(({ name, value }) => [name, value]));
}

/** A statement of an IAM policy. */
export interface Statement {
  readonly Sid: string;
  readonly Action: string | string[];
  readonly Resource: string | string[];
  readonly Condition?: Record<string, Record<string, string>>;
}

/** What the program of a service may do, over all of its role's policies. */
export function permissionsOf(resources: readonly ResourceState[], service: string): Record<string, Statement> {
  const policies = resources.filter(
    (one) => one.type === "aws:iam/policy:Policy" && nameOf(one).startsWith(`${service}-task-policy`),
  );
  return Object.assign({}, ...policies.map(({ inputs }) => statementsOf(inputs["policy"]))) as Record<
    string,
    Statement
  >;
}

/** Statements of a policy, by their names. */
export function statementsOf(policy: unknown): Record<string, Statement> {
  const { Statement: statements } = JSON.parse(policy as string) as { Statement: Statement[] };
  return Object.fromEntries(statements.map((one) => [one.Sid, one]));
}

const ingressType = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";

/** Groups that the ingress rules of a group let in, on any port or on this one alone. */
export function admittedBy(resources: readonly ResourceState[], group: string | undefined, port?: number): unknown[] {
  return inputsOf(resources, ingressType)
    .filter(({ securityGroupId }) => securityGroupId === group)
    .filter(({ fromPort, toPort }) => port === undefined || (fromPort === port && toPort === port))
    .map(({ referencedSecurityGroupId }) => referencedSecurityGroupId);
}
