import * as s3 from "@pulumi/aws/s3";
import * as pulumi from "@pulumi/pulumi";
import { checksFor, tags, type PolicyStatement } from "@hipaa-aws/foundation";
import { accessLogging } from "./access-logging";
import { bucketPolicy, organizationDeny, transportDenies } from "./bucket-policy";
import { bucketSafeguards, onceInPlace } from "./bucket-safeguards";
import { customerKeyDeny, otherEncryptionDenies } from "./encryption-denies";
import { abortMultipart, lifecycle, type LifecycleRule } from "./lifecycle";
import { malwareScan, scanGates, scanRole, type ScanRole } from "./malware-scan";
import { presignedCors, presignedDeny, presignedStatements } from "./presigned";
import { scanResults } from "./scan-results";
import type { UploadBucketArgs } from "./upload-bucket-args";
import { uploadBucketSettings, type UploadBucketSettings } from "./upload-bucket-settings";

/**
 * A quarantine for uploads: GuardDuty scans every object, nobody reads one before it was found clean, and everything
 * goes after a week. The application copies clean objects on, for example into a MediaStore.
 *
 * Cost (us-east-1, November 2026, list prices): scans $0.09 a GB and $0.215 for 1,000 objects; storage $0.023 a
 * GB-month.
 *
 * @throws ArgumentError for an impossible name, period or limit; see README
 * Source: 45 CFR 164.308(a)(5)(ii)(B), 164.312(c)(1).
 */
export class UploadBucket extends pulumi.ComponentResource {
  /** Name of the bucket. Known once its policy, encryption and scan are in place, so that nothing arrives unscanned. */
  public readonly bucketName!: pulumi.Output<string>;
  /** ARN of the bucket, under the same condition. */
  public readonly bucketArn!: pulumi.Output<string>;
  /** Beginning of the ARNs of all objects, as data event selectors of a trail take it (`resources.ARN` starts with). */
  public readonly objectArnPrefix!: pulumi.Output<string>;
  /** ARN of the role by which GuardDuty scans. Where a key names its users, it names this role too. */
  public readonly scanRoleArn!: pulumi.Output<string>;
  /** ARN of the malware protection plan. */
  public readonly malwareProtectionPlanArn!: pulumi.Output<string>;

  constructor(name: string, args: UploadBucketArgs, opts?: pulumi.ComponentResourceOptions) {
    const settings = uploadBucketSettings(checksFor("UploadBucket", name), name, args);
    const keyArn = pulumi.output(args.key).apply((key) => key.arn);
    super("object-storage:index:UploadBucket", name, cleaned(args, keyArn), opts);

    const bucket = uploadBucket(name, args, settings, this, opts);
    const scanner = scanRole(name, this);
    const safeguards = bucketSafeguards(name, bucket, { keyArn }, this);
    const policy = bucketPolicy(name, bucket, statements(bucket, keyArn, scanner, args, settings), safeguards, this);
    lifecycle(name, bucket, lifecycleRules(settings), safeguards.versioning, this);
    accessLogging(name, bucket, args.accessLogBucket.bucketName, this);
    if (settings.presigned) presignedCors(name, bucket, settings.presigned, this);
    const events = new s3.BucketNotification(
      `${name}-events`,
      { bucket: bucket.bucket, eventbridge: true },
      { parent: this },
    );
    const plan = malwareScan(name, bucket, keyArn, scanner, settings.scanPrefixes, [policy, events], this);
    scanResults(name, bucket, args.resultQueueArn, args.alarmTopicArn, args.tags, this);

    const inPlace = [policy, safeguards.encryption, safeguards.versioning, plan];
    this.bucketName = onceInPlace(bucket.bucket, inPlace);
    this.bucketArn = onceInPlace(bucket.arn, inPlace);
    this.objectArnPrefix = pulumi.interpolate`${this.bucketArn}/`;
    this.scanRoleArn = scanner.role.arn;
    this.malwareProtectionPlanArn = plan.arn;
    this.registerOutputs({
      bucketName: this.bucketName,
      bucketArn: this.bucketArn,
      objectArnPrefix: this.objectArnPrefix,
      scanRoleArn: this.scanRoleArn,
      malwareProtectionPlanArn: this.malwareProtectionPlanArn,
    });
  }
}

// Given components become the plain data they stand for, so that state holds no resource inside an input.
function cleaned(args: UploadBucketArgs, keyArn: pulumi.Output<string>): pulumi.Inputs {
  return { ...args, key: { arn: keyArn }, accessLogBucket: { bucketName: args.accessLogBucket.bucketName } };
}

function uploadBucket(
  name: string,
  args: UploadBucketArgs,
  settings: UploadBucketSettings,
  parent: pulumi.Resource,
  opts: pulumi.ComponentResourceOptions | undefined,
): s3.Bucket {
  const own = pulumi.output(args.tags).apply((given) => ({
    "hipaa:media": settings.presigned ? "presigned" : "proxied",
    ...given,
  }));
  return new s3.Bucket(
    name,
    { forceDestroy: settings.forceDestroy, tags: tags({ phi: true }, own) },
    { parent, protect: opts?.protect ?? !settings.forceDestroy },
  );
}

function statements(
  bucket: s3.Bucket,
  keyArn: pulumi.Output<string>,
  scanner: ScanRole,
  args: UploadBucketArgs,
  settings: UploadBucketSettings,
): PolicyStatement[] {
  return [
    ...transportDenies(bucket),
    ...otherEncryptionDenies(bucket, "aws:kms", keyArn),
    customerKeyDeny(bucket),
    ...scanGates(bucket, scanner),
    ...(settings.presigned ? presignedStatements(bucket, settings.presigned) : [presignedDeny(bucket)]),
    ...(args.organizationId === undefined ? [] : [organizationDeny(bucket, args.organizationId)]),
  ];
}

function lifecycleRules({ expireAfterDays }: UploadBucketSettings): Record<string, LifecycleRule> {
  return {
    "abort-multipart": abortMultipart,
    "expire-uploads": {
      expiration: { days: expireAfterDays },
      noncurrentVersionExpiration: { noncurrentDays: expireAfterDays },
    },
    "remove-delete-markers": { expiration: { expiredObjectDeleteMarker: true } },
  };
}
