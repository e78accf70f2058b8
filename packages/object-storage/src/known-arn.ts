import type * as s3 from "@pulumi/aws/s3";
import type * as pulumi from "@pulumi/pulumi";
import { arn, awsEnvironment } from "@hipaa-aws/foundation";

const arns = new WeakMap<s3.Bucket, pulumi.Output<string>>();

/**
 * The ARN of a bucket, made of its name. Unlike the bucket's own output it is known at preview, because the provider
 * gives the name before it creates the bucket, so that policies made of it can be judged before anything is deployed.
 */
export function knownArn(bucket: s3.Bucket): pulumi.Output<string> {
  const known = arns.get(bucket);
  if (known) return known;
  const made = arn(awsEnvironment(bucket), "s3", bucket.bucket, { region: "", account: "" });
  arns.set(bucket, made);
  return made;
}
