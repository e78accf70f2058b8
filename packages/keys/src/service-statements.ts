import { arn, type AwsEnvironment, type PolicyStatement } from "@hipaa-aws/foundation";
import * as pulumi from "@pulumi/pulumi";
import type { KeyClass } from "./key-classes";

/**
 * What AWS services do with the key of a class as themselves, not for a caller. Every statement is tied to this
 * account: by the account or ARN of the source, or by an encryption context that holds it.
 */
export function serviceStatements(keyClass: KeyClass, environment: AwsEnvironment): PolicyStatement[] {
  switch (keyClass) {
    case "logs":
      return [logGroups(environment), logDelivery(environment), trails(environment), configuration(environment)];
    case "messaging":
      return [publishers(environment), workflowLogs(environment)];
    case "backup":
      return [vaults(environment)];
    case "volumes":
      return taskStorage(environment);
    case "database":
    case "cache":
    case "documents":
    case "media":
    case "secrets":
      return [];
  }
}

// CloudWatch Logs User Guide, "Encrypt log data using AWS KMS": the service principal is that of the Region and the
// encryption context names the log group, account included.
function logGroups(environment: AwsEnvironment): PolicyStatement {
  return {
    sid: "AllowLogGroups",
    principals: { services: [pulumi.interpolate`logs.${environment.region}.${environment.dnsSuffix}`] },
    actions: ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"],
    resources: ["*"],
    conditions: { ArnLike: { "kms:EncryptionContext:aws:logs:arn": [arn(environment, "logs", "log-group:*")] } },
  };
}

// CloudWatch Logs User Guide, "Logs sent to Amazon S3": flow logs, resolver query logs and web ACL logs.
function logDelivery(environment: AwsEnvironment): PolicyStatement {
  return {
    sid: "AllowLogDelivery",
    principals: { services: ["delivery.logs.amazonaws.com"] },
    actions: ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"],
    resources: ["*"],
    conditions: {
      StringEquals: { "aws:SourceAccount": [environment.accountId] },
      ArnLike: { "aws:SourceArn": [arn(environment, "logs", "*")] },
    },
  };
}

// AWS Step Functions Developer Guide, "Encrypting data at rest in Step Functions": the execution log of a workflow under
// the key reaches CloudWatch Logs by its delivery service.
function workflowLogs(environment: AwsEnvironment): PolicyStatement {
  return {
    sid: "AllowWorkflowLogs",
    principals: { services: ["delivery.logs.amazonaws.com"] },
    actions: ["kms:Decrypt"],
    resources: ["*"],
    conditions: { StringEquals: { "kms:EncryptionContext:SourceArn": [arn(environment, "logs", "*")] } },
  };
}

// AWS CloudTrail User Guide, "Configure AWS KMS key policies for CloudTrail". Any Region, since one trail covers all.
function trails(environment: AwsEnvironment): PolicyStatement {
  return {
    sid: "AllowTrails",
    principals: { services: ["cloudtrail.amazonaws.com"] },
    actions: ["kms:GenerateDataKey*", "kms:DescribeKey"],
    resources: ["*"],
    conditions: { ArnLike: { "aws:SourceArn": [arn(environment, "cloudtrail", "trail/*", { region: "*" })] } },
  };
}

// AWS Config Developer Guide, "Permissions for the KMS key for the AWS Config delivery channel".
function configuration(environment: AwsEnvironment): PolicyStatement {
  return {
    sid: "AllowConfiguration",
    principals: { services: ["config.amazonaws.com"] },
    actions: ["kms:Decrypt", "kms:GenerateDataKey"],
    resources: ["*"],
    conditions: { StringEquals: { "aws:SourceAccount": [environment.accountId] } },
  };
}

/**
 * Services that put messages into encrypted queues and topics. Source: Amazon SNS Developer Guide, "Enable
 * compatibility between event sources from AWS services and encrypted topics".
 */
export const messagePublishers: readonly string[] = [
  "backup.amazonaws.com",
  "budgets.amazonaws.com",
  "cloudwatch.amazonaws.com",
  "costalerts.amazonaws.com",
  "events.amazonaws.com",
  "events.rds.amazonaws.com",
  "s3.amazonaws.com",
  "sns.amazonaws.com",
];

function publishers(environment: AwsEnvironment): PolicyStatement {
  return {
    sid: "AllowPublishers",
    principals: { services: [...messagePublishers] },
    // EventBridge also describes the key of a bus, and re-encrypts what an archive holds.
    actions: ["kms:Decrypt", "kms:GenerateDataKey*", "kms:DescribeKey", "kms:ReEncrypt*"],
    resources: ["*"],
    conditions: { StringEquals: { "aws:SourceAccount": [environment.accountId] } },
  };
}

function vaults(environment: AwsEnvironment): PolicyStatement {
  return {
    sid: "AllowVaults",
    principals: { services: ["backup.amazonaws.com"] },
    actions: ["kms:Decrypt", "kms:GenerateDataKey*", "kms:DescribeKey"],
    resources: ["*"],
    conditions: { StringEquals: { "aws:SourceAccount": [environment.accountId] } },
  };
}

// Amazon ECS Developer Guide, "Customer managed keys for AWS Fargate ephemeral storage": Fargate holds no right on
// the data; it makes a data key and grants its decryption to the host of one task.
function taskStorage(environment: AwsEnvironment): PolicyStatement[] {
  const ofThisAccount = { "kms:EncryptionContext:aws:ecs:clusterAccount": [environment.accountId] };
  return [
    {
      sid: "AllowTaskStorage",
      principals: { services: ["fargate.amazonaws.com"] },
      actions: ["kms:GenerateDataKeyWithoutPlaintext"],
      resources: ["*"],
      conditions: { StringEquals: ofThisAccount },
    },
    {
      sid: "AllowTaskStorageGrants",
      principals: { services: ["fargate.amazonaws.com"] },
      actions: ["kms:CreateGrant"],
      resources: ["*"],
      conditions: {
        StringEquals: ofThisAccount,
        "ForAllValues:StringEquals": { "kms:GrantOperations": ["Decrypt"] },
      },
    },
  ];
}
