import * as cloudwatch from "@pulumi/aws/cloudwatch";
import type * as s3 from "@pulumi/aws/s3";
import * as pulumi from "@pulumi/pulumi";
import { replicationTimeMinutes } from "./replication";

/** What is watched, and how. */
interface ReplicationAlarm {
  suffix: string;
  metricName: string;
  description: string;
  statistic: string;
  threshold: number;
}

const alarms: readonly ReplicationAlarm[] = [
  {
    suffix: "replication-late",
    metricName: "ReplicationLatency",
    description: "Copies in the other Region are more than 15 minutes behind",
    statistic: "Maximum",
    threshold: replicationTimeMinutes * 60,
  },
  {
    suffix: "replication-failed",
    metricName: "OperationsFailedReplication",
    description: "Objects were not copied to the other Region",
    statistic: "Sum",
    threshold: 0,
  },
];

/**
 * Alarms on late and on failed copies. Without requests there are no numbers, which is no fault.
 * Source: Amazon S3 User Guide, "Monitoring replication with metrics"; 45 CFR 164.308(a)(7)(ii)(A).
 */
export function replicationAlarms(
  name: string,
  bucket: s3.Bucket,
  destinationArn: pulumi.Input<string>,
  ruleId: string,
  topicArn: pulumi.Input<string>,
  tags: pulumi.Input<Record<string, pulumi.Input<string>>> | undefined,
  parent: pulumi.Resource,
): void {
  const destination = pulumi.output(destinationArn).apply((arn) => arn.split(":").at(-1) ?? arn);
  for (const { suffix, metricName, description, statistic, threshold } of alarms) {
    new cloudwatch.MetricAlarm(
      `${name}-${suffix}`,
      {
        alarmDescription: description,
        namespace: "AWS/S3",
        metricName,
        dimensions: { SourceBucket: bucket.bucket, DestinationBucket: destination, RuleId: ruleId },
        statistic,
        period: 300,
        evaluationPeriods: 3,
        datapointsToAlarm: 1,
        comparisonOperator: "GreaterThanThreshold",
        threshold,
        treatMissingData: "notBreaching",
        alarmActions: [topicArn],
        okActions: [topicArn],
        tags,
      },
      { parent },
    );
  }
}
