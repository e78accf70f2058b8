import * as lambda from "@pulumi/aws/lambda";
import * as sqs from "@pulumi/aws/sqs";
import * as pulumi from "@pulumi/pulumi";
import { awsEnvironment, denyInsecureTransport, denyOutsiders, policyDocument } from "@hipaa-aws/foundation";
import type { PhiFunctionArgs } from "./phi-function-args";
import type { PhiFunctionSettings } from "./phi-function-settings";

/** The queue in which events stay that the function could not process, with the error, for 14 days. */
export function createFailureQueue(name: string, args: PhiFunctionArgs, parent: pulumi.Resource): sqs.Queue {
  const queue = new sqs.Queue(
    `${name}-failures`,
    {
      kmsMasterKeyId: pulumi.output(args.messagesKey).arn,
      messageRetentionSeconds: 1_209_600,
      receiveWaitTimeSeconds: 20,
      tags: args.tags,
    },
    { parent },
  );
  const policy = policyDocument([
    denyInsecureTransport("sqs", [queue.arn]),
    denyOutsiders(awsEnvironment(parent), undefined, ["sqs:*"], [queue.arn]),
  ]);
  new sqs.QueuePolicy(`${name}-failures`, { queueUrl: queue.url, policy }, { parent });
  return queue;
}

/** How asynchronous events are tried again, and where those go that failed. */
export function createEventHandling(
  name: string,
  settings: PhiFunctionSettings,
  fn: lambda.Function,
  failures: sqs.Queue,
  parent: pulumi.Resource,
): void {
  new lambda.FunctionEventInvokeConfig(
    `${name}-failures`,
    {
      functionName: fn.name,
      maximumRetryAttempts: settings.maximumRetries,
      maximumEventAgeInSeconds: settings.maximumEventAgeSeconds,
      destinationConfig: { onFailure: { destination: failures.arn } },
    },
    { parent },
  );
}

/** Who calls the function: services by a permission of their own, queues by a mapping. */
export function createCallers(name: string, args: PhiFunctionArgs, fn: lambda.Function, parent: pulumi.Resource): void {
  const { accountId } = awsEnvironment(parent);
  for (const { name: invoker, service, sourceArn } of args.invokers ?? []) {
    new lambda.Permission(
      `${name}-${invoker}`,
      {
        action: "lambda:InvokeFunction",
        function: fn.name,
        principal: service,
        sourceArn,
        // The ARN of a bucket names no account, and a bucket's name may pass into other hands.
        sourceAccount: accountId,
      },
      { parent },
    );
  }
  for (const { name: queue, queueArn, batchSize } of args.queues ?? []) {
    new lambda.EventSourceMapping(
      `${name}-${queue}`,
      {
        functionName: fn.arn,
        eventSourceArn: queueArn,
        batchSize: batchSize ?? 10,
        // A message that failed comes again by itself, not with all others of its batch.
        functionResponseTypes: ["ReportBatchItemFailures"],
        tags: args.tags,
      },
      { parent },
    );
  }
}
