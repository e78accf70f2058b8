import * as s3 from "@pulumi/aws/s3";
import type { input as inputs } from "@pulumi/aws/types";
import type * as pulumi from "@pulumi/pulumi";

/** One lifecycle rule for all objects of a bucket. */
export type LifecycleRule = Omit<inputs.s3.BucketLifecycleConfigurationRule, "id" | "status" | "filter">;

/** Parts of uploads that were never finished are data too; a week is ample for a retry. */
export const abortMultipartDays = 7;

/** Lifecycle rules by id, for all objects. S3 asks that versioning is on before rules on versions. */
export function lifecycle(
  name: string,
  bucket: s3.Bucket,
  rules: Record<string, LifecycleRule>,
  versioning: s3.BucketVersioning,
  parent: pulumi.Resource,
): s3.BucketLifecycleConfiguration {
  return new s3.BucketLifecycleConfiguration(
    `${name}-lifecycle`,
    {
      bucket: bucket.bucket,
      rules: Object.entries(rules).map(([id, rule]) => ({
        id,
        status: "Enabled",
        filter: { prefix: "" },
        ...rule,
      })),
    },
    { parent, dependsOn: [versioning] },
  );
}

/** The rule that every bucket has. */
export const abortMultipart: LifecycleRule = {
  abortIncompleteMultipartUpload: { daysAfterInitiation: abortMultipartDays },
};
