import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as iam from "@pulumi/aws/iam";
import * as sns from "@pulumi/aws/sns";
import * as pulumi from "@pulumi/pulumi";
import {
  arn,
  auditRetentionDays,
  awsEnvironment,
  checksFor,
  denyOutsiders,
  policyDocument,
  serviceTrust,
} from "@hipaa-aws/foundation";
import type { PhiTopicArgs } from "./phi-topic-args";

/**
 * An Amazon SNS topic for PHI: encrypted under a customer managed key, closed to plain transport and to everybody
 * outside the account or organization, delivered to queues only, with the status of every delivery logged for six years.
 *
 * Message data protection, with which SNS looked for identifiers in messages, is closed to new customers since April 30,
 * 2026, so it is not offered. Source: Amazon SNS Developer Guide; 45 CFR 164.312(a)(2)(iv), 164.312(b), 164.312(e)(1).
 *
 * Cost, list prices of November 2026: 0.50 USD for a million requests; deliveries to queues are free.
 *
 * @throws ArgumentError for queues of the same name, or a name that is too long.
 */
export class PhiTopic extends pulumi.ComponentResource {
  /** ARN, known once the policy is in place. */
  public readonly topicArn!: pulumi.Output<string>;
  /** Name, as metrics have it. */
  public readonly topicName!: pulumi.Output<string>;

  constructor(name: string, args: PhiTopicArgs, opts?: pulumi.ComponentResourceOptions) {
    const { queues = [], fifo = false, tags } = args;
    const checks = checksFor("PhiTopic", name);
    checks.unique(
      "queues",
      queues.map((queue) => queue.name),
    );
    // The role's limit of 64 is the lowest.
    checks.fitsAutoname(`${name}-delivery-status`, 64, "a role");
    super("messaging:index:PhiTopic", name, args, opts);

    const deliveryStatus = createDeliveryStatusRole(name, this, tags);
    const topic = new sns.Topic(
      name,
      {
        kmsMasterKeyId: pulumi.output(args.key).apply((key) => key.arn),
        signatureVersion: fifo ? undefined : 2,
        sqsFailureFeedbackRoleArn: deliveryStatus.arn,
        // Nothing subscribes functions here; should somebody do so by other means, its failures are logged too.
        lambdaFailureFeedbackRoleArn: deliveryStatus.arn,
        sqsSuccessFeedbackRoleArn: deliveryStatus.arn,
        sqsSuccessFeedbackSampleRate: 100,
        ...(fifo ? { fifoTopic: true, contentBasedDeduplication: true } : {}),
        tags,
      },
      { parent: this },
    );
    createDeliveryLogs(name, topic, args, this);
    const policy = createPolicy(name, topic, args, this);
    for (const queue of queues) {
      new sns.TopicSubscription(
        `${name}-${queue.name}`,
        // The body as it was published: an envelope around it would be one more place that handles PHI.
        { topic: topic.arn, protocol: "sqs", endpoint: queue.queueArn, rawMessageDelivery: true },
        { parent: this },
      );
    }
    createFailureAlarm(name, topic, args, this);

    this.topicArn = pulumi.all([topic.arn, policy.id]).apply(([topicArn]) => topicArn);
    this.topicName = topic.name;
    this.registerOutputs({ topicArn: this.topicArn, topicName: this.topicName });
  }
}

// Topic policies take the actions of topics one by one; `sns:*` is refused as out of scope.
function createPolicy(name: string, topic: sns.Topic, args: PhiTopicArgs, parent: pulumi.Resource): sns.TopicPolicy {
  const actions = ["sns:Publish", "sns:Subscribe"];
  const policy = policyDocument([
    {
      sid: "DenyInsecureTransport",
      effect: "Deny",
      principals: "*",
      actions: ["sns:Publish"],
      resources: [topic.arn],
      conditions: { Bool: { "aws:SecureTransport": ["false"] } },
    },
    {
      sid: "DenyOtherProtocols",
      effect: "Deny",
      principals: "*",
      actions: ["sns:Subscribe"],
      resources: [topic.arn],
      conditions: { StringNotEquals: { "sns:Protocol": ["sqs"] } },
    },
    denyOutsiders(awsEnvironment(parent), args.organizationId, actions, [topic.arn]),
  ]);
  return new sns.TopicPolicy(`${name}-policy`, { arn: topic.arn, policy }, { parent });
}

// SNS would make the log groups by itself, without a key and without an end of retention; so they are made before.
// Source: Amazon SNS Developer Guide, "Amazon SNS message delivery status".
function createDeliveryLogs(name: string, topic: sns.Topic, args: PhiTopicArgs, parent: pulumi.Resource): void {
  const { region, accountId } = awsEnvironment(parent);
  const groupName = pulumi.interpolate`sns/${region}/${accountId}/${topic.name}`;
  const groups = { "delivery-log": groupName, "failure-log": pulumi.interpolate`${groupName}/Failure` };
  for (const [suffix, logGroupName] of Object.entries(groups)) {
    new cloudwatch.LogGroup(
      `${name}-${suffix}`,
      {
        name: logGroupName,
        kmsKeyId: pulumi.output(args.logsKey).apply((key) => key.arn),
        retentionInDays: auditRetentionDays,
        tags: args.tags,
      },
      { parent },
    );
  }
}

function createDeliveryStatusRole(name: string, parent: pulumi.Resource, tags: PhiTopicArgs["tags"]): iam.Role {
  const environment = awsEnvironment(parent);
  const role = new iam.Role(
    `${name}-delivery-status`,
    { assumeRolePolicy: serviceTrust(environment, "sns.amazonaws.com"), tags },
    { parent },
  );
  const policy = policyDocument([
    {
      sid: "WriteDeliveryStatus",
      actions: ["logs:CreateLogStream", "logs:PutLogEvents"],
      resources: [arn(environment, "logs", "log-group:sns/*")],
    },
  ]);
  new iam.RolePolicy(`${name}-delivery-status`, { role: role.name, policy }, { parent });
  return role;
}

function createFailureAlarm(name: string, topic: sns.Topic, args: PhiTopicArgs, parent: pulumi.Resource): void {
  const { alarmTopicArn, tags } = args;
  if (alarmTopicArn === undefined) return;
  new cloudwatch.MetricAlarm(
    `${name}-failed`,
    {
      alarmDescription: "Messages could not be delivered",
      namespace: "AWS/SNS",
      metricName: "NumberOfNotificationsFailed",
      dimensions: { TopicName: topic.name },
      statistic: "Sum",
      comparisonOperator: "GreaterThanThreshold",
      threshold: 0,
      period: 300,
      evaluationPeriods: 1,
      treatMissingData: "notBreaching",
      alarmActions: [alarmTopicArn],
      okActions: [alarmTopicArn],
      tags,
    },
    { parent },
  );
}
