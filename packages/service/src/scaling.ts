import * as appautoscaling from "@pulumi/aws/appautoscaling";
import type * as ecs from "@pulumi/aws/ecs";
import type * as lb from "@pulumi/aws/lb";
import * as pulumi from "@pulumi/pulumi";
import type { FargateServiceArgs } from "./fargate-service-args";
import type { ServicePlan } from "./service-plan";

/** Keeps CPU at its target, memory where asked, and requests per task where the load balancer is named. */
export function createScaling(
  name: string,
  args: FargateServiceArgs,
  plan: ServicePlan,
  service: ecs.Service,
  targetGroup: lb.TargetGroup,
  tags: pulumi.Output<Record<string, string>>,
  parent: pulumi.Resource,
): void {
  const target = new appautoscaling.Target(
    `${name}-scaling`,
    {
      serviceNamespace: "ecs",
      scalableDimension: "ecs:service:DesiredCount",
      resourceId: pulumi.interpolate`service/${args.cluster.clusterName}/${service.name}`,
      minCapacity: plan.minCount,
      maxCapacity: plan.maxCount,
      tags,
    },
    { parent },
  );
  const follow = (
    suffix: string,
    targetValue: number,
    predefinedMetricSpecification: { predefinedMetricType: string; resourceLabel?: pulumi.Input<string> },
  ) =>
    new appautoscaling.Policy(
      `${name}-${suffix}`,
      {
        policyType: "TargetTrackingScaling",
        serviceNamespace: target.serviceNamespace,
        scalableDimension: target.scalableDimension,
        resourceId: target.resourceId,
        targetTrackingScalingPolicyConfiguration: {
          predefinedMetricSpecification,
          targetValue,
          // Out at once, in slowly: an idle task costs cents, a missing one a visit.
          scaleOutCooldown: 60,
          scaleInCooldown: 300,
        },
      },
      { parent },
    );
  follow("scaling-cpu", plan.cpuPercent, { predefinedMetricType: "ECSServiceAverageCPUUtilization" });
  if (args.memoryPercent !== undefined) {
    follow("scaling-memory", args.memoryPercent, { predefinedMetricType: "ECSServiceAverageMemoryUtilization" });
  }
  const loadBalancer = args.loadBalancer.loadBalancerArnSuffix;
  if (loadBalancer === undefined) return;
  follow("scaling-requests", plan.requestsPerTarget, {
    predefinedMetricType: "ALBRequestCountPerTarget",
    resourceLabel: pulumi.interpolate`${loadBalancer}/${targetGroup.arnSuffix}`,
  });
}
