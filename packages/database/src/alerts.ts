import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as rds from "@pulumi/aws/rds";
import type * as pulumi from "@pulumi/pulumi";
import type { PostgresInstanceArgs } from "./args";
import type { Settings } from "./settings";

const GiB = 1024 ** 3;

interface Alarm {
  suffix: string;
  metricName: string;
  comparisonOperator: "GreaterThanThreshold" | "LessThanThreshold";
  threshold: number;
  /** Periods of five minutes that have to breach in a row. */
  evaluationPeriods: number;
  description: string;
}

function alarmsOf(settings: Settings): Alarm[] {
  return [
    {
      suffix: "cpu",
      metricName: "CPUUtilization",
      comparisonOperator: "GreaterThanThreshold",
      threshold: 80,
      evaluationPeriods: 3,
      description: "CPU above 80 percent for 15 minutes",
    },
    {
      suffix: "memory",
      metricName: "FreeableMemory",
      comparisonOperator: "LessThanThreshold",
      threshold: GiB / 4,
      evaluationPeriods: 3,
      description: "Less than 256 MiB of memory free for 15 minutes",
    },
    {
      suffix: "storage",
      metricName: "FreeStorageSpace",
      comparisonOperator: "LessThanThreshold",
      threshold: Math.floor((settings.allocatedStorage * GiB) / 20),
      evaluationPeriods: 1,
      description: "Free storage below 5 percent of the initial size: autoscaling does not keep up or is at its limit",
    },
    {
      suffix: "transaction-ids",
      metricName: "MaximumUsedTransactionIDs",
      comparisonOperator: "GreaterThanThreshold",
      threshold: 1_000_000_000,
      evaluationPeriods: 1,
      description: "Half of the transaction ids used: vacuum falls behind and writes will stop",
    },
    {
      suffix: "slot-lag",
      metricName: "OldestReplicationSlotLag",
      comparisonOperator: "GreaterThanThreshold",
      threshold: 10 * GiB,
      evaluationPeriods: 1,
      description: "A replication slot holds back more than 10 GiB of transaction log",
    },
  ];
}

/** Alarms to the alarm topic, where one is given (45 CFR 164.308(a)(1)(ii)(D)). */
export function createAlarms(
  name: string,
  args: PostgresInstanceArgs,
  settings: Settings,
  instance: rds.Instance,
  options: pulumi.CustomResourceOptions,
): void {
  if (args.alarmTopicArn === undefined) return;
  for (const { suffix, description, ...alarm } of alarmsOf(settings)) {
    new cloudwatch.MetricAlarm(
      `${name}-${suffix}`,
      {
        ...alarm,
        alarmDescription: description,
        namespace: "AWS/RDS",
        dimensions: { DBInstanceIdentifier: instance.identifier },
        statistic: "Average",
        period: 300,
        // Slot lag is reported only while there is a slot, and a stopped database reports nothing at all.
        treatMissingData: "notBreaching",
        alarmActions: [args.alarmTopicArn],
        okActions: [args.alarmTopicArn],
        tags: args.tags,
      },
      options,
    );
  }
}

const reportedEvents = [
  "availability",
  "configuration change",
  "deletion",
  "failover",
  "failure",
  "low storage",
  "maintenance",
  "notification",
  "recovery",
  "restoration",
];

/** RDS events of this instance to the event topic, where one is given. */
export function createEventSubscription(
  name: string,
  args: PostgresInstanceArgs,
  instance: rds.Instance,
  options: pulumi.CustomResourceOptions,
): void {
  if (args.eventTopicArn === undefined) return;
  new rds.EventSubscription(
    `${name}-events`,
    {
      snsTopic: args.eventTopicArn,
      sourceType: "db-instance",
      sourceIds: [instance.identifier],
      eventCategories: reportedEvents,
      enabled: true,
      tags: args.tags,
    },
    options,
  );
}
