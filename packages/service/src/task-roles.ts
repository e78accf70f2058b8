import type * as iam from "@pulumi/aws/iam";
import * as pulumi from "@pulumi/pulumi";
import {
  arn,
  viaServices,
  type ArgumentChecks,
  type AwsEnvironment,
  type PolicyStatement,
} from "@hipaa-aws/foundation";
import { grantStatements, type Grant } from "./grants";
import { parseImage } from "./image-reference";
import { createRole, taskTrust } from "./roles";
import { parseSecretReference } from "./secret-reference";
import type { ServiceTaskArgs } from "./task-args";
import { taskGrants, type TaskPlan } from "./task-plan";

/** The two roles of a task. */
export interface TaskRoles {
  /** What ECS does to start the task. */
  readonly execution: iam.Role;
  /** What the application does. */
  readonly task: iam.Role;
  /** A service that starts before these exist cannot pull its image. */
  readonly attachments: pulumi.Resource[];
}

/** What the roles of one kind of task have beside the common. */
export interface RoleExtras {
  /** Images of further containers, by argument. */
  readonly images?: Readonly<Record<string, pulumi.Input<string>>>;
  /** What further containers, or the runtime in the task, do in AWS. */
  readonly grants?: readonly Grant[];
  readonly statements?: readonly PolicyStatement[];
}

/** The role that starts the task, and the role of what runs in it. */
export function createTaskRoles(
  name: string,
  args: ServiceTaskArgs,
  plan: Pick<TaskPlan, "checks">,
  environment: AwsEnvironment,
  logGroupArn: pulumi.Output<string>,
  tags: pulumi.Output<Record<string, string>>,
  parent: pulumi.Resource,
  extras: RoleExtras = {},
): TaskRoles {
  const { checks } = plan;
  const common = {
    trust: taskTrust(environment),
    permissionsBoundaryArn: args.permissionsBoundaryArn,
    tags,
    checks,
  };
  const execution = createRole(
    `${name}-execution`,
    {
      ...common,
      description: `Starts the tasks of ${name}: image, log and secrets`,
      statements: executionStatements(args, checks, environment, logGroupArn, extras.images ?? {}),
    },
    parent,
  );
  const grants = [...taskGrants(checks, args, environment), ...(extras.grants ?? [])];
  checks.unique(
    "grants and access, as names of statements,",
    grants.map((grant) => grant.name),
  );
  const task = createRole(
    `${name}-task`,
    {
      ...common,
      description: `What the application ${name} may do`,
      statements: [...grantStatements(checks, environment, grants), ...(extras.statements ?? [])],
    },
    parent,
  );
  return { execution: execution.role, task: task.role, attachments: [...execution.attachments, ...task.attachments] };
}

function executionStatements(
  args: ServiceTaskArgs,
  checks: ArgumentChecks,
  environment: AwsEnvironment,
  logGroupArn: pulumi.Output<string>,
  further: Readonly<Record<string, pulumi.Input<string>>>,
): PolicyStatement[] {
  return [
    // The one action here that has no resource: the token is for the registry, the next statement says which images.
    { sid: "LogInToRegistry", actions: ["ecr:GetAuthorizationToken"], resources: ["*"] },
    {
      sid: "PullImages",
      actions: ["ecr:BatchCheckLayerAvailability", "ecr:GetDownloadUrlForLayer", "ecr:BatchGetImage"],
      resources: repositoryArns(args, checks, environment, { image: args.image, ...further }),
    },
    {
      sid: "WriteOwnLogGroup",
      actions: ["logs:CreateLogStream", "logs:PutLogEvents"],
      resources: [pulumi.interpolate`${logGroupArn}:*`],
    },
    ...secretStatements(args, checks, environment),
  ];
}

function repositoryArns(
  args: ServiceTaskArgs,
  checks: ArgumentChecks,
  environment: AwsEnvironment,
  images: Readonly<Record<string, pulumi.Input<string>>>,
): pulumi.Output<string[]> {
  const arns = Object.entries(images).map(([argument, image]) =>
    pulumi.output(image).apply((text) => {
      const { account, region, repository } = parseImage(checks, argument, text);
      return arn(environment, "ecr", `repository/${repository}`, { region, account });
    }),
  );
  return pulumi.all([...arns, ...(args.pullRepositoryArns ?? [])]).apply((all) => [...new Set(all)]);
}

function secretStatements(
  args: ServiceTaskArgs,
  checks: ArgumentChecks,
  environment: AwsEnvironment,
): PolicyStatement[] {
  const secrets = args.secrets ?? [];
  if (secrets.length === 0) return [];
  const keyArns = (args.secretKeys ?? []).map((key) => pulumi.output(key).apply(({ arn: keyArn }) => keyArn));
  return [
    {
      sid: "ReadNamedSecrets",
      // Each kind has an action of its own; one that finds no ARN of its kind below grants nothing.
      actions: ["secretsmanager:GetSecretValue", "ssm:GetParameters"],
      resources: pulumi
        .all(secrets.map(({ valueFrom }) => valueFrom))
        .apply((values) => [
          ...new Set(values.map((value, index) => parseSecretReference(checks, secrets[index]?.name ?? "", value).arn)),
        ]),
    },
    {
      sid: "DecryptNamedSecrets",
      actions: ["kms:Decrypt"],
      resources: pulumi.all(keyArns),
      conditions: { StringEquals: { "kms:ViaService": viaServices(environment, ["secretsmanager", "ssm"]) } },
    },
  ];
}
