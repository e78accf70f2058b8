import * as iam from "@pulumi/aws/iam";
import * as pulumi from "@pulumi/pulumi";
import { arn, policyDocument, type AwsEnvironment, type PolicyStatement } from "@hipaa-aws/foundation";
import type { FargateServiceArgs } from "./fargate-service-args";
import { grantStatements } from "./grants";
import { parseImage } from "./image-reference";
import { parseSecretReference } from "./secret-reference";
import type { ServicePlan } from "./service-plan";
import { viaServices } from "./via-services";

/** The two roles of a task. */
export interface TaskRoles {
  /** What ECS does to start the task. */
  readonly execution: iam.Role;
  /** What the application does. */
  readonly task: iam.Role;
  /** A service that starts before these exist cannot pull its image. */
  readonly attachments: pulumi.Resource[];
}

/** Roles whose permissions are managed policies: reviewed, versioned, and what AWS Config's HIPAA pack asks for. */
export function createTaskRoles(
  name: string,
  args: FargateServiceArgs,
  plan: ServicePlan,
  environment: AwsEnvironment,
  logGroupArn: pulumi.Output<string>,
  tags: pulumi.Output<Record<string, string>>,
  parent: pulumi.Resource,
): TaskRoles {
  const create = (kind: string, description: string, statements: PolicyStatement[]) => {
    const role = new iam.Role(
      `${name}-${kind}-role`,
      {
        description,
        assumeRolePolicy: taskTrust(environment),
        ...(args.permissionsBoundaryArn === undefined ? {} : { permissionsBoundary: args.permissionsBoundaryArn }),
        tags,
      },
      { parent },
    );
    if (statements.length === 0) return { role, attachments: [] };
    const policy = new iam.Policy(
      `${name}-${kind}-policy`,
      { description, policy: policyDocument(statements), tags },
      { parent },
    );
    const attachment = new iam.RolePolicyAttachment(
      `${name}-${kind}-attachment`,
      { role: role.name, policyArn: policy.arn },
      { parent },
    );
    return { role, attachments: [attachment] };
  };
  const execution = create(
    "execution",
    `Starts the tasks of ${name}: image, log and secrets`,
    executionStatements(args, plan, environment, logGroupArn),
  );
  const task = create(
    "task",
    `What the application ${name} may do`,
    grantStatements(plan.checks, environment, args.grants ?? []),
  );
  return { execution: execution.role, task: task.role, attachments: [...execution.attachments, ...task.attachments] };
}

/**
 * ECS assumes the role on behalf of this account's tasks in this Region, and of nothing else. Source: "Task IAM role" in
 * the Amazon ECS Developer Guide.
 */
function taskTrust(environment: AwsEnvironment): pulumi.Output<string> {
  return policyDocument([
    {
      sid: "AssumeByTasks",
      principals: { services: ["ecs-tasks.amazonaws.com"] },
      actions: ["sts:AssumeRole"],
      conditions: {
        StringEquals: { "aws:SourceAccount": [environment.accountId] },
        ArnLike: { "aws:SourceArn": [arn(environment, "ecs", "*")] },
      },
    },
  ]);
}

function executionStatements(
  args: FargateServiceArgs,
  plan: ServicePlan,
  environment: AwsEnvironment,
  logGroupArn: pulumi.Output<string>,
): PolicyStatement[] {
  return [
    // The one action here that has no resource: the token is for the registry, the next statement says which images.
    { sid: "LogInToRegistry", actions: ["ecr:GetAuthorizationToken"], resources: ["*"] },
    {
      sid: "PullImages",
      actions: ["ecr:BatchCheckLayerAvailability", "ecr:GetDownloadUrlForLayer", "ecr:BatchGetImage"],
      resources: repositoryArns(args, plan, environment),
    },
    {
      sid: "WriteOwnLogGroup",
      actions: ["logs:CreateLogStream", "logs:PutLogEvents"],
      resources: [pulumi.interpolate`${logGroupArn}:*`],
    },
    ...secretStatements(args, plan, environment),
  ];
}

function repositoryArns(
  args: FargateServiceArgs,
  plan: ServicePlan,
  environment: AwsEnvironment,
): pulumi.Output<string[]> {
  const images: [string, pulumi.Input<string>][] = [["image", args.image]];
  if (args.proxyImage !== undefined) images.push(["proxyImage", args.proxyImage]);
  const arns = images.map(([argument, image]) =>
    pulumi.output(image).apply((text) => {
      const { account, region, repository } = parseImage(plan.checks, argument, text);
      return arn(environment, "ecr", `repository/${repository}`, { region, account });
    }),
  );
  return pulumi.all([...arns, ...(args.pullRepositoryArns ?? [])]).apply((all) => [...new Set(all)]);
}

function secretStatements(args: FargateServiceArgs, plan: ServicePlan, environment: AwsEnvironment): PolicyStatement[] {
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
          ...new Set(
            values.map((value, index) => parseSecretReference(plan.checks, secrets[index]?.name ?? "", value).arn),
          ),
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
