import type * as s3 from "@pulumi/aws/s3";
import type * as pulumi from "@pulumi/pulumi";
import type { PolicyStatement } from "@hipaa-aws/foundation";
import { objectsOf } from "./bucket-policy";

const customerAlgorithm = "s3:x-amz-server-side-encryption-customer-algorithm";

/** The server-side modes under a KMS key: one layer of encryption, or two. */
export type KmsMode = "aws:kms" | "aws:kms:dsse";

/**
 * Denies uploads that ask for another encryption mode or another key than the bucket's own.
 *
 * Each condition goes with a `Null` test: a negated operator, also in its `IfExists` form, is true when the request
 * has no such header, so alone it would refuse every client that leaves encryption to the bucket's default.
 * Source: IAM User Guide, condition operators.
 */
export function otherEncryptionDenies(
  bucket: s3.Bucket,
  mode: KmsMode,
  keyArn: pulumi.Input<string>,
): PolicyStatement[] {
  const deny = (sid: string, header: string, required: pulumi.Input<string>): PolicyStatement =>
    uploadDeny(sid, bucket, { StringNotEquals: { [header]: [required] }, Null: { [header]: ["false"] } });
  return [
    deny("DenyOtherEncryption", "s3:x-amz-server-side-encryption", mode),
    deny("DenyOtherKey", "s3:x-amz-server-side-encryption-aws-kms-key-id", keyArn),
  ];
}

/** Denies uploads under a key that the caller brings along, also where S3 itself does not block them yet. */
export function customerKeyDeny(bucket: s3.Bucket): PolicyStatement {
  return uploadDeny("DenyCustomerProvidedKey", bucket, { Null: { [customerAlgorithm]: ["false"] } });
}

/** Denies uploads without such a key. */
export function noCustomerKeyDeny(bucket: s3.Bucket): PolicyStatement {
  return uploadDeny("DenyWithoutCustomerProvidedKey", bucket, { Null: { [customerAlgorithm]: ["true"] } });
}

function uploadDeny(sid: string, bucket: s3.Bucket, conditions: PolicyStatement["conditions"]): PolicyStatement {
  return {
    sid,
    effect: "Deny",
    principals: "*",
    actions: ["s3:PutObject"],
    resources: [objectsOf(bucket)],
    conditions,
  };
}
