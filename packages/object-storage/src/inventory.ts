import * as s3 from "@pulumi/aws/s3";
import type * as pulumi from "@pulumi/pulumi";

/** What each line of the inventory says beside bucket, key and version. */
const optionalFields = [
  "Size",
  "LastModifiedDate",
  "StorageClass",
  "EncryptionStatus",
  "BucketKeyStatus",
  "ReplicationStatus",
  "ObjectLockMode",
  "ObjectLockRetainUntilDate",
  "ObjectLockLegalHoldStatus",
];

/** A weekly list of all versions, from which encryption, replication and locks of each can be shown. */
export function inventory(
  name: string,
  bucket: s3.Bucket,
  destinationArn: pulumi.Input<string>,
  accountId: pulumi.Input<string>,
  parent: pulumi.Resource,
): s3.Inventory {
  return new s3.Inventory(
    `${name}-inventory`,
    {
      bucket: bucket.bucket,
      name: "all-versions",
      includedObjectVersions: "All",
      optionalFields,
      schedule: { frequency: "Weekly" },
      destination: {
        bucket: {
          bucketArn: destinationArn,
          accountId,
          format: "Parquet",
          prefix: "inventory",
          encryption: { sseS3: {} },
        },
      },
    },
    { parent },
  );
}
