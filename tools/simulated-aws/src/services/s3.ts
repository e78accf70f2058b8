import type { ServiceSimulation } from "../type-simulation";

const bucket = {
  id: "{bucket}",
  arn: "arn:{partition}:s3:::{bucket}",
  outputs: {
    bucketDomainName: "{bucket}.s3.{suffix}",
    bucketRegionalDomainName: "{bucket}.s3.{region}.{suffix}",
    bucketRegion: "{region}",
    hostedZoneId: "Z{upper13}",
  },
  autoname: { property: "bucket", maxLength: 63, lowerCase: true },
};
const ofBucket = { id: "{bucket}" };

/** Amazon S3. */
export const s3: ServiceSimulation = {
  "aws:s3/bucket:Bucket": bucket,
  "aws:s3/bucketV2:BucketV2": bucket,
  "aws:s3/bucketPolicy:BucketPolicy": ofBucket,
  "aws:s3/bucketVersioning:BucketVersioning": ofBucket,
  "aws:s3/bucketLogging:BucketLogging": ofBucket,
  "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration": ofBucket,
  "aws:s3/bucketNotification:BucketNotification": ofBucket,
  "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration": ofBucket,
  "aws:s3/bucketOwnershipControls:BucketOwnershipControls": ofBucket,
  "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock": ofBucket,
  "aws:s3/bucketReplicationConfig:BucketReplicationConfig": ofBucket,
  "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration": ofBucket,
  "aws:s3/bucketAcl:BucketAcl": ofBucket,
  "aws:s3/bucketWebsiteConfiguration:BucketWebsiteConfiguration": {
    ...ofBucket,
    outputs: {
      websiteDomain: "s3-website-{region}.{suffix}",
      websiteEndpoint: "{bucket}.s3-website-{region}.{suffix}",
    },
  },
  "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock": { id: "{account}", outputs: { accountId: "{account}" } },
  "aws:s3/bucketObject:BucketObject": {
    id: "{key}",
    arn: "arn:{partition}:s3:::{bucket}/{key}",
    outputs: { etag: "{hex32}", versionId: "{lower32}" },
  },
  "aws:s3/bucketObjectv2:BucketObjectv2": {
    id: "{bucket}/{key}",
    arn: "arn:{partition}:s3:::{bucket}/{key}",
    outputs: { etag: "{hex32}", versionId: "{lower32}" },
  },
  "aws:s3/accessPoint:AccessPoint": {
    id: "{account}:{name}",
    arn: "arn:{partition}:s3:{region}:{account}:accesspoint/{name}",
    outputs: { alias: "{name}-{lower34}-s3alias", domainName: "{name}-{account}.s3-accesspoint.{region}.{suffix}" },
  },
};
