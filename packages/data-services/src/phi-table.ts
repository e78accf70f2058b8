import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as dynamodb from "@pulumi/aws/dynamodb";
import * as pulumi from "@pulumi/pulumi";
import { awsEnvironment, denyOutsiders, policyDocument } from "@hipaa-aws/foundation";
import type { PhiTableArgs, PhiTableAttribute } from "./phi-table-args";
import { readPhiTableSettings, type PhiTableSettings } from "./phi-table-settings";

/**
 * An Amazon DynamoDB table for PHI: under a customer managed key, restorable to any second of 35 days, protected from
 * deletion, on demand, closed to everybody outside the account or organization, with opaque keys.
 *
 * Cost, list prices of us-east-1 in November 2026: 0.625 USD for a million writes, 0.125 USD for a million reads, 0.25
 * USD for a GiB a month, 0.20 USD more with point-in-time recovery.
 *
 * @throws ArgumentError for keys that name an identifier, an attribute of two types, and what DynamoDB does not take.
 * Source: 45 CFR 164.312(a)(2)(iv), 164.308(a)(7)(ii)(A), 164.310(d)(2)(i); Architecting for HIPAA Security and
 * Compliance on AWS, "Amazon DynamoDB".
 */
export class PhiTable extends pulumi.ComponentResource {
  /** Name, known once the table's policy is in place. */
  public readonly tableName!: pulumi.Output<string>;
  /** ARN, for grants, backups and data events of a trail. */
  public readonly tableArn!: pulumi.Output<string>;
  /** ARN of the stream; empty without one. */
  public readonly streamArn!: pulumi.Output<string>;

  constructor(name: string, args: PhiTableArgs, opts?: pulumi.ComponentResourceOptions) {
    const settings = readPhiTableSettings(name, args);
    super("data-services:index:PhiTable", name, args, opts);

    const table = new dynamodb.Table(name, tableArgs(args, settings), {
      parent: this,
      ...((args.deletionProtection ?? true) ? { protect: true } : {}),
    });
    const policy = new dynamodb.ResourcePolicy(
      `${name}-policy`,
      {
        resourceArn: table.arn,
        policy: policyDocument([
          denyOutsiders(
            awsEnvironment(this),
            args.organizationId,
            ["dynamodb:*"],
            [table.arn, pulumi.interpolate`${table.arn}/index/*`],
          ),
        ]),
      },
      { parent: this },
    );
    createAlarms(name, args, table, { parent: this });

    this.tableName = pulumi.all([table.name, policy.id]).apply(([tableName]) => tableName);
    this.tableArn = table.arn;
    this.streamArn = args.stream === true ? table.streamArn : pulumi.output("");
    this.registerOutputs({ tableName: this.tableName, tableArn: this.tableArn, streamArn: this.streamArn });
  }
}

function tableArgs(args: PhiTableArgs, settings: PhiTableSettings): dynamodb.TableArgs {
  // A table with replicas streams its changes in any case: that is how they travel.
  const stream = args.stream === true || (args.replicas ?? []).length > 0;
  return {
    billingMode: "PAY_PER_REQUEST",
    attributes: settings.attributes.map(({ name, type }) => ({ name, type })),
    hashKey: args.partitionKey.name,
    rangeKey: args.sortKey?.name,
    globalSecondaryIndexes: args.indexes?.map(({ name, partitionKey, sortKey }) => ({
      name,
      keySchemas: keySchemas(partitionKey, sortKey),
      projectionType: "ALL",
    })),
    serverSideEncryption: { enabled: true, kmsKeyArn: pulumi.output(args.key).apply((key) => key.arn) },
    pointInTimeRecovery: { enabled: true, recoveryPeriodInDays: settings.pointInTimeRecoveryDays },
    deletionProtectionEnabled: args.deletionProtection ?? true,
    ttl: args.expiryAttribute === undefined ? undefined : { attributeName: args.expiryAttribute, enabled: true },
    ...(stream ? { streamEnabled: true, streamViewType: "NEW_AND_OLD_IMAGES" } : {}),
    onDemandThroughput:
      args.maxReadUnits === undefined && args.maxWriteUnits === undefined
        ? undefined
        : { maxReadRequestUnits: args.maxReadUnits, maxWriteRequestUnits: args.maxWriteUnits },
    replicas: args.replicas?.map(({ region, keyArn }) => ({
      regionName: region,
      kmsKeyArn: keyArn,
      pointInTimeRecovery: true,
      deletionProtectionEnabled: args.deletionProtection ?? true,
      propagateTags: true,
    })),
    tags: args.tags,
  };
}

function keySchemas(partitionKey: PhiTableAttribute, sortKey: PhiTableAttribute | undefined) {
  return [
    { attributeName: partitionKey.name, keyType: "HASH" },
    ...(sortKey === undefined ? [] : [{ attributeName: sortKey.name, keyType: "RANGE" }]),
  ];
}

/** Alarms to the alarm topic, where one is given. */
function createAlarms(
  name: string,
  args: PhiTableArgs,
  table: dynamodb.Table,
  options: pulumi.CustomResourceOptions,
): void {
  const { alarmTopicArn, tags } = args;
  if (alarmTopicArn === undefined) return;
  const alarms = [
    ["throttled", "ThrottledRequests", "Requests are throttled: clients see errors or wait"],
    ["system-errors", "SystemErrors", "DynamoDB fails to answer requests"],
  ] as const;
  for (const [suffix, metricName, alarmDescription] of alarms) {
    new cloudwatch.MetricAlarm(
      `${name}-${suffix}`,
      {
        alarmDescription,
        namespace: "AWS/DynamoDB",
        metricName,
        dimensions: { TableName: table.name },
        statistic: "Sum",
        comparisonOperator: "GreaterThanThreshold",
        threshold: 0,
        period: 300,
        evaluationPeriods: 2,
        treatMissingData: "notBreaching",
        alarmActions: [alarmTopicArn],
        okActions: [alarmTopicArn],
        tags,
      },
      options,
    );
  }
}
