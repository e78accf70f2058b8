import type * as pulumi from "@pulumi/pulumi";
import type { KeyRing } from "@hipaa-aws/keys";
import { LogBucket, LogBucketPurpose, PhiBucket } from "@hipaa-aws/object-storage";
import type { HipaaWebApplicationArgs } from "./args";

/** The buckets of the workload. */
export interface Buckets {
  /** Documents that hold PHI. */
  readonly documents: PhiBucket;
  /** Access and connection logs of both load balancers. */
  readonly loadBalancerLogs: LogBucket;
  /** Flow logs of the VPC. */
  readonly flowLogs: LogBucket;
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
  const accessLogBucket = new LogBucket(
    `${name}-access-logs`,
    { purpose: LogBucketPurpose.S3AccessLogs, ...shared },
    { parent },
  );
  return {
    documents: new PhiBucket(`${name}-documents`, { key: keys.documents, accessLogBucket, ...shared }, { parent }),
    loadBalancerLogs: new LogBucket(
      `${name}-elb-logs`,
      { purpose: LogBucketPurpose.LoadBalancer, accessLogBucket, ...shared },
      { parent },
    ),
    flowLogs: new LogBucket(
      `${name}-flow-logs`,
      { purpose: LogBucketPurpose.VpcFlowLogs, key: keys.logs, accessLogBucket, ...shared },
      { parent },
    ),
  };
}
