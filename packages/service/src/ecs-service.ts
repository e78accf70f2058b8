import type * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as ecs from "@pulumi/aws/ecs";
import type * as pulumi from "@pulumi/pulumi";
import type { FargateServiceArgs } from "./fargate-service-args";
import type { ServiceRouting } from "./routing";
import type { ServiceSecurityGroup } from "./security-group";
import type { ServicePlan } from "./service-plan";
import { serviceSubnets } from "./task-placement";
import type { ImageVerifier } from "./image-verifier";
import type { ServiceConnectParts } from "./service-connect";
import { listeningContainer } from "./tls-container";
import type { TaskRoles } from "./task-roles";

/** What the service is made of. */
export interface EcsServiceParts {
  readonly security: ServiceSecurityGroup;
  readonly taskDefinition: ecs.TaskDefinition;
  readonly roles: TaskRoles;
  readonly routing: ServiceRouting;
  readonly alarms: cloudwatch.MetricAlarm[];
  readonly serviceConnect: ServiceConnectParts | undefined;
  readonly verifier: ImageVerifier | undefined;
}

export function createEcsService(
  name: string,
  args: FargateServiceArgs,
  plan: ServicePlan,
  parts: EcsServiceParts,
  tags: pulumi.Output<Record<string, string>>,
  parent: pulumi.Resource,
): ecs.Service {
  return new ecs.Service(
    name,
    {
      cluster: args.cluster.clusterArn,
      taskDefinition: parts.taskDefinition.arn,
      desiredCount: plan.desiredCount,
      capacityProviderStrategies: [
        { capacityProvider: "FARGATE", weight: 1, base: plan.minCount },
        ...(plan.spotWeight > 0 ? [{ capacityProvider: "FARGATE_SPOT", weight: plan.spotWeight }] : []),
      ],
      platformVersion: "LATEST",
      networkConfiguration: {
        subnets: serviceSubnets(args.network, plan.tier),
        securityGroups: [parts.security.group.id],
        assignPublicIp: false,
      },
      loadBalancers: [
        {
          targetGroupArn: parts.routing.targetGroup.arn,
          containerName: listeningContainer(plan),
          containerPort: plan.port,
        },
      ],
      healthCheckGracePeriodSeconds: plan.gracePeriod,
      deploymentMinimumHealthyPercent: 100,
      deploymentMaximumPercent: 200,
      deploymentCircuitBreaker: { enable: true, rollback: true },
      ...rollbackAlarms([...parts.alarms.map((alarm) => alarm.name), ...(args.rollbackAlarmNames ?? [])]),
      ...(parts.verifier === undefined ? {} : { deploymentConfiguration: parts.verifier.configuration }),
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
      // AWS refuses a target group that no listener uses; tasks started before their permissions and rules fail.
      dependsOn: [
        parts.routing.rule,
        ...parts.roles.attachments,
        ...parts.security.rules,
        ...(parts.serviceConnect?.attachments ?? []),
        ...(parts.verifier?.attachments ?? []),
      ],
      // Autoscaling owns the number from the first deployment on.
      ignoreChanges: ["desiredCount"],
    },
  );
}

/** The alarms that roll a deployment back, if there are any. */
export function rollbackAlarms(alarmNames: pulumi.Input<string>[]): Pick<ecs.ServiceArgs, "alarms"> {
  return alarmNames.length === 0 ? {} : { alarms: { enable: true, rollback: true, alarmNames } };
}
