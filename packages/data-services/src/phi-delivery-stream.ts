import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as iam from "@pulumi/aws/iam";
import * as kinesis from "@pulumi/aws/kinesis";
import * as pulumi from "@pulumi/pulumi";
import {
  awsEnvironment,
  checksFor,
  logRetention,
  policyDocument,
  serviceTrust,
  useKey,
  type AwsEnvironment,
  type PolicyStatement,
} from "@hipaa-aws/foundation";
import { createAlarms } from "./alarms";
import { PhiDeliveryStreamCompression, type PhiDeliveryStreamArgs } from "./phi-delivery-stream-args";

/**
 * An Amazon Data Firehose stream that delivers records with PHI to a bucket: encrypted under customer managed keys while
 * they wait and where they arrive, with a log of what could not be delivered.
 *
 * Cost, list prices of us-east-1 in November 2026: 0.029 USD for a GB.
 *
 * @throws ArgumentError for records without a key or with two, and what Firehose does not take.
 * Source: 45 CFR 164.312(a)(2)(iv), 164.312(b), 164.312(c)(1); Architecting for HIPAA Security and Compliance on AWS,
 * "Amazon Kinesis Firehose".
 */
export class PhiDeliveryStream extends pulumi.ComponentResource {
  /** Name. */
  public readonly deliveryStreamName!: pulumi.Output<string>;
  /** ARN, for `firehose:PutRecordBatch`. */
  public readonly deliveryStreamArn!: pulumi.Output<string>;
  /** ARN of the role, for the policy of the bucket. */
  public readonly roleArn!: pulumi.Output<string>;
  /** Log group of errors. */
  public readonly logGroupName!: pulumi.Output<string>;

  constructor(name: string, args: PhiDeliveryStreamArgs, opts?: pulumi.ComponentResourceOptions) {
    const settings = readSettings(name, args);
    super("data-services:index:PhiDeliveryStream", name, args, opts);

    const logGroup = new cloudwatch.LogGroup(
      `${name}-errors`,
      {
        kmsKeyId: pulumi.output(args.logsKey).arn,
        retentionInDays: settings.logRetentionDays,
        tags: args.tags,
      },
      { parent: this },
    );
    const logStream = new cloudwatch.LogStream(
      `${name}-errors`,
      { logGroupName: logGroup.name, name: "delivery" },
      { parent: this },
    );
    const { role, policy } = createRole(name, args, logGroup, this);
    const { source } = args;
    const stream = new kinesis.FirehoseDeliveryStream(
      name,
      {
        destination: "extended_s3",
        ...(source === undefined
          ? {
              serverSideEncryption: {
                enabled: true,
                keyType: "CUSTOMER_MANAGED_CMK",
                keyArn: pulumi.output(args.key).apply((key) => key?.arn),
              },
            }
          : { kinesisSourceConfiguration: { kinesisStreamArn: source.streamArn, roleArn: role.arn } }),
        extendedS3Configuration: {
          bucketArn: args.bucket.bucketArn,
          roleArn: role.arn,
          kmsKeyArn: pulumi.output(args.bucketKey).arn,
          prefix: settings.prefix,
          errorOutputPrefix: "failed/!{firehose:error-output-type}/!{timestamp:yyyy/MM/dd}/",
          bufferingInterval: settings.bufferSeconds,
          bufferingSize: settings.bufferMib,
          compressionFormat: settings.compression,
          cloudwatchLoggingOptions: { enabled: true, logGroupName: logGroup.name, logStreamName: logStream.name },
        },
        tags: args.tags,
      },
      { parent: this, dependsOn: [policy] },
    );
    const dimensions = { DeliveryStreamName: stream.name };
    createAlarms(name, args, "AWS/Firehose", dimensions, alarms(settings.bufferSeconds), this);

    this.deliveryStreamName = stream.name;
    this.deliveryStreamArn = stream.arn;
    this.roleArn = role.arn;
    this.logGroupName = logGroup.name;
    this.registerOutputs({
      deliveryStreamName: this.deliveryStreamName,
      deliveryStreamArn: this.deliveryStreamArn,
      roleArn: this.roleArn,
      logGroupName: this.logGroupName,
    });
  }
}

