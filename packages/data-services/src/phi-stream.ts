import * as kinesis from "@pulumi/aws/kinesis";
import * as pulumi from "@pulumi/pulumi";
import { awsEnvironment, checksFor, denyOutsiders, policyDocument } from "@hipaa-aws/foundation";
import { createAlarms } from "./alarms";
import type { PhiStreamArgs } from "./phi-stream-args";

/**
 * An Amazon Kinesis data stream for PHI: under a customer managed key, watched shard by shard, closed to plain transport
 * and to everybody outside the account or organization.
 *
 * Partition keys are not encrypted for whoever reads metrics and errors: opaque ids, never PHI.
 *
 * Cost, list prices of us-east-1 in November 2026: on demand 0.04 USD an hour, 0.08 USD for a GB in and 0.04 USD out; a
 * shard 0.015 USD an hour; 0.10 USD for a GB-month kept beyond a day on demand; metrics of a shard about 2.10 USD a month.
 *
 * @throws ArgumentError for consumers of one name, an alarm later than the end of retention, and what Kinesis does not
 * take.
 * Source: 45 CFR 164.312(a)(2)(iv), 164.312(e)(1); Architecting for HIPAA Security and Compliance on AWS, "Amazon Kinesis
 * Streams".
 */
export class PhiStream extends pulumi.ComponentResource {
  /** Name, known once the policy is in place. */
  public readonly streamName!: pulumi.Output<string>;
  /** ARN, for grants and as a source. */
  public readonly streamArn!: pulumi.Output<string>;
  /** Consumer → its ARN. */
  public readonly consumerArns!: pulumi.Output<Record<string, string>>;

  constructor(name: string, args: PhiStreamArgs, opts?: pulumi.ComponentResourceOptions) {
    const settings = readSettings(name, args);
    super("data-services:index:PhiStream", name, args, opts);

    const stream = new kinesis.Stream(
      name,
      {
        encryptionType: "KMS",
        kmsKeyId: pulumi.output(args.key).arn,
        streamModeDetails: { streamMode: args.shards === undefined ? "ON_DEMAND" : "PROVISIONED" },
        shardCount: args.shards,
        retentionPeriod: settings.retentionHours,
        maxRecordSizeInKib: settings.maxRecordKib,
        shardLevelMetrics: shardMetrics,
        tags: args.tags,
      },
      { parent: this, ...((args.deletionProtection ?? true) ? { protect: true } : {}) },
    );
    const policy = createPolicy(name, args, stream, this);
    const consumers = (args.consumers ?? []).map((consumer) => {
      const { arn } = new kinesis.StreamConsumer(
        `${name}-${consumer}`,
        { streamArn: stream.arn, tags: args.tags },
        { parent: this },
      );
      return [consumer, arn] as const;
    });
    const readerLag = settings.readerLagAlarmMinutes * 60_000;
    createAlarms(name, args, "AWS/Kinesis", { StreamName: stream.name }, alarms(readerLag), this);

    this.streamName = pulumi.all([stream.name, policy.id]).apply(([streamName]) => streamName);
    this.streamArn = stream.arn;
    this.consumerArns = pulumi.output(Object.fromEntries(consumers));
    this.registerOutputs({
      streamName: this.streamName,
      streamArn: this.streamArn,
      consumerArns: this.consumerArns,
    });
  }
}

const shardMetrics = [
  "IncomingBytes",
  "IncomingRecords",
  "IteratorAgeMilliseconds",
  "OutgoingBytes",
  "OutgoingRecords",
  "ReadProvisionedThroughputExceeded",
  "WriteProvisionedThroughputExceeded",
];

/** Limits: Amazon Kinesis Data Streams Developer Guide, "Quotas and limits". */
function readSettings(
  name: string,
  args: PhiStreamArgs,
): { retentionHours: number; maxRecordKib: number; readerLagAlarmMinutes: number } {
  const checks = checksFor("PhiStream", name);
  checks.fitsAutoname(name, 128, "a stream");
  if (args.shards !== undefined) checks.integer("shards", args.shards, 1, 10_000);
  const consumers = args.consumers ?? [];
  if (consumers.length > 20) {
    checks.fail("consumers", `has ${String(consumers.length)} elements`, "Give 20 at most");
  }
  checks.unique("consumers", consumers);
  for (const consumer of consumers) {
    checks.matches("consumers[]", consumer, /^[a-z0-9-]{1,60}$/, "1 to 60 of a-z, 0-9 and dashes");
  }
  const retentionHours = checks.integer("retentionHours", args.retentionHours ?? 168, 24, 8760);
  const minutes = checks.integer("readerLagAlarmMinutes", args.readerLagAlarmMinutes ?? 60, 1, 525_600);
  if (minutes >= retentionHours * 60) {
    checks.fail(
      "readerLagAlarmMinutes and retentionHours",
      "contradict each other: records would be gone before the alarm",
      "Make readerLagAlarmMinutes less than 60 times retentionHours",
    );
  }
  return {
    retentionHours,
    maxRecordKib: checks.integer("maxRecordKib", args.maxRecordKib ?? 1024, 1024, 10_240),
    readerLagAlarmMinutes: minutes,
  };
}

// The actions that a policy of a stream may name. Source: Amazon Kinesis Data Streams Developer Guide, "Sharing access
// with resource-based policies".
const actions = [
  "kinesis:DescribeStreamSummary",
  "kinesis:GetRecords",
  "kinesis:GetShardIterator",
  "kinesis:ListShards",
  "kinesis:PutRecord",
  "kinesis:PutRecords",
];

function createPolicy(
  name: string,
  args: PhiStreamArgs,
  stream: kinesis.Stream,
  parent: pulumi.Resource,
): kinesis.ResourcePolicy {
  const policy = policyDocument([
    {
      sid: "DenyInsecureTransport",
      effect: "Deny",
      principals: "*",
      actions,
      resources: [stream.arn],
      conditions: { Bool: { "aws:SecureTransport": ["false"] } },
    },
    denyOutsiders(awsEnvironment(parent), args.organizationId, actions, [stream.arn]),
  ]);
  return new kinesis.ResourcePolicy(`${name}-policy`, { resourceArn: stream.arn, policy }, { parent });
}

const alarms = (readerLag: number) => [
  {
    suffix: "write-throttled",
    metricName: "WriteProvisionedThroughputExceeded",
    description: "Records are refused: the stream takes no more",
  },
  {
    suffix: "read-throttled",
    metricName: "ReadProvisionedThroughputExceeded",
    description: "Readers are refused: the stream gives no more",
  },
  {
    suffix: "reader-lag",
    metricName: "GetRecords.IteratorAgeMilliseconds",
    statistic: "Maximum" as const,
    threshold: readerLag,
    description: "Readers fall behind; records that nobody read in time are gone",
  },
];
