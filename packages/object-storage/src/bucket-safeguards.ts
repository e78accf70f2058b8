import * as s3 from "@pulumi/aws/s3";
import * as pulumi from "@pulumi/pulumi";
import type { KmsMode } from "./encryption-denies";

/** Settings that every bucket of this package has, each as a resource of its own. */
export interface BucketSafeguards {
  publicAccessBlock: s3.BucketPublicAccessBlock;
  ownership: s3.BucketOwnershipControls;
  encryption: s3.BucketServerSideEncryptionConfiguration;
  versioning: s3.BucketVersioning;
}

/** Default encryption of a bucket. */
export interface BucketEncryption {
  /** Customer managed key; without it SSE-S3, which log delivery of Elastic Load Balancing and of S3 itself asks for. */
  keyArn: pulumi.Input<string> | undefined;
  /** Default: `aws:kms`. */
  mode?: KmsMode;
  /** Whether uploads under keys of the caller are let in. Default: false. */
  customerProvided?: boolean;
}

/** Public access block, disabled ACLs, default encryption and versioning. */
export function bucketSafeguards(
  name: string,
  bucket: s3.Bucket,
  encryption: BucketEncryption,
  parent: pulumi.Resource,
): BucketSafeguards {
  const target = { bucket: bucket.bucket };
  const publicAccessBlock = new s3.BucketPublicAccessBlock(
    `${name}-public-access`,
    { ...target, blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true },
    { parent },
  );
  return {
    publicAccessBlock,
    // S3 refuses two changes of a bucket's access settings at the same time (OperationAborted), so they form a chain.
    ownership: new s3.BucketOwnershipControls(
      `${name}-ownership`,
      { ...target, rule: { objectOwnership: "BucketOwnerEnforced" } },
      { parent, dependsOn: [publicAccessBlock] },
    ),
    encryption: new s3.BucketServerSideEncryptionConfiguration(
      `${name}-encryption`,
      { ...target, rules: [encryptionRule(encryption)] },
      { parent },
    ),
    versioning: new s3.BucketVersioning(
      `${name}-versioning`,
      { ...target, versioningConfiguration: { status: "Enabled" } },
      { parent },
    ),
  };
}

// SSE-C is blocked unless it is what the bucket is for: AWS never holds such a key, so it cannot scan, back up or
// recover the objects. S3 blocks it on new buckets since April 2026; here it is said either way.
function encryptionRule({ keyArn, mode = "aws:kms", customerProvided = false }: BucketEncryption) {
  const blockedEncryptionTypes = [customerProvided ? "NONE" : "SSE-C"];
  if (keyArn === undefined) {
    return { applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" }, blockedEncryptionTypes };
  }
  return {
    applyServerSideEncryptionByDefault: { sseAlgorithm: mode, kmsMasterKeyId: keyArn },
    // Two-layer encryption makes a KMS call for each object and takes no bucket key.
    bucketKeyEnabled: mode === "aws:kms",
    blockedEncryptionTypes,
  };
}

/**
 * The value, as an output that resolves once all of these resources exist. Whoever writes to a bucket by this name
 * or ARN finds its safeguards in place.
 */
export function onceInPlace(
  value: pulumi.Output<string>,
  resources: readonly pulumi.CustomResource[],
): pulumi.Output<string> {
  const ids = pulumi.all(resources.map((resource) => resource.id));
  return pulumi.all([value, ids]).apply(([resolved]) => resolved);
}