interface Settings {
  readonly prefix: string;
  readonly bufferSeconds: number;
  readonly bufferMib: number;
  readonly compression: PhiDeliveryStreamCompression;
  readonly logRetentionDays: number;
}

/** Limits: Amazon Data Firehose Developer Guide, "Quota". */
function readSettings(name: string, args: PhiDeliveryStreamArgs): Settings {
  const checks = checksFor("PhiDeliveryStream", name);
  checks.fitsAutoname(name, 64, "a delivery stream");
  const { key, source } = args;
  checks.exclusive({ key, source });
  if (key === undefined && source === undefined) {
    checks.fail("key and source", "are both missing, and records would wait without a key of yours", "Give one");
  }
  return {
    prefix: checks.matches(
      "prefix",
      args.prefix ?? "records/!{timestamp:yyyy/MM/dd}/",
      /^[\w!{}:./=-]{1,900}\/$/,
      "a prefix that ends with a slash",
    ),
    bufferSeconds: checks.integer("bufferSeconds", args.bufferSeconds ?? 300, 0, 900),
    bufferMib: checks.integer("bufferMib", args.bufferMib ?? 16, 1, 128),
    compression: checks.oneOf(
      "compression",
      args.compression ?? PhiDeliveryStreamCompression.Gzip,
      Object.values(PhiDeliveryStreamCompression),
    ),
    logRetentionDays: logRetention(checks, args.logRetentionDays),
  };
}

function createRole(
  name: string,
  args: PhiDeliveryStreamArgs,
  logGroup: cloudwatch.LogGroup,
  parent: pulumi.Resource,
): { readonly role: iam.Role; readonly policy: iam.RolePolicy } {
  const environment = awsEnvironment(parent);
  const role = new iam.Role(
    name,
    {
      description: `What the delivery stream ${name} may do`,
      assumeRolePolicy: serviceTrust(environment, "firehose.amazonaws.com"),
      permissionsBoundary: args.permissionsBoundaryArn,
      tags: args.tags,
    },
    { parent },
  );
  const { bucketArn } = args.bucket;
  const statements: PolicyStatement[] = [
    {
      sid: "Deliver",
      actions: ["s3:AbortMultipartUpload", "s3:GetObject", "s3:PutObject"],
      resources: [pulumi.interpolate`${bucketArn}/*`],
    },
    {
      sid: "FindBucket",
      actions: ["s3:GetBucketLocation", "s3:ListBucket", "s3:ListBucketMultipartUploads"],
      resources: [bucketArn],
    },
    useKey("UseKeyOfBucket", environment, pulumi.output(args.bucketKey).arn, "s3"),
    { sid: "WriteErrors", actions: ["logs:PutLogEvents"], resources: [pulumi.interpolate`${logGroup.arn}:*`] },
    ...sourceStatements(args, environment),
  ];
  const policy = new iam.RolePolicy(name, { role: role.name, policy: policyDocument(statements) }, { parent });
  return { role, policy };
}

function sourceStatements({ source }: PhiDeliveryStreamArgs, environment: AwsEnvironment): PolicyStatement[] {
  if (source === undefined) return [];
  return [
    {
      sid: "ReadStream",
      actions: ["kinesis:DescribeStream", "kinesis:GetRecords", "kinesis:GetShardIterator", "kinesis:ListShards"],
      resources: [source.streamArn],
    },
    { ...useKey("UseKeyOfStream", environment, source.keyArn, "kinesis"), actions: ["kms:Decrypt"] },
  ];
}

const alarms = (bufferSeconds: number) => [
  {
    suffix: "late",
    metricName: "DeliveryToS3.DataFreshness",
    statistic: "Maximum" as const,
    threshold: bufferSeconds + 900,
    description: "Records wait longer than a quarter of an hour beyond their time, and are lost after 24 hours",
  },
  { suffix: "throttled", metricName: "ThrottledRecords", description: "Records are refused: the stream takes no more" },
];
