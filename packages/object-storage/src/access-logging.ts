import * as s3 from "@pulumi/aws/s3";
import type * as pulumi from "@pulumi/pulumi";

/**
 * Server access logs, below a prefix per source bucket and day, so that one bucket's records are found without
 * reading all others'. Event time, because records may arrive hours after the request.
 */
export function accessLogging(
  name: string,
  bucket: s3.Bucket,
  targetBucket: pulumi.Input<string>,
  parent: pulumi.Resource,
): s3.BucketLogging {
  return new s3.BucketLogging(
    `${name}-access-logging`,
    {
      bucket: bucket.bucket,
      targetBucket,
      targetPrefix: "",
      targetObjectKeyFormat: { partitionedPrefix: { partitionDateSource: "EventTime" } },
    },
    { parent },
  );
}
