import * as ecs from "@pulumi/aws/ecs";
import * as pulumi from "@pulumi/pulumi";
import type { ArgumentChecks, AwsEnvironment } from "@hipaa-aws/foundation";
import { containerDefinition, type ContainerLog, type ContainerParts } from "./container-definition";
import { environmentVariables } from "./environment-variables";
import { fileSystemMountPoints, fileSystemVolumes } from "./file-systems";
import { parseImage } from "./image-reference";
import { scratchMounts, scratchVolumes, type ScratchPath } from "./scratch";
import { parseSecretReference } from "./secret-reference";
import type { ServiceTaskArgs } from "./task-args";
import type { TaskPlan } from "./task-plan";
import type { TaskRoles } from "./task-roles";

/** Name of the application's container. */
export const applicationContainerName = "app";

/** What one kind of task has and others have not. */
export interface TaskExtras {
  /** What the application container has beside the common: its port, a command. */
  readonly application?: Partial<Pick<ContainerParts, "port" | "portName" | "command" | "writableRoot">>;
  /** The container beside the application, and what it writes to. */
  readonly beside?: (log: ContainerLog) => pulumi.Output<Record<string, unknown>>;
  readonly besideScratch?: readonly ScratchPath[];
}

/** Name of the task definition's family: project and stack keep it apart from other stacks of the account. */
export function taskFamily(name: string): string {
  return [pulumi.getProject(), pulumi.getStack(), name].join("-").replace(/[^A-Za-z0-9_-]/g, "-");
}

export function createTaskDefinition(
  name: string,
  args: ServiceTaskArgs,
  plan: TaskPlan,
  environment: AwsEnvironment,
  logGroupName: pulumi.Output<string>,
  roles: TaskRoles,
  tags: pulumi.Output<Record<string, string>>,
  parent: pulumi.Resource,
  extras: TaskExtras = {},
): ecs.TaskDefinition {
  const scratch = [...plan.scratch, ...(extras.besideScratch ?? [])];
  return new ecs.TaskDefinition(
    `${name}-task`,
    {
      // AWS asks for a name here.
      family: taskFamily(name),
      requiresCompatibilities: ["FARGATE"],
      networkMode: "awsvpc",
      cpu: String(plan.cpu),
      memory: String(plan.memoryMib),
      runtimePlatform: { operatingSystemFamily: "LINUX", cpuArchitecture: plan.architecture },
      executionRoleArn: roles.execution.arn,
      taskRoleArn: roles.task.arn,
      ...(args.ephemeralStorageGib === undefined ? {} : { ephemeralStorage: { sizeInGib: args.ephemeralStorageGib } }),
      volumes: [...scratchVolumes(scratch, plan.medium), ...fileSystemVolumes(plan.checks, args.fileSystems ?? [])],
      containerDefinitions: containerDefinitions(args, plan, environment, logGroupName, extras),
      // A rollback starts the revision before; Pulumi would have deregistered it by then.
      skipDestroy: true,
      tags,
    },
    { parent },
  );
}

/**
 * The containers as JSON. The text is unknown in a preview as soon as one part of it is: what keeps containers inside
 * their bounds is therefore fixed by `containerDefinition`, not left to what a policy can see.
 */
function containerDefinitions(
  args: ServiceTaskArgs,
  plan: TaskPlan,
  environment: AwsEnvironment,
  logGroupName: pulumi.Output<string>,
  { application = {}, beside }: TaskExtras,
): pulumi.Output<string> {
  const log: pulumi.Output<ContainerLog> = pulumi
    .all([logGroupName, environment.region])
    .apply(([group, region]) => ({ group, region }));
  const containers = [applicationContainer(args, plan, log, application)];
  if (beside !== undefined) containers.push(log.apply(beside));
  return pulumi.all(containers).apply((definitions) => JSON.stringify(definitions));
}

function applicationContainer(
  args: ServiceTaskArgs,
  plan: TaskPlan,
  log: pulumi.Output<ContainerLog>,
  own: NonNullable<TaskExtras["application"]>,
): pulumi.Output<Record<string, unknown>> {
  const secrets = (args.secrets ?? []).map(({ name, valueFrom }) =>
    pulumi.output(valueFrom).apply((value) => {
      parseSecretReference(plan.checks, name, value);
      return { name, valueFrom: value };
    }),
  );
  return pulumi
    .all([
      checkedImage(plan.checks, "image", args.image),
      log,
      environmentVariables(plan.checks, args.environment ?? {}),
      pulumi.all(secrets),
      pulumi.all(args.command ?? []),
    ])
    .apply(([image, toLog, environment, secretVariables, command]) =>
      containerDefinition({
        name: applicationContainerName,
        image,
        log: toLog,
        scratch: scratchMounts(plan.scratch, plan.medium),
        files: fileSystemMountPoints(args.fileSystems ?? []),
        stopTimeout: plan.stopTimeout,
        environment,
        secrets: [...secretVariables].sort((one, other) => (one.name < other.name ? -1 : 1)),
        ...(args.command === undefined ? {} : { command }),
        ...(args.healthCheckCommand === undefined ? {} : { healthCheckCommand: args.healthCheckCommand }),
        ...own,
      }),
    );
}

/** The image, refused as soon as it is known when it is not in a private registry. */
export function checkedImage(
  checks: ArgumentChecks,
  argument: string,
  image: pulumi.Input<string>,
): pulumi.Output<string> {
  return pulumi.output(image).apply((text) => {
    parseImage(checks, argument, text);
    return text;
  });
}
