import * as ecs from "@pulumi/aws/ecs";
import * as pulumi from "@pulumi/pulumi";
import type { AwsEnvironment } from "@hipaa-aws/foundation";
import { ServiceTls, type FargateServiceArgs } from "./fargate-service-args";
import { containerDefinition, type ContainerLog } from "./container-definition";
import { environmentVariables } from "./environment-variables";
import { parseImage } from "./image-reference";
import { scratchMounts, scratchVolumes } from "./scratch";
import { parseSecretReference } from "./secret-reference";
import type { ServicePlan } from "./service-plan";
import type { TaskRoles } from "./task-roles";
import { proxyContainerName, proxyScratch, tlsProxyContainer } from "./tls-proxy";

/** Name of the application's container. */
export const applicationContainerName = "app";

/** The container that listens with TLS, which the load balancer sends to. */
export function listeningContainer(plan: ServicePlan): string {
  return plan.tls === ServiceTls.Sidecar ? proxyContainerName : applicationContainerName;
}

export function createTaskDefinition(
  name: string,
  args: FargateServiceArgs,
  plan: ServicePlan,
  environment: AwsEnvironment,
  logGroupName: pulumi.Output<string>,
  roles: TaskRoles,
  tags: pulumi.Output<Record<string, string>>,
  parent: pulumi.Resource,
): ecs.TaskDefinition {
  const scratch = plan.tls === ServiceTls.Sidecar ? [...plan.scratch, ...proxyScratch] : plan.scratch;
  return new ecs.TaskDefinition(
    `${name}-task`,
    {
      // AWS asks for a name here; project and stack keep it apart from other stacks of the account.
      family: [pulumi.getProject(), pulumi.getStack(), name].join("-").replace(/[^A-Za-z0-9_-]/g, "-"),
      requiresCompatibilities: ["FARGATE"],
      networkMode: "awsvpc",
      cpu: String(plan.cpu),
      memory: String(plan.memoryMib),
      runtimePlatform: { operatingSystemFamily: "LINUX", cpuArchitecture: plan.architecture },
      executionRoleArn: roles.execution.arn,
      taskRoleArn: roles.task.arn,
      ...(args.ephemeralStorageGib === undefined ? {} : { ephemeralStorage: { sizeInGib: args.ephemeralStorageGib } }),
      volumes: scratchVolumes(scratch, plan.medium),
      containerDefinitions: containerDefinitions(args, plan, environment, logGroupName),
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
  args: FargateServiceArgs,
  plan: ServicePlan,
  environment: AwsEnvironment,
  logGroupName: pulumi.Output<string>,
): pulumi.Output<string> {
  const log: pulumi.Output<ContainerLog> = pulumi
    .all([logGroupName, environment.region])
    .apply(([group, region]) => ({ group, region }));
  const application = applicationContainer(args, plan, log);
  const containers = plan.tls === ServiceTls.Sidecar ? [application, proxyContainer(args, plan, log)] : [application];
  return pulumi.all(containers).apply((definitions) => JSON.stringify(definitions));
}

function applicationContainer(
  args: FargateServiceArgs,
  plan: ServicePlan,
  log: pulumi.Output<ContainerLog>,
): pulumi.Output<Record<string, unknown>> {
  const secrets = (args.secrets ?? []).map(({ name, valueFrom }) =>
    pulumi.output(valueFrom).apply((value) => {
      parseSecretReference(plan.checks, name, value);
      return { name, valueFrom: value };
    }),
  );
  return pulumi
    .all([
      checkedImage(plan, "image", args.image),
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
        stopTimeout: plan.stopTimeout,
        environment,
        secrets: [...secretVariables].sort((one, other) => (one.name < other.name ? -1 : 1)),
        ...(args.command === undefined ? {} : { command }),
        ...(plan.tls === ServiceTls.Application ? { port: plan.port } : {}),
        ...(args.healthCheckCommand === undefined ? {} : { healthCheckCommand: args.healthCheckCommand }),
      }),
    );
}

function proxyContainer(
  args: FargateServiceArgs,
  plan: ServicePlan,
  log: pulumi.Output<ContainerLog>,
): pulumi.Output<Record<string, unknown>> {
  return pulumi.all([checkedImage(plan, "proxyImage", args.proxyImage ?? ""), log]).apply(([image, toLog]) =>
    tlsProxyContainer({
      image,
      log: toLog,
      medium: plan.medium,
      stopTimeout: plan.stopTimeout,
      port: plan.port,
      applicationPort: plan.applicationPort,
      applicationContainer: applicationContainerName,
      applicationReportsHealth: args.healthCheckCommand !== undefined,
    }),
  );
}

function checkedImage(plan: ServicePlan, argument: string, image: pulumi.Input<string>): pulumi.Output<string> {
  return pulumi.output(image).apply((text) => {
    parseImage(plan.checks, argument, text);
    return text;
  });
}
