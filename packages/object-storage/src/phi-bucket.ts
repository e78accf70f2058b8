import * as s3 from "@pulumi/aws/s3";
import * as pulumi from "@pulumi/pulumi";
import { awsEnvironment, checksFor, tags, type PolicyStatement } from "@hipaa-aws/foundation";
import { accessLogging } from "./access-logging";
import { bucketPolicy, organizationDeny, transportDenies } from "./bucket-policy";
import { bucketSafeguards, onceInPlace } from "./bucket-safeguards";
import { inventory } from "./inventory";
import { abortMultipart, lifecycle, type LifecycleRule } from "./lifecycle";
import { defaultRetention } from "./object-lock";
import { PhiBucketClientAccess, type PhiBucketArgs } from "./phi-bucket-args";
import { defaultEncryption, encryptionStatements, encryptionTags } from "./phi-bucket-encryption";
import { phiBucketSettings, type PhiBucketSettings } from "./phi-bucket-settings";
import { presignedCors, presignedDeny, presignedStatements } from "./presigned";
import { readerStatements } from "./readers";
import { watchedReplication } from "./watched-replication";

/** Id of the replication rule, which also names its metrics. */
const replicaRuleId = "recovery-region";

/**
 * An S3 bucket for PHI: encrypted under a customer managed key, versioned, closed to the public, reachable by TLS 1.2
 * and later only, with every access logged.
 *
 * Cost (us-east-1, November 2026, list prices): storage from $0.023 a GB-month, plus KMS requests, which the bucket
 * key cuts by about 99 %; access logs cost their storage only. A replica doubles storage and adds $0.015 a GB for
 * replication time control and $0.02 a GB for transfer between Regions.
 *
 * @throws ArgumentError for an impossible name, retention or combination; see README
 * Source: 45 CFR 164.312(a)(2)(iv), (b), (c)(1), (e)(1).
 */
export class PhiBucket extends pulumi.ComponentResource {
  /** Name of the bucket. Known once its policy, encryption and versioning are in place. */
  public readonly bucketName!: pulumi.Output<string>;
  /** ARN of the bucket, under the same condition. */
  public readonly bucketArn!: pulumi.Output<string>;
  /** Beginning of the ARNs of all objects, as data event selectors of a trail take it (`resources.ARN` starts with). */
  public readonly objectArnPrefix!: pulumi.Output<string>;
  /** ARN of the role that copies objects; empty without `replica`. The destination's policies name it. */
  public readonly replicationRoleArn!: pulumi.Output<string>;

  constructor(name: string, args: PhiBucketArgs, opts?: pulumi.ComponentResourceOptions) {
    const settings = phiBucketSettings(checksFor("PhiBucket", name), name, args);
    const keyArn = pulumi.output(args.key).apply((key) => key.arn);
    super("object-storage:index:PhiBucket", name, cleaned(args, keyArn), opts);

    const bucket = phiBucket(name, args, settings, this, opts);
    const safeguards = bucketSafeguards(name, bucket, defaultEncryption(settings.encryption, keyArn), this);
    const policy = bucketPolicy(name, bucket, policyStatements(bucket, keyArn, args, settings), safeguards, this);
    lifecycle(name, bucket, lifecycleRules(settings), safeguards.versioning, this);
    accessLogging(name, bucket, args.accessLogBucket.bucketName, this);
    if (settings.lock) defaultRetention(name, bucket, settings.lock, safeguards.versioning, this);
    if (settings.eventBridge) {
      new s3.BucketNotification(`${name}-events`, { bucket: bucket.bucket, eventbridge: true }, { parent: this });
    }
    if (settings.presigned) presignedCors(name, bucket, settings.presigned, this);
    if (args.inventoryBucket) {
      inventory(name, bucket, args.inventoryBucket.bucketArn, awsEnvironment(this).accountId, this);
    }
    const source = { bucket, keyArn, versioning: safeguards.versioning };

    const inPlace = [policy, safeguards.encryption, safeguards.versioning];
    this.bucketName = onceInPlace(bucket.bucket, inPlace);
    this.bucketArn = onceInPlace(bucket.arn, inPlace);
    this.objectArnPrefix = pulumi.interpolate`${this.bucketArn}/`;
    const { replica: target, alarmTopicArn, tags: own } = args;
    const copies = { target, ruleId: replicaRuleId, alarmTopicArn, tags: own };
    this.replicationRoleArn = watchedReplication(name, source, copies, this);
    this.registerOutputs({
      bucketName: this.bucketName,
      bucketArn: this.bucketArn,
      objectArnPrefix: this.objectArnPrefix,
      replicationRoleArn: this.replicationRoleArn,
    });
  }
}

// Given components become the plain data they stand for, so that state holds no resource inside an input.
function cleaned(args: PhiBucketArgs, keyArn: pulumi.Output<string>): pulumi.Inputs {
  return {
    ...args,
    key: { arn: keyArn },
    accessLogBucket: { bucketName: args.accessLogBucket.bucketName },
    ...(args.inventoryBucket ? { inventoryBucket: { bucketArn: args.inventoryBucket.bucketArn } } : {}),
    ...(args.replica ? { replica: { bucketArn: args.replica.bucketArn, keyArn: args.replica.keyArn } } : {}),
  };
}

function phiBucket(
  name: string,
  args: PhiBucketArgs,
  settings: PhiBucketSettings,
  parent: pulumi.Resource,
  opts: pulumi.ComponentResourceOptions | undefined,
): s3.Bucket {
  const own = pulumi.output(args.tags).apply((given) => ({
    "hipaa:media": settings.clientAccess === PhiBucketClientAccess.Presigned ? "presigned" : "proxied",
    ...encryptionTags(settings.encryption),
    ...given,
  }));
  return new s3.Bucket(
    name,
    {
      forceDestroy: settings.forceDestroy,
      objectLockEnabled: settings.lock !== undefined,
      tags: tags({ phi: true }, own),
    },
    { parent, protect: opts?.protect ?? !settings.forceDestroy },
  );
}

function policyStatements(
  bucket: s3.Bucket,
  keyArn: pulumi.Output<string>,
  args: PhiBucketArgs,
  settings: PhiBucketSettings,
): PolicyStatement[] {
  return [
    ...transportDenies(bucket),
    ...encryptionStatements(settings.encryption, bucket, keyArn),
    ...(settings.presigned ? presignedStatements(bucket, settings.presigned) : [presignedDeny(bucket)]),
    ...readerStatements(bucket, args),
    ...(args.organizationId === undefined ? [] : [organizationDeny(bucket, args.organizationId)]),
  ];
}

function lifecycleRules(settings: PhiBucketSettings): Record<string, LifecycleRule> {
  const { archiveAfterDays, noncurrentArchiveAfterDays, noncurrentExpirationDays } = settings;
  const archive = "GLACIER_IR";
  return {
    "abort-multipart": abortMultipart,
    ...(archiveAfterDays === undefined
      ? {}
      : { archive: { transitions: [{ days: archiveAfterDays, storageClass: archive }] } }),
    ...(noncurrentArchiveAfterDays === undefined
      ? {}
      : {
          "archive-noncurrent": {
            noncurrentVersionTransitions: [{ noncurrentDays: noncurrentArchiveAfterDays, storageClass: archive }],
          },
        }),
    ...(noncurrentExpirationDays === undefined
      ? {}
      : {
          "expire-noncurrent": {
            noncurrentVersionExpiration: { noncurrentDays: noncurrentExpirationDays },
            expiration: { expiredObjectDeleteMarker: true },
          },
        }),
  };
}
