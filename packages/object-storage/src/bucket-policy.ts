import * as s3 from "@pulumi/aws/s3";
import * as pulumi from "@pulumi/pulumi";
import { denyInsecureTransport, policyDocument, type PolicyStatement } from "@hipaa-aws/foundation";
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
    { bucket: bucket.bucket, policy: policyDocument(statements) },
    { parent, dependsOn: [safeguards.publicAccessBlock, safeguards.ownership] },
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
 * Denies uploads that ask for another encryption mode or another key than the bucket's own.
 *
 * Each condition goes with a `Null` test: a negated operator, also in its `IfExists` form, is true when the request
 * has no such header, so alone it would refuse every client that leaves encryption to the bucket's default.
 * Source: IAM User Guide, condition operators.
 */
export function encryptionDenies(bucket: s3.Bucket, keyArn: pulumi.Input<string>): PolicyStatement[] {
  const deny = (sid: string, header: string, required: pulumi.Input<string>): PolicyStatement => ({
    sid,
    effect: "Deny",
    principals: "*",
    actions: ["s3:PutObject"],
    resources: [objectsOf(bucket)],
    conditions: { StringNotEquals: { [header]: [required] }, Null: { [header]: ["false"] } },
  });
  return [
    deny("DenyOtherEncryption", "s3:x-amz-server-side-encryption", "aws:kms"),
    deny("DenyOtherKey", "s3:x-amz-server-side-encryption-aws-kms-key-id", keyArn),
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
