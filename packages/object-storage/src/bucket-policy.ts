import * as s3 from "@pulumi/aws/s3";
import * as pulumi from "@pulumi/pulumi";
import { ArgumentError, denyInsecureTransport, policyDocument, type PolicyStatement } from "@hipaa-aws/foundation";
import type { BucketSafeguards } from "./bucket-safeguards";
import { knownArn } from "./known-arn";

/** ARN of all objects of a bucket. */
export function objectsOf(bucket: s3.Bucket): pulumi.Output<string> {
  return pulumi.interpolate`${knownArn(bucket)}/*`;
}

/** The bucket policy, written after the public access block and the ownership controls (see there). */
export function bucketPolicy(
  name: string,
  bucket: s3.Bucket,
  statements: PolicyStatement[],
  safeguards: BucketSafeguards,
  parent: pulumi.Resource,
): s3.BucketPolicy {
  return new s3.BucketPolicy(
    `${name}-policy`,
    { bucket: bucket.bucket, policy: policyDocument(statements).apply((document) => fitting(name, document)) },
    { parent, dependsOn: [safeguards.publicAccessBlock, safeguards.ownership] },
  );
}

/** Bytes that S3 takes as a bucket policy. Source: Amazon S3 User Guide, "Policies and permissions in Amazon S3". */
const largestPolicy = 20 * 1024;

// Lists of principals, endpoints and addresses may be outputs, so the length is only known here.
function fitting(name: string, document: string): string {
  const length = Buffer.byteLength(document);
  if (length <= largestPolicy) return document;
  throw new ArgumentError(
    `bucket "${name}"`,
    "the lists of principals, endpoints and addresses",
    `make a bucket policy of ${length} bytes, and S3 takes ${largestPolicy}`,
    "Give fewer, or wider ranges of addresses",
  );
}

/** Denies plain HTTP and TLS below 1.2 on the bucket and its objects. Source: 45 CFR 164.312(e)(1). */
export function transportDenies(bucket: s3.Bucket): PolicyStatement[] {
  const resources = [knownArn(bucket), objectsOf(bucket)];
  return [
    denyInsecureTransport("s3", resources),
    {
      sid: "DenyOldTls",
      effect: "Deny",
      principals: "*",
      actions: ["s3:*"],
      resources,
      conditions: { NumericLessThan: { "s3:TlsVersion": ["1.2"] } },
    },
  ];
}

/**
 * Denies principals outside the organization, anonymous ones included. AWS services that act for themselves have no
 * organization and pass; what they may do is said by Allow statements.
 */
export function organizationDeny(bucket: s3.Bucket, organizationId: pulumi.Input<string>): PolicyStatement {
  return {
    sid: "DenyForeignOrganization",
    effect: "Deny",
    principals: "*",
    actions: ["s3:*"],
    resources: [knownArn(bucket), objectsOf(bucket)],
    conditions: {
      StringNotEqualsIfExists: { "aws:PrincipalOrgID": [organizationId] },
      BoolIfExists: { "aws:PrincipalIsAWSService": ["false"] },
    },
  };
}

/**
 * Denies deleting log objects and versions. Lifecycle rules are not bound by bucket policies, so expiry still works.
 * Source: 45 CFR 164.312(c)(1); Amazon S3 User Guide, lifecycle.
 */
export function deletionDeny(bucket: s3.Bucket): PolicyStatement {
  return {
    sid: "DenyLogDeletion",
    effect: "Deny",
    principals: "*",
    actions: ["s3:DeleteObject", "s3:DeleteObjectVersion"],
    resources: [objectsOf(bucket)],
  };
}
