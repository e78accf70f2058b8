import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as iam from "@pulumi/aws/iam";
import * as pulumi from "@pulumi/pulumi";
import { auditRetentionDays, checksFor, policyDocument, tags } from "@hipaa-aws/foundation";
import { mediaAccessPoint, mediaReader, readPermissions, type MediaReader } from "./media-reader";
import { MediaStoreServing, type MediaStoreArgs } from "./media-store-args";
import { mediaStoreSettings } from "./media-store-settings";
import { PhiBucket } from "./phi-bucket";
import { PhiBucketClientAccess } from "./phi-bucket-args";

/**
 * PHI media in S3, served through the application, with one audit event for each read that names the user: the
 * application takes the role `readerRoleArn` with the user's opaque id as its source identity, reads through an access
 * point of its VPC, and writes an event to `readLogGroupName`. The bucket refuses every other reader. Presigned URLs are
 * an option, within hard limits.
 *
 * Cost (us-east-1, November 2026, list prices): $0.023 a GB-month, $0.50 a GB of read events; access point and role
 * cost nothing.
 *
 * @throws ArgumentError for an impossible name, prefix or combination; see README
 * Source: 45 CFR 164.312(a)(1), 164.312(a)(2)(i), 164.312(b).
 */
export class MediaStore extends pulumi.ComponentResource {
  /** Name of the bucket, to which the application writes. Known once its safeguards are in place. */
  public readonly bucketName!: pulumi.Output<string>;
  /** ARN of the bucket, under the same condition. */
  public readonly bucketArn!: pulumi.Output<string>;
  /** Beginning of the ARNs of all objects, as data event selectors of a trail take it (`resources.ARN` starts with). */
  public readonly objectArnPrefix!: pulumi.Output<string>;
  /** ARN of the access point, which the application gives as the bucket of a read; empty with Presigned. */
  public readonly accessPointArn!: pulumi.Output<string>;
  /** ARN of the role that reads media or, with Presigned, signs URLs. */
  public readonly readerRoleArn!: pulumi.Output<string>;
  /** Log group of one event for each read, or for each URL given out: user, object version, purpose; never PHI. */
  public readonly readLogGroupName!: pulumi.Output<string>;
  /** ARN of that log group. */
  public readonly readLogGroupArn!: pulumi.Output<string>;
  /** Policy that the application's role needs: to take the reader's role for a user, and to write read events. */
  public readonly applicationPolicy!: pulumi.Output<string>;
  /** ARN of the role that copies objects; empty without `replica`. */
  public readonly replicationRoleArn!: pulumi.Output<string>;

  constructor(name: string, args: MediaStoreArgs, opts?: pulumi.ComponentResourceOptions) {
    const settings = mediaStoreSettings(checksFor("MediaStore", name), name, args);
    super("object-storage:index:MediaStore", name, cleaned(args), opts);

    const presigned = settings.serving === MediaStoreServing.Presigned;
    const reader = mediaReader(name, presigned ? "signer" : "reader", args, this);
    const bucket = mediaBucket(name, args, presigned, reader, this);
    const accessPoint = args.network ? mediaAccessPoint(name, bucket.bucketName, args.network.vpcId, this) : undefined;
    const keyArn = pulumi.output(args.key).apply((key) => key.arn);
    const policy = readPermissions(bucket.bucketArn, accessPoint, keyArn, args, settings, this);
    const permissions = new iam.RolePolicy(
      `${name}-${presigned ? "signer" : "reader"}`,
      { role: reader.role.name, policy },
      { parent: this },
    );
    const log = readLog(name, args, this);

    this.bucketName = bucket.bucketName;
    this.bucketArn = bucket.bucketArn;
    this.objectArnPrefix = bucket.objectArnPrefix;
    this.accessPointArn = pulumi.output(accessPoint?.arn ?? "");
    this.readerRoleArn = pulumi.all([reader.role.arn, permissions.id]).apply(([arn]) => arn);
    this.readLogGroupName = log.name;
    this.readLogGroupArn = log.arn;
    this.applicationPolicy = applicationPolicy(reader, log);
    this.replicationRoleArn = bucket.replicationRoleArn;
    this.registerOutputs({
      bucketName: this.bucketName,
      bucketArn: this.bucketArn,
      objectArnPrefix: this.objectArnPrefix,
      accessPointArn: this.accessPointArn,
      readerRoleArn: this.readerRoleArn,
      readLogGroupName: this.readLogGroupName,
      readLogGroupArn: this.readLogGroupArn,
      applicationPolicy: this.applicationPolicy,
      replicationRoleArn: this.replicationRoleArn,
    });
  }
}

// Given components become the plain data they stand for, so that state holds no resource inside an input.
function cleaned(args: MediaStoreArgs): pulumi.Inputs {
  const plainKey = (key: NonNullable<MediaStoreArgs["clientKey"]>) => ({ arn: pulumi.output(key).apply((k) => k.arn) });
  return {
    ...args,
    key: plainKey(args.key),
    logsKey: plainKey(args.logsKey),
    accessLogBucket: { bucketName: args.accessLogBucket.bucketName },
    ...(args.clientKey === undefined ? {} : { clientKey: plainKey(args.clientKey) }),
    ...(args.network ? { network: { vpcId: args.network.vpcId } } : {}),
    ...(args.replica ? { replica: { bucketArn: args.replica.bucketArn, keyArn: args.replica.keyArn } } : {}),
  };
}

function mediaBucket(
  name: string,
  args: MediaStoreArgs,
  presigned: boolean,
  reader: MediaReader,
  parent: pulumi.Resource,
): PhiBucket {
  return new PhiBucket(
    name,
    {
      key: args.key,
      accessLogBucket: args.accessLogBucket,
      encryption: args.encryption,
      keyCustody: args.keyCustody,
      organizationId: args.organizationId,
      readerArns: [reader.arn],
      requireSourceIdentity: true,
      exemptArns: args.exemptArns,
      clientAccess: presigned ? PhiBucketClientAccess.Presigned : PhiBucketClientAccess.Proxied,
      presigned: args.presigned,
      archiveAfterDays: args.archiveAfterDays,
      noncurrentExpirationDays: args.noncurrentExpirationDays,
      objectLockMode: args.objectLockMode,
      objectLockDays: args.objectLockDays,
      replica: args.replica,
      alarmTopicArn: args.alarmTopicArn,
      forceDestroy: args.forceDestroy,
      tags: args.tags,
    },
    { parent },
  );
}

function readLog(name: string, args: MediaStoreArgs, parent: pulumi.Resource): cloudwatch.LogGroup {
  return new cloudwatch.LogGroup(
    `${name}-reads`,
    {
      kmsKeyId: pulumi.output(args.logsKey).apply((key) => key.arn),
      retentionInDays: auditRetentionDays,
      deletionProtectionEnabled: args.forceDestroy !== true,
      tags: tags({ purpose: "audit" }, args.tags),
    },
    { parent, protect: args.forceDestroy !== true },
  );
}

function applicationPolicy(reader: MediaReader, log: cloudwatch.LogGroup): pulumi.Output<string> {
  return policyDocument([
    {
      sid: "ReadMediaForUser",
      actions: ["sts:AssumeRole", "sts:SetSourceIdentity"],
      resources: [reader.role.arn],
    },
    {
      sid: "RecordReads",
      actions: ["logs:CreateLogStream", "logs:PutLogEvents"],
      resources: [pulumi.interpolate`${log.arn}:*`],
    },
  ]);
}
