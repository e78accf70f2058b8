import * as cloudwatch from "@pulumi/aws/cloudwatch";
import type * as pulumi from "@pulumi/pulumi";

/** An alarm on a metric of a service. */
export interface ServiceAlarm {
  readonly suffix: string;
  readonly metricName: string;
  readonly description: string;
  /** Default: Sum. */
  readonly statistic?: "Sum" | "Maximum" | "Minimum" | "Average";
  /** Default: above. */
  readonly below?: boolean;
  /** Default: 0. */
  readonly threshold?: number;
  /** Seconds. Default: 300. */
  readonly period?: number;
  /** Default: 1. */
  readonly periods?: number;
}

/** Alarms to the alarm topic, where one is given. */
export function createAlarms(
  name: string,
  args: {
    readonly alarmTopicArn?: pulumi.Input<string>;
    readonly tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
  },
  namespace: string,
  dimensions: Record<string, pulumi.Input<string>>,
  alarms: readonly ServiceAlarm[],
  parent: pulumi.Resource,
): void {
  const { alarmTopicArn, tags } = args;
  if (alarmTopicArn === undefined) return;
  for (const alarm of alarms) {
    new cloudwatch.MetricAlarm(
      `${name}-${alarm.suffix}`,
      {
        alarmDescription: alarm.description,
        namespace,
        metricName: alarm.metricName,
        dimensions,
        statistic: alarm.statistic ?? "Sum",
        comparisonOperator: alarm.below === true ? "LessThanThreshold" : "GreaterThanThreshold",
        threshold: alarm.threshold ?? 0,
        period: alarm.period ?? 300,
        evaluationPeriods: alarm.periods ?? 1,
        // Nothing is reported while nothing happens.
        treatMissingData: "notBreaching",
        alarmActions: [alarmTopicArn],
        okActions: [alarmTopicArn],
        tags,
      },
      { parent },
    );
  }
}
