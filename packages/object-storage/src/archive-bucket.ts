import * as s3 from "@pulumi/aws/s3";
import * as pulumi from "@pulumi/pulumi";
import { arn, awsEnvironment, checksFor, tags, type PolicyStatement } from "@hipaa-aws/foundation";
import { accessLogging } from "./access-logging";
import type { ArchiveBucketArgs } from "./archive-bucket-args";
import { archiveBucketSettings, type ArchiveBucketSettings } from "./archive-bucket-settings";
import { bucketPolicy, deletionDeny, objectsOf, organizationDeny, transportDenies } from "./bucket-policy";
import { bucketSafeguards, onceInPlace } from "./bucket-safeguards";
import { customerKeyDeny, otherEncryptionDenies } from "./encryption-denies";
import { knownArn } from "./known-arn";
import { lifecycle } from "./lifecycle";
import { defaultRetention } from "./object-lock";
import { readsDeny, readerStatements } from "./readers";
import { retentionRules } from "./retention-rules";
import { watchedReplication } from "./watched-replication";

/** Id of the replication rule, which also names its metrics. */
const replicaRuleId = "archive-copy";

/**
 * An S3 bucket that records are copied to and then locked in for six years: nobody, not even the root user, deletes or
 * shortens them. Services deliver to a `LogBucket`, whose `archive` is this bucket; several of them cannot write where
 * records are locked. It belongs into an account of its own.
 *
 * The key's policy lets the replication roles of the source accounts use `kms:Encrypt` and `kms:GenerateDataKey`.
 *
 * Cost (us-east-1, November 2026, list prices): $0.023 a GB-month for the first 90 days, then $0.004, and from day 365
 * $0.00099; copying costs $0.015 a GB for replication time control, and $0.02 a GB to another Region.
 *
 * @throws ArgumentError for an impossible name, retention or combination; see README
 * Source: 45 CFR 164.312(b), 164.312(c)(1), 164.316(b)(2)(i).
 */
export class ArchiveBucket extends pulumi.ComponentResource {
  /** Name of the bucket. Known once its policy, encryption, versioning and lock are in place. */
  public readonly bucketName!: pulumi.Output<string>;
  /** ARN of the bucket, under the same condition. For `archive` of a LogBucket. */
  public readonly bucketArn!: pulumi.Output<string>;
  /** ARN of the key, beside `bucketArn` in `archive` of a LogBucket. */
  public readonly keyArn!: pulumi.Output<string>;
  /** ARN of the role that makes the further copy; empty without `replica`. */
  public readonly replicationRoleArn!: pulumi.Output<string>;

  constructor(name: string, args: ArchiveBucketArgs, opts?: pulumi.ComponentResourceOptions) {
    const settings = archiveBucketSettings(checksFor("ArchiveBucket", name), name, args);
    const keyArn = pulumi.output(args.key).apply((key) => key.arn);
    super("object-storage:index:ArchiveBucket", name, cleaned(args, keyArn), opts);

    const bucket = new s3.Bucket(
      name,
      { forceDestroy: false, objectLockEnabled: true, tags: tags({ purpose: "log-archive" }, args.tags) },
      { parent: this, protect: opts?.protect ?? true },
    );
    const safeguards = bucketSafeguards(name, bucket, { keyArn }, this);
    const policy = bucketPolicy(name, bucket, statements(bucket, keyArn, args, settings, this), safeguards, this);
    lifecycle(name, bucket, retentionRules(settings), safeguards.versioning, this);
    accessLogging(name, bucket, args.accessLogBucket.bucketName, this);
    const lock = defaultRetention(name, bucket, settings.lock, safeguards.versioning, this);

    const inPlace = [policy, safeguards.encryption, safeguards.versioning, lock];
    this.bucketName = onceInPlace(bucket.bucket, inPlace);
    this.bucketArn = onceInPlace(bucket.arn, inPlace);
    this.keyArn = keyArn;
    const { replica: target, alarmTopicArn, tags: own } = args;
    const copies = { target, ruleId: replicaRuleId, alarmTopicArn, tags: own };
    this.replicationRoleArn = watchedReplication(
      name,
      { bucket, keyArn, versioning: safeguards.versioning },
      copies,
      this,
    );
    this.registerOutputs({
      bucketName: this.bucketName,
      bucketArn: this.bucketArn,
      keyArn: this.keyArn,
      replicationRoleArn: this.replicationRoleArn,
    });
  }
}

// Given components become the plain data they stand for, so that state holds no resource inside an input.
function cleaned(args: ArchiveBucketArgs, keyArn: pulumi.Output<string>): pulumi.Inputs {
  return {
    ...args,
    key: { arn: keyArn },
    accessLogBucket: { bucketName: args.accessLogBucket.bucketName },
    ...(args.replica ? { replica: plainReplica(args.replica) } : {}),
  };
}

function plainReplica({ bucketArn, keyArn, accountId }: NonNullable<ArchiveBucketArgs["replica"]>): pulumi.Inputs {
  return { bucketArn, keyArn, ...(accountId === undefined ? {} : { accountId }) };
}

function statements(
  bucket: s3.Bucket,
  keyArn: pulumi.Output<string>,
  args: ArchiveBucketArgs,
  { sourceAccountIds }: ArchiveBucketSettings,
  parent: pulumi.Resource,
): PolicyStatement[] {
  const withoutMfa = { BoolIfExists: { "aws:MultiFactorAuthPresent": ["false"] } };
  return [
    ...transportDenies(bucket),
    ...otherEncryptionDenies(bucket, "aws:kms", keyArn),
    customerKeyDeny(bucket),
    deletionDeny(bucket),
    ...readerStatements(bucket, { readerArns: args.readerArns }),
    ...(args.readWithMfaOnly === true ? [readsDeny("DenyReadsWithoutMfa", bucket, withoutMfa)] : []),
    ...(args.organizationId === undefined ? [] : [organizationDeny(bucket, args.organizationId)]),
    ...replicationAllows(bucket, sourceAccountIds, parent),
  ];
}

/**
 * Lets S3 copy records in for other accounts; within this account the role's own policy is enough. Only S3 replication
 * can use these actions. Source: Amazon S3 User Guide, "Granting permissions when the source and destination buckets
 * are owned by different AWS accounts".
 */
function replicationAllows(
  bucket: s3.Bucket,
  accountIds: pulumi.Input<string>[],
  parent: pulumi.Resource,
): PolicyStatement[] {
  if (accountIds.length === 0) return [];
  const environment = awsEnvironment(parent);
  const principals = {
    aws: accountIds.map((account) => arn(environment, "iam", "root", { region: "", account })),
  };
  return [
    {
      sid: "AllowReplicas",
      principals,
      actions: ["s3:ObjectOwnerOverrideToBucketOwner", "s3:ReplicateObject", "s3:ReplicateTags"],
      resources: [objectsOf(bucket)],
    },
    {
      sid: "AllowReplicationCheck",
      principals,
      actions: ["s3:GetBucketVersioning", "s3:ListBucket"],
      resources: [knownArn(bucket)],
    },
  ];
}
