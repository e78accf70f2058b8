import * as s3 from "@pulumi/aws/s3";
import * as pulumi from "@pulumi/pulumi";

/** Settings that every bucket of this package has, each as a resource of its own. */
export interface BucketSafeguards {
  publicAccessBlock: s3.BucketPublicAccessBlock;
  ownership: s3.BucketOwnershipControls;
  encryption: s3.BucketServerSideEncryptionConfiguration;
  versioning: s3.BucketVersioning;
}

/**
 * Public access block, disabled ACLs, default encryption and versioning.
 *
 * @param keyArn customer managed key for SSE-KMS; without it the bucket uses SSE-S3, which log delivery of Elastic
 * Load Balancing and of S3 itself asks for
 */
export function bucketSafeguards(
  name: string,
  bucket: s3.Bucket,
  keyArn: pulumi.Input<string> | undefined,
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
      { ...target, rules: [encryptionRule(keyArn)] },
      { parent },
    ),
    versioning: new s3.BucketVersioning(
      `${name}-versioning`,
      { ...target, versioningConfiguration: { status: "Enabled" } },
      { parent },
    ),
  };
}

// SSE-C is blocked: AWS cannot back up, replicate or recover such objects, because it never holds their key.
function encryptionRule(keyArn: pulumi.Input<string> | undefined) {
  const blockedEncryptionTypes = ["SSE-C"];
  if (keyArn === undefined) {
    return { applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" }, blockedEncryptionTypes };
  }
  return {
    applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: keyArn },
    bucketKeyEnabled: true,
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
