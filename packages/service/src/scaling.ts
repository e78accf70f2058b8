import * as appautoscaling from "@pulumi/aws/appautoscaling";
import type * as ecs from "@pulumi/aws/ecs";
import type * as lb from "@pulumi/aws/lb";
import type * as awsTypes from "@pulumi/aws/types/input";
import * as pulumi from "@pulumi/pulumi";
import type { FargateServiceArgs } from "./fargate-service-args";
import type { ServicePlan } from "./service-plan";
import type { FargateServiceCluster } from "./task-args";
import type { TaskCounts } from "./task-counts";

type Tracking = awsTypes.appautoscaling.PolicyTargetTrackingScalingPolicyConfiguration;

/** A metric that scaling keeps at its target. */
export interface ScalingTarget {
  /** The policy is named `<name>-scaling-<suffix>`. */
  readonly suffix: string;
  readonly value: number;
  readonly metric: Pick<Tracking, "predefinedMetricSpecification" | "customizedMetricSpecification">;
}

/** What scaling needs to know of a service. */
export interface ScalingArgs {
  readonly cluster: FargateServiceCluster;
  readonly memoryPercent?: number;
}

/** Keeps CPU at its target, memory where asked, and what else is measured. */
export function createScaling(
  name: string,
  args: ScalingArgs,
  plan: TaskCounts & { readonly cpuPercent: number },
  service: ecs.Service,
  further: readonly ScalingTarget[],
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
  for (const { suffix, value, metric } of [...utilizationTargets(args, plan.cpuPercent), ...further]) {
    new appautoscaling.Policy(
      `${name}-scaling-${suffix}`,
      {
        policyType: "TargetTrackingScaling",
        serviceNamespace: target.serviceNamespace,
        scalableDimension: target.scalableDimension,
        resourceId: target.resourceId,
        targetTrackingScalingPolicyConfiguration: {
          ...metric,
          targetValue: value,
          // Out at once, in slowly: an idle task costs cents, a missing one a visit.
          scaleOutCooldown: 60,
          scaleInCooldown: 300,
        },
      },
      { parent },
    );
  }
}

function utilizationTargets({ memoryPercent }: ScalingArgs, cpuPercent: number): ScalingTarget[] {
  const of = (suffix: string, value: number, predefinedMetricType: string): ScalingTarget => ({
    suffix,
    value,
    metric: { predefinedMetricSpecification: { predefinedMetricType } },
  });
  return [
    of("cpu", cpuPercent, "ECSServiceAverageCPUUtilization"),
    ...(memoryPercent === undefined ? [] : [of("memory", memoryPercent, "ECSServiceAverageMemoryUtilization")]),
  ];
}

/**
 * Requests per task, where the load balancer is named and one target group holds the tasks: the metric is of one group,
 * and would count nothing after every other deployment that moves requests.
 */
export function requestTargets(
  args: FargateServiceArgs,
  plan: ServicePlan,
  targetGroup: lb.TargetGroup,
): ScalingTarget[] {
  const loadBalancer = args.loadBalancer.loadBalancerArnSuffix;
  if (loadBalancer === undefined || plan.shift !== undefined) return [];
  return [
    {
      suffix: "requests",
      value: plan.requestsPerTarget,
      metric: {
        predefinedMetricSpecification: {
          predefinedMetricType: "ALBRequestCountPerTarget",
          resourceLabel: pulumi.interpolate`${loadBalancer}/${targetGroup.arnSuffix}`,
        },
      },
    },
  ];
}
