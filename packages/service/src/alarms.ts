import * as cloudwatch from "@pulumi/aws/cloudwatch";
import type * as ecs from "@pulumi/aws/ecs";
import type * as lb from "@pulumi/aws/lb";
import type * as pulumi from "@pulumi/pulumi";
import type { ServiceRouting } from "./routing";
import type { ServiceRoutingArgs } from "./routing-args";
import type { ServiceTaskArgs } from "./task-args";

/** What differs between alarms. */
export interface AlarmParts {
  readonly suffix: string;
  readonly description: string;
  readonly namespace: string;
  readonly metricName: string;
  /** A statistic, or a percentile such as `p99`. */
  readonly statistic: string;
  readonly dimensions: Record<string, pulumi.Input<string>>;
  readonly threshold: number;
  /** Periods of a minute that are looked at, and how many of them must breach. */
  readonly periods: number;
  readonly breaching: number;
}

/**
 * Alarms on what clients of the service see. A deployment that sets one off is rolled back. They exist with an alarm topic
 * and the load balancer's suffix only, for both target groups where there are two: each holds the clients in turn.
 */
export function createDeploymentAlarms(
  name: string,
  args: ServiceRoutingArgs,
  { targetGroup, alternate }: ServiceRouting,
  tags: pulumi.Output<Record<string, string>>,
  parent: pulumi.Resource,
): cloudwatch.MetricAlarm[] {
  return [
    ...createGroupAlarms(name, args, targetGroup, tags, parent),
    ...(alternate === undefined ? [] : createGroupAlarms(`${name}-alt`, args, alternate, tags, parent)),
  ];
}

function createGroupAlarms(
  name: string,
  args: ServiceRoutingArgs,
  targetGroup: lb.TargetGroup,
  tags: pulumi.Output<Record<string, string>>,
  parent: pulumi.Resource,
): cloudwatch.MetricAlarm[] {
  const topic = args.alarmTopicArn;
  const loadBalancer = args.loadBalancer.loadBalancerArnSuffix;
  if (topic === undefined || loadBalancer === undefined) return [];
  const common = {
    namespace: "AWS/ApplicationELB",
    dimensions: { LoadBalancer: loadBalancer, TargetGroup: targetGroup.arnSuffix },
    periods: 5,
    breaching: 3,
  };
  return [
    createAlarm(name, topic, tags, parent, {
      ...common,
      suffix: "unhealthy-alarm",
      description: `Targets of ${name} fail the health check of the load balancer`,
      metricName: "UnHealthyHostCount",
      statistic: "Maximum",
      threshold: 1,
    }),
    createAlarm(name, topic, tags, parent, {
      ...common,
      suffix: "errors-alarm",
      description: `Targets of ${name} answer with server errors`,
      metricName: "HTTPCode_Target_5XX_Count",
      statistic: "Sum",
      threshold: 10,
    }),
    ...(args.latencyAlarmMillis === undefined
      ? []
      : [
          createAlarm(name, topic, tags, parent, {
            ...common,
            suffix: "latency-alarm",
            description: `One request of a hundred to ${name} takes longer than ${args.latencyAlarmMillis} ms`,
            metricName: "TargetResponseTime",
            statistic: "p99",
            threshold: args.latencyAlarmMillis / 1000,
          }),
        ]),
  ];
}

/** Where a service runs, and who hears of it. */
export interface UtilizationAlarmArgs extends Pick<ServiceTaskArgs, "cluster"> {
  readonly alarmTopicArn?: pulumi.Input<string>;
}

/** Alarms on what the tasks use up. They come after the service, whose name they watch. */
export function createUtilizationAlarms(
  name: string,
  args: UtilizationAlarmArgs,
  service: ecs.Service,
  tags: pulumi.Output<Record<string, string>>,
  parent: pulumi.Resource,
): void {
  const topic = args.alarmTopicArn;
  if (topic === undefined) return;
  for (const [suffix, metricName] of [
    ["cpu-alarm", "CPUUtilization"],
    ["memory-alarm", "MemoryUtilization"],
  ] as const) {
    createAlarm(name, topic, tags, parent, {
      suffix,
      description: `Tasks of ${name} stay above 90 percent ${metricName}, so scaling no longer helps`,
      namespace: "AWS/ECS",
      metricName,
      statistic: "Average",
      dimensions: { ClusterName: args.cluster.clusterName, ServiceName: service.name },
      threshold: 90,
      periods: 15,
      breaching: 15,
    });
  }
}

export function createAlarm(
  name: string,
  topic: pulumi.Input<string>,
  tags: pulumi.Output<Record<string, string>>,
  parent: pulumi.Resource,
  parts: AlarmParts,
): cloudwatch.MetricAlarm {
  return new cloudwatch.MetricAlarm(
    `${name}-${parts.suffix}`,
    {
      alarmDescription: parts.description,
      namespace: parts.namespace,
      metricName: parts.metricName,
      ...(/^p\d/.test(parts.statistic) ? { extendedStatistic: parts.statistic } : { statistic: parts.statistic }),
      dimensions: parts.dimensions,
      comparisonOperator: "GreaterThanOrEqualToThreshold",
      threshold: parts.threshold,
      period: 60,
      evaluationPeriods: parts.periods,
      datapointsToAlarm: parts.breaching,
      treatMissingData: "notBreaching",
      alarmActions: [topic],
      okActions: [topic],
      tags,
    },
    { parent },
  );
}
