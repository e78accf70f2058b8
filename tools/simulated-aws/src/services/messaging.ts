import { textOf } from "@hipaa-aws/stack-state";
import type { CreationWithId, ServiceSimulation } from "../type-simulation";

/** Amazon SNS, SQS, EventBridge, Kinesis, Data Firehose, Secrets Manager, Systems Manager, SES. */
export const messaging: ServiceSimulation = {
  "aws:sns/topic:Topic": {
    id: "arn:{partition}:sns:{region}:{account}:{name}",
    arn: "{id}",
    outputs: { owner: "{account}", beginningArchiveTime: "" },
    autoname: { property: "name", maxLength: 256, fifo: "fifoTopic" },
  },
  "aws:sns/topicPolicy:TopicPolicy": { id: "{arn}", outputs: { owner: "{account}" } },
  "aws:sns/topicSubscription:TopicSubscription": {
    id: "{topic}:{uuid}",
    arn: "{id}",
    outputs: { ownerId: "{account}", pendingConfirmation: false },
  },
  "aws:sqs/queue:Queue": {
    id: "https://sqs.{region}.{suffix}/{account}/{name}",
    arn: "arn:{partition}:sqs:{region}:{account}:{name}",
    outputs: { url: "{id}" },
    autoname: { property: "name", maxLength: 80, fifo: "fifoQueue" },
  },
  "aws:sqs/queuePolicy:QueuePolicy": { id: "{queueUrl}" },
  "aws:sqs/redrivePolicy:RedrivePolicy": { id: "{queueUrl}" },
  "aws:sqs/redriveAllowPolicy:RedriveAllowPolicy": { id: "{queueUrl}" },
  "aws:cloudwatch/eventRule:EventRule": {
    id: "{name}",
    arn: "arn:{partition}:events:{region}:{account}:rule/{rulePath}",
    places: {
      rulePath: ({ inputs }) => {
        const bus = textOf(inputs.eventBusName, "default").replace(/^.*\//, "");
        return (bus === "default" ? "" : `${bus}/`) + textOf(inputs.name);
      },
    },
    autoname: { property: "name", maxLength: 64 },
  },
  "aws:cloudwatch/eventTarget:EventTarget": { id: "{rule}-{targetId|hex20}", outputs: { targetId: "{hex20}" } },
  "aws:cloudwatch/eventBus:EventBus": {
    id: "{name}",
    arn: "arn:{partition}:events:{region}:{account}:event-bus/{name}",
  },
  "aws:scheduler/schedule:Schedule": {
    id: "{group}/{name}",
    arn: "arn:{partition}:scheduler:{region}:{account}:schedule/{group}/{name}",
    places: { group: ({ inputs }) => textOf(inputs.groupName, "default") },
    autoname: { property: "name", maxLength: 64 },
  },
  "aws:kinesis/stream:Stream": {
    id: "{arn}",
    arn: "arn:{partition}:kinesis:{region}:{account}:stream/{name}",
    // An input as well, so that the SDK does not name it among what is computed.
    outputs: { arn: "{arn}" },
  },
  "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream": {
    id: "{arn}",
    arn: "arn:{partition}:firehose:{region}:{account}:deliverystream/{name}",
    outputs: { arn: "{arn}", destinationId: "destinationId-000000000001", versionId: "1" },
    autoname: { property: "name", maxLength: 64 },
  },
  "aws:secretsmanager/secret:Secret": {
    id: "{arn}",
    arn: "arn:{partition}:secretsmanager:{region}:{account}:secret:{name}-{lower6}",
    autoname: { property: "name", maxLength: 512 },
  },
  "aws:secretsmanager/secretVersion:SecretVersion": {
    id: "{secretId}|{uuid}",
    arn: "{secretId}",
    outputs: { versionId: "{uuid}", versionStages: ["AWSCURRENT"] },
  },
  "aws:secretsmanager/secretRotation:SecretRotation": { id: "{secretId}", outputs: { rotationEnabled: true } },
  "aws:secretsmanager/secretPolicy:SecretPolicy": { id: "{secretArn}" },
  "aws:ssm/parameter:Parameter": {
    id: "{name}",
    arn: "arn:{partition}:ssm:{region}:{account}:parameter{parameterPath}",
    places: { parameterPath: ({ inputs }) => `/${textOf(inputs.name).replace(/^\//, "")}` },
    outputs: { version: 1, dataType: "text", tier: "Standard" },
    autoname: { property: "name", maxLength: 2048 },
  },
  "aws:ssm/document:Document": {
    id: "{name}",
    arn: "arn:{partition}:ssm:{region}:{account}:document/{name}",
    outputs: { owner: "{account}", status: "Active", latestVersion: "1", defaultVersion: "1", documentVersion: "1" },
  },
  "aws:ses/domainIdentity:DomainIdentity": {
    id: "{domain}",
    arn: "arn:{partition}:ses:{region}:{account}:identity/{domain}",
    outputs: { verificationToken: ({ fill }: CreationWithId) => fill("{lower43}=") },
  },
};
