import type * as cloudwatch from "@pulumi/aws/cloudwatch";
import type * as ecs from "@pulumi/aws/ecs";
import type * as pulumi from "@pulumi/pulumi";
import { tags as hipaaTags, type AwsEnvironment } from "@hipaa-aws/foundation";
import { allConnections } from "./connections";
import { createAuditLogGroup } from "./audit-log-group";
import { createSecurityGroup, type ServiceSecurityGroup } from "./security-group";
import type { ServiceTaskArgs } from "./task-args";
import { createTaskDefinition, type TaskExtras } from "./task-definition";
import type { TaskPlan } from "./task-plan";
import { createTaskRoles, type RoleExtras, type TaskRoles } from "./task-roles";

/** What every task is made of, whoever starts it. */
export interface TaskParts {
  readonly logs: cloudwatch.LogGroup;
  readonly roles: TaskRoles;
  readonly taskDefinition: ecs.TaskDefinition;
  readonly security: ServiceSecurityGroup;
}

/** What one kind of task has and others have not. */
export interface TaskPartsExtras {
  readonly roles?: RoleExtras;
  readonly containers?: TaskExtras;
  /** The load balancer in front, and the port that it calls. */
  readonly loadBalancer?: { readonly securityGroupId: pulumi.Input<string>; readonly port: number };
  readonly purpose?: "break-glass";
}

/** Log group, roles, task definition and security group. */
export function createTaskParts(
  name: string,
  description: string,
  args: ServiceTaskArgs,
  plan: TaskPlan,
  environment: AwsEnvironment,
  parent: pulumi.Resource,
  extras: TaskPartsExtras = {},
): TaskParts {
  const plainTags = hipaaTags({}, args.tags);
  const marks = { tier: plan.tier, ...(extras.purpose === undefined ? {} : { purpose: extras.purpose }) };
  const logs = createAuditLogGroup(`${name}-logs`, args.logsKey, args.deletionProtection ?? true, args.tags, parent);
  const roles = createTaskRoles(name, args, plan, environment, logs.arn, plainTags, parent, extras.roles);
  const taskDefinition = createTaskDefinition(
    name,
    args,
    plan,
    environment,
    logs.name,
    roles,
    hipaaTags(marks, args.tags),
    parent,
    extras.containers,
  );
  const security = createSecurityGroup(
    name,
    {
      description,
      network: args.network,
      ...(extras.loadBalancer === undefined ? {} : { loadBalancer: extras.loadBalancer }),
      connections: allConnections(args),
      usesTables: (args.access?.tables ?? []).length > 0,
    },
    hipaaTags({ tier: plan.tier }, args.tags, name),
    plainTags,
    parent,
  );
  return { logs, roles, taskDefinition, security };
}
