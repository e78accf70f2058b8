import * as iam from "@pulumi/aws/iam";
import * as s3 from "@pulumi/aws/s3";
import * as pulumi from "@pulumi/pulumi";
import { policyDocument, type ArgumentChecks } from "@hipaa-aws/foundation";
import { objectsOf } from "./bucket-policy";

/** Minutes within which S3 replicates almost all objects, and after which it reports those that are late. */
export const replicationTimeMinutes = 15;

/** Checks that the name of the role, which is longer than the bucket's, fits where there is replication. */
export function checkReplicationName(checks: ArgumentChecks, name: string, target: unknown): void {
  if (target !== undefined) checks.fitsAutoname(`${name}-replication`, 64, "an IAM role");
}

/** The bucket that copies go to. */
export interface ReplicationTarget {
  bucketArn: pulumi.Input<string>;
  /** Customer managed key that encrypts the copies. */
  keyArn: pulumi.Input<string>;
  /** Account of the bucket, where it is another one: the copies then belong to that account. */
  accountId?: pulumi.Input<string>;
}

/** What replication reads: the bucket, and its key where it has one. */
export interface ReplicationSource {
  bucket: s3.Bucket;
  keyArn: pulumi.Input<string> | undefined;
  versioning: s3.BucketVersioning;
}

/** Replicates every object to another bucket, under that one's key. */
export function replication(
  name: string,
  { bucket, keyArn, versioning }: ReplicationSource,
  replica: ReplicationTarget,
  ruleId: string,
  parent: pulumi.Resource,
): { role: iam.Role; config: s3.BucketReplicationConfig } {
  const role = new iam.Role(`${name}-replication`, { assumeRolePolicy: replicationTrust() }, { parent });
  const permissions = new iam.RolePolicy(
    `${name}-replication`,
    { role: role.name, policy: replicationPermissions(bucket, keyArn, replica) },
    { parent },
  );
  const config = new s3.BucketReplicationConfig(
    `${name}-replication`,
    { bucket: bucket.bucket, role: role.arn, rules: [replicationRule(replica, ruleId)] },
    { parent, dependsOn: [versioning, permissions] },
  );
  return { role, config };
}

// S3 sends no aws:SourceAccount when it assumes a replication role. Source: Amazon S3 User Guide, "Setting up
// permissions for live replication". The guard is that only this account can pass the role to S3.
function replicationTrust(): pulumi.Output<string> {
  return policyDocument([
    { sid: "AssumeByS3", principals: { services: ["s3.amazonaws.com"] }, actions: ["sts:AssumeRole"] },
  ]);
}

function replicationPermissions(
  bucket: s3.Bucket,
  keyArn: pulumi.Input<string> | undefined,
  replica: ReplicationTarget,
): pulumi.Output<string> {
  return policyDocument([
    {
      sid: "ReadSourceBucket",
      actions: ["s3:GetReplicationConfiguration", "s3:ListBucket"],
      resources: [bucket.arn],
    },
    {
      sid: "ReadSourceVersions",
      actions: [
        "s3:GetObjectVersionForReplication",
        "s3:GetObjectVersionAcl",
        "s3:GetObjectVersionTagging",
        "s3:GetObjectRetention",
        "s3:GetObjectLegalHold",
      ],
      resources: [objectsOf(bucket)],
    },
    {
      sid: "WriteReplicas",
      actions: [
        "s3:ReplicateObject",
        "s3:ReplicateTags",
        ...(replica.accountId === undefined ? [] : ["s3:ObjectOwnerOverrideToBucketOwner"]),
      ],
      resources: [pulumi.interpolate`${replica.bucketArn}/*`],
    },
    ...(keyArn === undefined ? [] : [{ sid: "DecryptSource", actions: ["kms:Decrypt"], resources: [keyArn] }]),
    { sid: "EncryptReplica", actions: ["kms:Encrypt", "kms:GenerateDataKey"], resources: [replica.keyArn] },
  ]);
}

// Delete markers stay behind: a deletion in the source, by mistake or by an attacker, does not reach the copy.
function replicationRule(replica: ReplicationTarget, id: string) {
  const time = { minutes: replicationTimeMinutes };
  return {
    id,
    status: "Enabled",
    priority: 1,
    filter: { prefix: "" },
    deleteMarkerReplication: { status: "Disabled" },
    sourceSelectionCriteria: { sseKmsEncryptedObjects: { status: "Enabled" } },
    destination: {
      bucket: replica.bucketArn,
      ...(replica.accountId === undefined
        ? {}
        : { account: replica.accountId, accessControlTranslation: { owner: "Destination" } }),
      encryptionConfiguration: { replicaKmsKeyId: replica.keyArn },
      metrics: { status: "Enabled", eventThreshold: time },
      replicationTime: { status: "Enabled", time },
    },
  };
}
