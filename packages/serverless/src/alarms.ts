import * as cloudwatch from "@pulumi/aws/cloudwatch";
import type * as pulumi from "@pulumi/pulumi";

/** An alarm on a metric that is zero as long as all is well. */
export interface ZeroAlarm {
  readonly suffix: string;
  readonly namespace: string;
  readonly metricName: string;
  readonly dimensions: Record<string, pulumi.Input<string>>;
  readonly description: string;
  /** Default: Sum. */
  readonly statistic?: "Sum" | "Maximum";
}

/** Alarms to the alarm topic, where one is given: any value above zero within five minutes. */
export function createZeroAlarms(
  name: string,
  args: {
    readonly alarmTopicArn?: pulumi.Input<string>;
    readonly tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
  },
  alarms: readonly ZeroAlarm[],
  parent: pulumi.Resource,
): void {
  const { alarmTopicArn, tags } = args;
  if (alarmTopicArn === undefined) return;
  for (const { suffix, namespace, metricName, dimensions, description, statistic } of alarms) {
    new cloudwatch.MetricAlarm(
      `${name}-${suffix}`,
      {
        alarmDescription: description,
        namespace,
        metricName,
        dimensions,
        statistic: statistic ?? "Sum",
        comparisonOperator: "GreaterThanThreshold",
        threshold: 0,
        period: 300,
        evaluationPeriods: 1,
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
