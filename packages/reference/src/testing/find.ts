import assert from "node:assert/strict";
import type { ResourceState } from "@hipaa-aws/simulated-aws";

/** Last part of a URN. */
export const nameOf = ({ urn }: ResourceState): string => urn.split("::").pop() ?? "";

/** The resource of this type and name. */
export function named(resources: readonly ResourceState[], type: string, name: string): ResourceState {
  return resources.find((one) => one.type === type && nameOf(one) === name) ?? assert.fail(`no ${name}`);
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
  const statements = policies.flatMap(
    ({ inputs }) => (JSON.parse(inputs["policy"] as string) as { Statement: Statement[] }).Statement,
  );
  return Object.fromEntries(statements.map((statement) => [statement.Sid, statement]));
}

/** Groups that a group lets in on a port. */
export function admittedBy(resources: readonly ResourceState[], group: string | undefined, port: number): unknown[] {
  return resources
    .filter(
      ({ type, inputs }) =>
        type === "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule" &&
        inputs["securityGroupId"] === group &&
        inputs["fromPort"] === port &&
        inputs["toPort"] === port,
    )
    .map(({ inputs }) => inputs["referencedSecurityGroupId"]);
}
