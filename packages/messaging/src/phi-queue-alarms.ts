import * as cloudwatch from "@pulumi/aws/cloudwatch";
import type * as sqs from "@pulumi/aws/sqs";
import type * as pulumi from "@pulumi/pulumi";
import type { PhiQueueArgs } from "./phi-queue-args";
import type { PhiQueueSettings } from "./phi-queue-settings";

/** Alarms to the alarm topic, where one is given: messages that wait, and messages that nobody could process. */
export function createQueueAlarms(
  name: string,
  args: PhiQueueArgs,
  settings: PhiQueueSettings,
  queue: sqs.Queue,
  deadLetters: sqs.Queue,
  options: pulumi.CustomResourceOptions,
): void {
  const { alarmTopicArn, tags } = args;
  if (alarmTopicArn === undefined) return;
  const common = {
    namespace: "AWS/SQS",
    statistic: "Maximum",
    comparisonOperator: "GreaterThanThreshold",
    // A queue that nobody touched for six hours reports nothing.
    treatMissingData: "notBreaching",
    alarmActions: [alarmTopicArn],
    okActions: [alarmTopicArn],
    tags,
  };
  new cloudwatch.MetricAlarm(
    `${name}-age`,
    {
      ...common,
      alarmDescription: `The oldest message waits longer than ${String(settings.oldestMessageAlarmSeconds)} seconds`,
      metricName: "ApproximateAgeOfOldestMessage",
      dimensions: { QueueName: queue.name },
      period: 60,
      evaluationPeriods: 5,
      threshold: settings.oldestMessageAlarmSeconds,
    },
    options,
  );
  new cloudwatch.MetricAlarm(
    `${name}-dead-letters-depth`,
    {
      ...common,
      alarmDescription: "Messages could not be processed and wait in the dead-letter queue",
      metricName: "ApproximateNumberOfMessagesVisible",
      dimensions: { QueueName: deadLetters.name },
      period: 300,
      evaluationPeriods: 1,
      threshold: 0,
    },
    options,
  );
}
