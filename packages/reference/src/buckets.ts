import type * as pulumi from "@pulumi/pulumi";
import type { KeyRing } from "@hipaa-aws/keys";
import { ArchiveBucket, BucketObjectLockMode, LogBucket, LogBucketPurpose, PhiBucket } from "@hipaa-aws/object-storage";
import type { HipaaWebApplicationArgs } from "./args";

/** The buckets of the workload. */
export interface Buckets {
  /** Documents that hold PHI. */
  readonly documents: PhiBucket;
  /** Access and connection logs of both load balancers. */
  readonly loadBalancerLogs: LogBucket;
  /** Flow logs of the VPC. */
  readonly flowLogs: LogBucket;
  /** Every access to one of the others. */
  readonly accessLogs: LogBucket;
  /** Records under a lock. */
  readonly archive: ArchiveBucket | undefined;
}

/** Creates the buckets; every access to one of them is logged in a bucket of access logs. */
export function createBuckets(
  name: string,
  args: HipaaWebApplicationArgs,
  keys: KeyRing,
  parent: pulumi.Resource,
): Buckets {
  const { organizationId, tags, destroyBucketsWithObjects: forceDestroy = false } = args;
  const shared = { organizationId, tags, forceDestroy };
  const accessLogs = new LogBucket(
    `${name}-access-logs`,
    { purpose: LogBucketPurpose.S3AccessLogs, ...shared },
    { parent },
  );
  const logged = { ...shared, accessLogBucket: accessLogs };
  return {
    accessLogs,
    documents: new PhiBucket(`${name}-documents`, { key: keys.documents, ...logged }, { parent }),
    loadBalancerLogs: new LogBucket(
      `${name}-elb-logs`,
      { purpose: LogBucketPurpose.LoadBalancer, ...logged },
      { parent },
    ),
    flowLogs: new LogBucket(
      `${name}-flow-logs`,
      { purpose: LogBucketPurpose.VpcFlowLogs, key: keys.logs, ...logged },
      { parent },
    ),
    archive: createArchive(name, args, keys, accessLogs, parent),
  };
}

function createArchive(
  name: string,
  { archive, organizationId, tags }: HipaaWebApplicationArgs,
  keys: KeyRing,
  accessLogBucket: LogBucket,
  parent: pulumi.Resource,
): ArchiveBucket | undefined {
  if (archive === undefined) return undefined;
  const { compliance = true, lockDays } = archive;
  return new ArchiveBucket(
    `${name}-archive`,
    {
      key: keys.documents,
      accessLogBucket,
      objectLockMode: compliance ? BucketObjectLockMode.Compliance : BucketObjectLockMode.Governance,
      objectLockDays: lockDays,
      organizationId,
      tags,
    },
    { parent },
  );
}
