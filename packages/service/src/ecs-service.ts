import type * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as ecs from "@pulumi/aws/ecs";
import type * as pulumi from "@pulumi/pulumi";
import type { DeploymentHook } from "./deployment-hooks";
import type { DeploymentConfiguration } from "./deployment-plan";
import type { ServiceConnectParts } from "./service-connect";
import type { ServiceTaskArgs } from "./task-args";
import type { TaskCounts } from "./task-counts";
import type { TaskParts } from "./task-parts";
import type { TaskPlan } from "./task-plan";
import { serviceSubnets } from "./task-placement";
import type { TrafficShift } from "./traffic-shift";

/** Arguments of a service, with or without a load balancer. */
export interface EcsServiceArgs extends Pick<ServiceTaskArgs, "cluster" | "network"> {
  readonly rollbackAlarmNames?: pulumi.Input<string>[];
}

/** Numbers of a service. */
export interface EcsServicePlan extends Pick<TaskPlan, "tier">, TaskCounts {
  readonly spotWeight: number;
}

/** What a load balancer sends to. */
export interface EcsServiceRouting {
  readonly targetGroupArn: pulumi.Input<string>;
  readonly container: string;
  readonly port: number;
  readonly gracePeriod: number;
  /** AWS refuses a target group that no listener uses. */
  readonly rules: readonly pulumi.Resource[];
  /** How ECS moves requests to the other target group. */
  readonly shift: TrafficShift | undefined;
}

/** What the service is made of. */
export interface EcsServiceParts {
  readonly task: TaskParts;
  readonly routing?: EcsServiceRouting;
  readonly alarms?: cloudwatch.MetricAlarm[];
  readonly serviceConnect?: ServiceConnectParts | undefined;
  /** Functions that ECS asks during a deployment. */
  readonly hooks: readonly DeploymentHook[];
  /** Default: tasks are replaced a few at a time. */
  readonly configuration?: DeploymentConfiguration | undefined;
}

export function createEcsService(
  name: string,
  args: EcsServiceArgs,
  plan: EcsServicePlan,
  parts: EcsServiceParts,
  tags: pulumi.Output<Record<string, string>>,
  parent: pulumi.Resource,
): ecs.Service {
  return new ecs.Service(
    name,
    {
      cluster: args.cluster.clusterArn,
      taskDefinition: parts.task.taskDefinition.arn,
      desiredCount: plan.desiredCount,
      capacityProviderStrategies: [
        { capacityProvider: "FARGATE", weight: 1, base: plan.minCount },
        ...(plan.spotWeight > 0 ? [{ capacityProvider: "FARGATE_SPOT", weight: plan.spotWeight }] : []),
      ],
      platformVersion: "LATEST",
      networkConfiguration: {
        subnets: serviceSubnets(args.network, plan.tier),
        securityGroups: [parts.task.security.group.id],
        assignPublicIp: false,
      },
      ...behind(parts.routing),
      deploymentMinimumHealthyPercent: 100,
      deploymentMaximumPercent: 200,
      // Of rolling deployments alone; where requests move, the old tasks go on serving and alarms call them back.
      ...(parts.configuration === undefined ? { deploymentCircuitBreaker: { enable: true, rollback: true } } : {}),
      ...rollbackAlarms([...(parts.alarms ?? []).map((alarm) => alarm.name), ...(args.rollbackAlarmNames ?? [])]),
      ...strategy(parts),
      ...(parts.serviceConnect === undefined
        ? {}
        : { serviceConnectConfiguration: parts.serviceConnect.configuration }),
      availabilityZoneRebalancing: "ENABLED",
      // A shell in a container leaves the audit trail, and needs the writable root that the containers do not have.
      enableExecuteCommand: false,
      enableEcsManagedTags: true,
      propagateTags: "SERVICE",
      tags,
    },
    {
      parent,
      // Tasks started before their permissions and rules fail.
      dependsOn: [
        ...(parts.routing?.rules ?? []),
        ...(parts.routing?.shift?.attachments ?? []),
        ...parts.task.roles.attachments,
        ...parts.task.security.rules,
        ...(parts.serviceConnect?.attachments ?? []),
        ...parts.hooks.flatMap((hook) => hook.attachments),
      ],
      // Autoscaling owns the number from the first deployment on.
      ignoreChanges: ["desiredCount"],
    },
  );
}

function behind(routing: EcsServiceRouting | undefined): Partial<ecs.ServiceArgs> {
  if (routing === undefined) return {};
  const { targetGroupArn, container, port, gracePeriod, shift } = routing;
  return {
    loadBalancers: [
      {
        targetGroupArn,
        containerName: container,
        containerPort: port,
        ...(shift === undefined ? {} : { advancedConfiguration: shift.advancedConfiguration }),
      },
    ],
    healthCheckGracePeriodSeconds: gracePeriod,
  };
}

function strategy({ configuration, hooks }: EcsServiceParts): Pick<ecs.ServiceArgs, "deploymentConfiguration"> {
  if (configuration === undefined && hooks.length === 0) return {};
  const lifecycleHooks = hooks.map(({ hook }) => hook);
  return {
    deploymentConfiguration: {
      ...(configuration ?? { strategy: "ROLLING" }),
      ...(lifecycleHooks.length === 0 ? {} : { lifecycleHooks }),
    },
  };
}

/** The alarms that roll a deployment back, if there are any. */
export function rollbackAlarms(alarmNames: pulumi.Input<string>[]): Pick<ecs.ServiceArgs, "alarms"> {
  return alarmNames.length === 0 ? {} : { alarms: { enable: true, rollback: true, alarmNames } };
}
