import * as cloudwatch from "@pulumi/aws/cloudwatch";
import type * as pulumi from "@pulumi/pulumi";

/** What is watched, and where it is too much. */
export interface CacheAlarm {
  suffix: string;
  metricName: string;
  description: string;
  /** How the numbers of one node, and those of all nodes, become one. */
  statistic: "Maximum" | "Sum";
  threshold: number;
}

/** Alarms on each node of a replication group. */
const nodeAlarms: readonly CacheAlarm[] = [
  {
    suffix: "memory",
    metricName: "DatabaseMemoryUsagePercentage",
    description: "A node of the cache uses more than 85 % of its memory",
    statistic: "Maximum",
    threshold: 85,
  },
  {
    suffix: "processor",
    metricName: "EngineCPUUtilization",
    description: "The engine of a node of the cache uses more than 80 % of its core",
    statistic: "Maximum",
    threshold: 80,
  },
  {
    suffix: "sign-ins",
    metricName: "AuthenticationFailures",
    description: "More than 10 sign-ins to the cache were refused in five minutes",
    statistic: "Sum",
    threshold: 10,
  },
];

const replicationAlarm: CacheAlarm = {
  suffix: "replication",
  metricName: "ReplicationLag",
  description: "A replica of the cache is more than 30 seconds behind",
  statistic: "Maximum",
  threshold: 30,
};

/** An alarm on an expression takes no more metrics. Source: CloudWatch User Guide, "Alarms based on metric math". */
const mostMetrics = 10;

/** What the alarms of a cache have in common. */
export interface AlarmTarget {
  topicArn: pulumi.Input<string>;
  tags: pulumi.Input<Record<string, pulumi.Input<string>>> | undefined;
}

/**
 * Alarms over all nodes, by the names that AWS gave them; a node that was replaced since is watched again after the next
 * update. Up to ten nodes share an alarm.
 */
export function createNodeAlarms(
  name: string,
  nodeNames: pulumi.Output<string[]>,
  nodes: number,
  hasReplicas: boolean,
  target: AlarmTarget,
  parent: pulumi.Resource,
): void {
  const sorted = nodeNames.apply((names) => [...names].sort());
  for (const alarm of hasReplicas ? [...nodeAlarms, replicationAlarm] : nodeAlarms) {
    for (let first = 0; first < nodes; first += mostMetrics) {
      const part = first === 0 ? "" : `-${first / mostMetrics + 1}`;
      const indexes = Array.from({ length: Math.min(mostMetrics, nodes - first) }, (_, offset) => first + offset);
      createAlarm(`${name}-${alarm.suffix}${part}`, alarm, queries(alarm, sorted, indexes), target, parent);
    }
  }
}

function queries(alarm: CacheAlarm, names: pulumi.Output<string[]>, indexes: number[]) {
  const metrics = indexes.map((index) => ({
    id: `m${index}`,
    metric: {
      namespace: "AWS/ElastiCache",
      metricName: alarm.metricName,
      // Where the cache has fewer nodes than it was asked for, the last one is watched twice.
      dimensions: { CacheClusterId: names.apply((all) => all[index] ?? all.at(-1) ?? "") },
      period: 300,
      stat: alarm.statistic,
    },
  }));
  const over = alarm.statistic === "Sum" ? "SUM" : "MAX";
  return [{ id: "all", expression: `${over}(METRICS())`, label: alarm.description, returnData: true }, ...metrics];
}

function createAlarm(
  name: string,
  { description, threshold }: CacheAlarm,
  metricQueries: cloudwatch.MetricAlarmArgs["metricQueries"],
  { topicArn, tags }: AlarmTarget,
  parent: pulumi.Resource,
): void {
  new cloudwatch.MetricAlarm(
    name,
    { alarmDescription: description, metricQueries, ...firing(threshold), ...actions(topicArn), tags },
    { parent },
  );
}

/**
 * An alarm on one metric of one serverless cache. Its dimension is `clusterId`; under `CacheClusterId`, that of nodes,
 * a serverless cache publishes nothing, and the alarm would never fire.
 * Source: "Serverless metrics and events for Valkey and Redis OSS" in the ElastiCache User Guide.
 */
export function createServerlessAlarm(
  name: string,
  alarm: CacheAlarm,
  cacheName: pulumi.Input<string>,
  { topicArn, tags }: AlarmTarget,
  parent: pulumi.Resource,
): void {
  new cloudwatch.MetricAlarm(
    `${name}-${alarm.suffix}`,
    {
      alarmDescription: alarm.description,
      namespace: "AWS/ElastiCache",
      metricName: alarm.metricName,
      dimensions: { clusterId: cacheName },
      statistic: alarm.statistic,
      period: 300,
      ...firing(alarm.threshold),
      ...actions(topicArn),
      tags,
    },
    { parent },
  );
}

function firing(threshold: number) {
  return {
    comparisonOperator: "GreaterThanThreshold",
    threshold,
    evaluationPeriods: 3,
    datapointsToAlarm: 2,
    treatMissingData: "notBreaching",
  };
}

function actions(topicArn: pulumi.Input<string>) {
  return { alarmActions: [topicArn], okActions: [topicArn] };
}

/**
 * Sends what AWS Health says of ElastiCache to the topic: service updates, their due dates, replaced nodes. Health
 * speaks of the account, so with several caches one of them is enough to hear of all.
 * Source: ElastiCache User Guide, "Service updates"; Architecting for HIPAA Security and Compliance on AWS, "ElastiCache".
 */
export function createHealthRule(name: string, { topicArn, tags }: AlarmTarget, parent: pulumi.Resource): void {
  const rule = new cloudwatch.EventRule(
    `${name}-health`,
    {
      description: "What AWS Health says of ElastiCache: service updates, maintenance, replaced nodes",
      eventPattern: JSON.stringify({
        source: ["aws.health"],
        "detail-type": ["AWS Health Event"],
        detail: { service: ["ELASTICACHE"] },
      }),
      tags,
    },
    { parent },
  );
  new cloudwatch.EventTarget(`${name}-health`, { rule: rule.name, arn: topicArn }, { parent });
}
