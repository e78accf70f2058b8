import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as rds from "@pulumi/aws/rds";
import type * as pulumi from "@pulumi/pulumi";

/** Bytes of a gibibyte; RDS reports memory and storage in bytes. */
export const GiB = 1024 ** 3;

/** One alarm on a metric of `AWS/RDS`. */
export interface DatabaseAlarm {
  /** Ending of the child's name. */
  suffix: string;
  metricName: string;
  comparisonOperator: "GreaterThanThreshold" | "LessThanThreshold";
  threshold: number;
  /** Periods of five minutes that have to breach in a row. */
  evaluationPeriods: number;
  description: string;
  /** Default: Average. A cluster's alarm looks at its worst instance. */
  statistic?: "Average" | "Maximum" | "Minimum" | "Sum";
}

/** Where alarms go and what they are about. */
export interface AlertArgs {
  alarmTopicArn?: pulumi.Input<string>;
  eventTopicArn?: pulumi.Input<string>;
  /** The Region of the database and of its topics, where it is not the provider's. */
  region?: pulumi.Input<string>;
  tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}

/** CPU above 80 percent for a quarter of an hour, whatever the engine. */
export const cpuAlarm: DatabaseAlarm = {
  suffix: "cpu",
  metricName: "CPUUtilization",
  comparisonOperator: "GreaterThanThreshold",
  threshold: 80,
  evaluationPeriods: 3,
  description: "CPU above 80 percent for 15 minutes",
};

/** Less than 256 MiB of memory free, whatever the engine. */
export const memoryAlarm: DatabaseAlarm = {
  suffix: "memory",
  metricName: "FreeableMemory",
  comparisonOperator: "LessThanThreshold",
  threshold: GiB / 4,
  evaluationPeriods: 3,
  description: "Less than 256 MiB of memory free for 15 minutes",
};

/** Free storage below a twentieth of the storage at creation. */
export function storageAlarm(allocatedStorage: number): DatabaseAlarm {
  return {
    suffix: "storage",
    metricName: "FreeStorageSpace",
    comparisonOperator: "LessThanThreshold",
    threshold: Math.floor((allocatedStorage * GiB) / 20),
    evaluationPeriods: 1,
    description: "Free storage below 5 percent of the initial size: autoscaling does not keep up or is at its limit",
  };
}

/** PostgreSQL stops writing when its transaction ids are used up. */
export const transactionIdsAlarm: DatabaseAlarm = {
  suffix: "transaction-ids",
  metricName: "MaximumUsedTransactionIDs",
  comparisonOperator: "GreaterThanThreshold",
  threshold: 1_000_000_000,
  evaluationPeriods: 1,
  description: "Half of the transaction ids used: vacuum falls behind and writes will stop",
};

/** A forgotten replication slot fills the storage of PostgreSQL. */
export const slotLagAlarm: DatabaseAlarm = {
  suffix: "slot-lag",
  metricName: "OldestReplicationSlotLag",
  comparisonOperator: "GreaterThanThreshold",
  threshold: 10 * GiB,
  evaluationPeriods: 1,
  description: "A replication slot holds back more than 10 GiB of transaction log",
};

/** Alarms to the alarm topic, where one is given (45 CFR 164.308(a)(1)(ii)(D)). */
export function createAlarms(
  name: string,
  args: AlertArgs,
  alarms: readonly DatabaseAlarm[],
  dimensions: Record<string, pulumi.Input<string>>,
  options: pulumi.CustomResourceOptions,
): void {
  if (args.alarmTopicArn === undefined) return;
  for (const { suffix, description, statistic, ...alarm } of alarms) {
    new cloudwatch.MetricAlarm(
      `${name}-${suffix}`,
      {
        ...alarm,
        alarmDescription: description,
        namespace: "AWS/RDS",
        dimensions,
        statistic: statistic ?? "Average",
        period: 300,
        // Slot lag is reported only while there is a slot, and a stopped database reports nothing at all.
        treatMissingData: "notBreaching",
        alarmActions: [args.alarmTopicArn],
        okActions: [args.alarmTopicArn],
        region: args.region,
        tags: args.tags,
      },
      options,
    );
  }
}

/** What RDS reports of a single instance. Source: "Amazon RDS event categories" in the RDS User Guide. */
export const instanceEvents = [
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
] as const;

/** The databases that a subscription is about. */
export interface EventSource {
  type: "db-instance" | "db-cluster" | "db-proxy";
  ids: pulumi.Input<string>[];
  /** Default: all categories. */
  categories?: readonly string[];
}

/** RDS events to the event topic, where one is given (45 CFR 164.308(a)(1)(ii)(D)). */
export function createEventSubscription(
  name: string,
  args: AlertArgs,
  source: EventSource,
  options: pulumi.CustomResourceOptions,
): void {
  if (args.eventTopicArn === undefined) return;
  new rds.EventSubscription(
    `${name}-events`,
    {
      snsTopic: args.eventTopicArn,
      sourceType: source.type,
      sourceIds: source.ids,
      eventCategories: source.categories === undefined ? undefined : [...source.categories],
      enabled: true,
      tags: args.tags,
    },
    options,
  );
}
