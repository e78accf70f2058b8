import * as iam from "@pulumi/aws/iam";
import * as pulumi from "@pulumi/pulumi";
import { arn, policyDocument, type AwsEnvironment, type PolicyStatement } from "@hipaa-aws/foundation";
import type { ServiceTaskArgs, ServiceTier } from "./task-args";
import { applicationContainerName } from "./task-definition";
import type { TaskParts } from "./task-parts";
import { serviceSubnets } from "./task-placement";

/** Whether a run may be entered, and what that takes. */
export interface RunPolicyOptions {
  readonly shell: boolean;
  /** Key that encrypts sessions; needed with `shell`. */
  readonly sessionsKeyArn?: pulumi.Output<string>;
}

/** What `aws ecs run-task --cli-input-json` takes: everything that the policy below asks for. */
export function runTaskInput(
  args: ServiceTaskArgs,
  tier: ServiceTier,
  { taskDefinition, security, roles }: TaskParts,
  shell: boolean,
): pulumi.Output<string> {
  const ready = pulumi.all([...security.rules, ...roles.attachments].map(({ urn }) => urn));
  return pulumi
    .all([
      args.cluster.clusterArn,
      taskDefinition.arn,
      serviceSubnets(args.network, tier),
      security.group.id,
      // Known when the rules and the permissions are there.
      ready,
    ])
    .apply(([cluster, revision, subnets, group]) =>
      JSON.stringify({
        cluster,
        taskDefinition: revision,
        count: 1,
        launchType: "FARGATE",
        platformVersion: "LATEST",
        networkConfiguration: {
          awsvpcConfiguration: { subnets, securityGroups: [group], assignPublicIp: "DISABLED" },
        },
        enableECSManagedTags: true,
        enableExecuteCommand: shell,
        propagateTags: "TASK_DEFINITION",
      }),
    );
}

/**
 * A policy for whoever starts the task: this family, in this cluster, without a public address, with the task's own two
 * roles. Source: "Actions, resources, and condition keys for Amazon Elastic Container Service".
 */
export function createRunPolicy(
  name: string,
  args: ServiceTaskArgs,
  task: TaskParts,
  environment: AwsEnvironment,
  options: RunPolicyOptions,
  tags: pulumi.Output<Record<string, string>>,
  parent: pulumi.Resource,
): iam.Policy {
  return new iam.Policy(
    `${name}-run-policy`,
    {
      description: `Starts and watches runs of ${name}, and nothing else`,
      policy: policyDocument(runStatements(args, task, environment, options)),
      tags,
    },
    { parent },
  );
}

function runStatements(
  args: ServiceTaskArgs,
  { taskDefinition, roles }: TaskParts,
  environment: AwsEnvironment,
  { shell, sessionsKeyArn }: RunPolicyOptions,
): PolicyStatement[] {
  const { clusterArn, clusterName } = args.cluster;
  const revisions = [pulumi.interpolate`${taskDefinition.arnWithoutRevision}:*`];
  const runs = [arn(environment, "ecs", pulumi.interpolate`task/${clusterName}/*`)];
  const inCluster = { ArnEquals: { "ecs:cluster": [clusterArn] } };
  return [
    {
      sid: "StartRun",
      actions: ["ecs:RunTask"],
      resources: revisions,
      conditions: {
        ...inCluster,
        StringEquals: { "ecs:auto-assign-public-ip": ["false"], "ecs:enable-execute-command": [String(shell)] },
      },
    },
    { sid: "WatchAndStopRun", actions: ["ecs:DescribeTasks", "ecs:StopTask"], resources: runs, conditions: inCluster },
    {
      sid: "TagRunAtStart",
      actions: ["ecs:TagResource"],
      resources: runs,
      conditions: { StringEquals: { "ecs:CreateAction": ["RunTask"] } },
    },
    {
      sid: "HandRolesToTask",
      actions: ["iam:PassRole"],
      resources: [roles.task.arn, roles.execution.arn],
      conditions: { StringEquals: { "iam:PassedToService": ["ecs-tasks.amazonaws.com"] } },
    },
    ...(sessionsKeyArn === undefined ? [] : sessionStatements(clusterArn, runs, sessionsKeyArn)),
  ];
}

/** Sessions in runs that carry the tag of the debug task; tasks of services are started without ECS Exec. */
function sessionStatements(
  clusterArn: pulumi.Input<string>,
  runs: pulumi.Input<string>[],
  sessionsKeyArn: pulumi.Output<string>,
): PolicyStatement[] {
  const container = { "ecs:container-name": [applicationContainerName] };
  return [
    {
      sid: "EnterRun",
      actions: ["ecs:ExecuteCommand"],
      resources: runs,
      conditions: { StringEquals: { ...container, "aws:ResourceTag/hipaa:purpose": ["break-glass"] } },
    },
    {
      sid: "EnterRunInCluster",
      actions: ["ecs:ExecuteCommand"],
      resources: [clusterArn],
      conditions: { StringEquals: container },
    },
    { sid: "EncryptSession", actions: ["kms:GenerateDataKey"], resources: [sessionsKeyArn] },
  ];
}
