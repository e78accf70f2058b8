import * as sqs from "@pulumi/aws/sqs";
import * as pulumi from "@pulumi/pulumi";
import { awsEnvironment, denyInsecureTransport, policyDocument, denyOutsiders } from "@hipaa-aws/foundation";
import { createQueueAlarms } from "./phi-queue-alarms";
import type { PhiQueueArgs, PhiQueueSender } from "./phi-queue-args";
import { readPhiQueueSettings, type PhiQueueSettings } from "./phi-queue-settings";

const secondsPerDay = 86_400;

/**
 * An Amazon SQS queue for PHI: encrypted under a customer managed key, closed to plain transport and to everybody
 * outside the account or organization, with a dead-letter queue under the same safeguards and alarms on both.
 *
 * Names, attributes and metrics are not encrypted; PHI belongs into the body alone.
 *
 * Cost, list prices of November 2026: 0.40 USD for a million requests; two alarms 0.20 USD a month.
 *
 * @throws ArgumentError for a count, period or sender that Amazon SQS does not take.
 * Source: 45 CFR 164.312(a)(2)(iv), 164.312(c)(1), 164.312(e)(1); Amazon SQS Developer Guide.
 */
export class PhiQueue extends pulumi.ComponentResource {
  /** URL, known once the policy is in place. */
  public readonly queueUrl!: pulumi.Output<string>;
  /** ARN, known once the policy is in place. */
  public readonly queueArn!: pulumi.Output<string>;
  /** Name, as metrics have it. */
  public readonly queueName!: pulumi.Output<string>;
  /** URL of the dead-letter queue, for those who look into failed messages. */
  public readonly deadLetterQueueUrl!: pulumi.Output<string>;
  /** ARN of the dead-letter queue. */
  public readonly deadLetterQueueArn!: pulumi.Output<string>;

  constructor(name: string, args: PhiQueueArgs, opts?: pulumi.ComponentResourceOptions) {
    const settings = readPhiQueueSettings(name, args);
    super("messaging:index:PhiQueue", name, args, opts);

    const deadLetters = new sqs.Queue(
      `${name}-dead-letters`,
      { ...common(args, settings), messageRetentionSeconds: settings.deadLetterRetentionDays * secondsPerDay },
      { parent: this },
    );
    const queue = new sqs.Queue(
      name,
      {
        ...common(args, settings),
        messageRetentionSeconds: settings.retentionDays * secondsPerDay,
        visibilityTimeoutSeconds: settings.visibilityTimeoutSeconds,
        redrivePolicy: pulumi.jsonStringify({
          deadLetterTargetArn: deadLetters.arn,
          maxReceiveCount: settings.maxReceiveCount,
        }),
      },
      { parent: this },
    );
    // Without it any queue of the account may name this one as its dead-letter queue.
    new sqs.RedriveAllowPolicy(
      `${name}-dead-letters-redrive`,
      {
        queueUrl: deadLetters.url,
        redriveAllowPolicy: pulumi.jsonStringify({ redrivePermission: "byQueue", sourceQueueArns: [queue.arn] }),
      },
      { parent: this },
    );
    const policy = createPolicy(name, queue, args, args.senders ?? [], this);
    createPolicy(`${name}-dead-letters`, deadLetters, args, [], this);
    createQueueAlarms(name, args, settings, queue, deadLetters, { parent: this });

    this.queueUrl = pulumi.all([queue.url, policy.id]).apply(([url]) => url);
    this.queueArn = pulumi.all([queue.arn, policy.id]).apply(([arn]) => arn);
    this.queueName = queue.name;
    this.deadLetterQueueUrl = deadLetters.url;
    this.deadLetterQueueArn = deadLetters.arn;
    this.registerOutputs({
      queueUrl: this.queueUrl,
      queueArn: this.queueArn,
      queueName: this.queueName,
      deadLetterQueueUrl: this.deadLetterQueueUrl,
      deadLetterQueueArn: this.deadLetterQueueArn,
    });
  }
}

/** What a queue and its dead-letter queue have in common: everything that protects messages. */
function common(args: PhiQueueArgs, settings: PhiQueueSettings): sqs.QueueArgs {
  return {
    kmsMasterKeyId: pulumi.output(args.key).apply((key) => key.arn),
    maxMessageSize: settings.maxMessageKib * 1024,
    // Long polling: fewer empty answers, and each one asks all servers.
    receiveWaitTimeSeconds: 20,
    ...(settings.fifo ? { fifoQueue: true, contentBasedDeduplication: true } : {}),
    tags: args.tags,
  };
}

function createPolicy(
  name: string,
  queue: sqs.Queue,
  args: PhiQueueArgs,
  senders: readonly PhiQueueSender[],
  parent: pulumi.Resource,
): sqs.QueuePolicy {
  const environment = awsEnvironment(parent);
  const policy = policyDocument([
    ...senders.map(({ service, sourceArn }, index) => ({
      sid: `AllowSender${String(index + 1)}`,
      principals: { services: [service] },
      actions: ["sqs:SendMessage"],
      resources: [queue.arn],
      // The account too, since the ARN of a bucket names none and the bucket may pass into other hands.
      conditions: {
        ArnLike: { "aws:SourceArn": [sourceArn] },
        StringEquals: { "aws:SourceAccount": [environment.accountId] },
      },
    })),
    denyInsecureTransport("sqs", [queue.arn]),
    denyOutsiders(environment, args.organizationId, ["sqs:*"], [queue.arn]),
  ]);
  return new sqs.QueuePolicy(`${name}-policy`, { queueUrl: queue.url, policy }, { parent });
}
