import * as s3 from "@pulumi/aws/s3";
import * as pulumi from "@pulumi/pulumi";
import { awsEnvironment, checksFor, tags } from "@hipaa-aws/foundation";
import { accessLogging } from "./access-logging";
import { bucketPolicy, deletionDeny, organizationDeny, transportDenies } from "./bucket-policy";
import { bucketSafeguards, onceInPlace } from "./bucket-safeguards";
import { customerKeyDeny } from "./encryption-denies";
import { lifecycle } from "./lifecycle";
import type { LogBucketArchive, LogBucketArgs } from "./log-bucket-args";
import { logBucketSettings, type LogBucketSettings } from "./log-bucket-settings";
import { deliveryStatements } from "./log-delivery";
import { defaultRetention } from "./object-lock";
import { retentionRules } from "./retention-rules";
import { watchedReplication } from "./watched-replication";

/** Id of the replication rule, which also names its metrics. */
const archiveRuleId = "archive";

/**
 * An S3 bucket that one AWS service writes its logs to: kept for six years, moved to cheaper classes on the way,
 * versioned, closed to the public, and with deletion denied to everyone.
 *
 * Cost (us-east-1, November 2026, list prices): $0.023 a GB-month for the first 90 days, then $0.004, and from day 365
 * $0.00099; objects below 128 KB stay in the first class.
 *
 * @throws ArgumentError for an impossible name, retention or combination; see README
 * Source: 45 CFR 164.312(b), 164.312(c)(1), 164.316(b)(2)(i).
 */
export class LogBucket extends pulumi.ComponentResource {
  /** Name of the bucket. Known once its policy, encryption and versioning are in place, so that delivery can begin. */
  public readonly bucketName!: pulumi.Output<string>;
  /** ARN of the bucket, under the same condition. */
  public readonly bucketArn!: pulumi.Output<string>;

  /** ARN of the role that copies records; empty without `archive`. The archive's policies name it. */
  public readonly replicationRoleArn!: pulumi.Output<string>;

  constructor(name: string, args: LogBucketArgs, opts?: pulumi.ComponentResourceOptions) {
    const settings = logBucketSettings(checksFor("LogBucket", name), name, args);
    const keyArn = args.key === undefined ? undefined : pulumi.output(args.key).apply((key) => key.arn);
    super("object-storage:index:LogBucket", name, cleaned(args, keyArn), opts);

    const bucket = logBucket(args, settings, this, opts);
    const safeguards = bucketSafeguards(name, bucket, { keyArn }, this);
    const statements = [
      ...transportDenies(bucket),
      customerKeyDeny(bucket),
      deletionDeny(bucket),
      ...(args.organizationId === undefined ? [] : [organizationDeny(bucket, args.organizationId)]),
      ...deliveryStatements(bucket, awsEnvironment(this), settings, args.organizationId),
    ];
    const policy = bucketPolicy(name, bucket, statements, safeguards, this);
    lifecycle(name, bucket, retentionRules(settings), safeguards.versioning, this);
    if (args.accessLogBucket) accessLogging(name, bucket, args.accessLogBucket.bucketName, this);
    if (settings.lock) defaultRetention(name, bucket, settings.lock, safeguards.versioning, this);

    const inPlace = [policy, safeguards.encryption, safeguards.versioning];
    this.bucketName = onceInPlace(bucket.bucket, inPlace);
    this.bucketArn = onceInPlace(bucket.arn, inPlace);
    const { archive: target, alarmTopicArn, tags: own } = args;
    const copies = { target, ruleId: archiveRuleId, alarmTopicArn, tags: own };
    this.replicationRoleArn = watchedReplication(
      name,
      { bucket, keyArn, versioning: safeguards.versioning },
      copies,
      this,
    );
    this.registerOutputs({
      bucketName: this.bucketName,
      bucketArn: this.bucketArn,
      replicationRoleArn: this.replicationRoleArn,
    });
  }
}

// Given components become the plain data they stand for, so that state holds no resource inside an input.
function cleaned(args: LogBucketArgs, keyArn: pulumi.Output<string> | undefined): pulumi.Inputs {
  return {
    ...args,
    ...(keyArn === undefined ? {} : { key: { arn: keyArn } }),
    ...(args.archive ? { archive: plainArchive(args.archive) } : {}),
    ...(args.accessLogBucket ? { accessLogBucket: { bucketName: args.accessLogBucket.bucketName } } : {}),
  };
}

function plainArchive({ bucketArn, keyArn, accountId }: LogBucketArchive): pulumi.Inputs {
  return { bucketArn, keyArn, ...(accountId === undefined ? {} : { accountId }) };
}

function logBucket(
  args: LogBucketArgs,
  settings: LogBucketSettings,
  parent: pulumi.Resource,
  opts: pulumi.ComponentResourceOptions | undefined,
): s3.Bucket {
  return new s3.Bucket(
    settings.resourceName,
    {
      forceDestroy: settings.forceDestroy,
      objectLockEnabled: settings.lock !== undefined,
      tags: tags({ purpose: settings.tag }, args.tags),
    },
    { parent, protect: opts?.protect ?? !settings.forceDestroy },
  );
}
