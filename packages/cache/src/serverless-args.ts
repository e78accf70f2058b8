import type * as pulumi from "@pulumi/pulumi";
import type { CacheEngine } from "./args";
import type { CacheUser } from "./user-args";

/** A customer-managed KMS key, for example one of the outputs of `KeyRing`. */
export interface ServerlessCacheKey {
  /** ARN of the key. An alias or an AWS-managed key is not enough. */
  arn: pulumi.Input<string>;
}

/** Where the cache is reached. The outputs of `Vpc` fit. */
export interface ServerlessCacheNetwork {
  /** The VPC of the subnets. */
  vpcId: pulumi.Input<string>;
  /** Subnets of the data tier, in two or three Availability Zones and without a route to the internet. */
  dataSubnetIds: pulumi.Input<pulumi.Input<string>[]>;
}

/** Arguments of `ServerlessCache`. */
export interface ServerlessCacheArgs {
  /** VPC and data-tier subnets. */
  network: ServerlessCacheNetwork;
  /** Key of the data and of the snapshots. Fixed at creation. */
  key: pulumi.Input<ServerlessCacheKey>;
  /** Engine. Default: Valkey. Plain value. */
  engine?: CacheEngine;
  /** Major version: Valkey 7 to 9, Redis OSS 7. Default: `8`, Redis OSS `7`. Plain value. */
  majorEngineVersion?: string;
  /** Key patterns that the application may touch, for example `session:*`. Default: `*`. Plain values. */
  keyPatterns?: string[];
  /** Further users, beside the application's, which signs in by IAM. Plain list, 98 at most. Default: none. */
  users?: CacheUser[];
  /** Key of the secrets of users with a password. Required with such users, refused without. Default: none. */
  secretsKey?: pulumi.Input<ServerlessCacheKey>;
  /** Gigabytes that the cache grows to, 1 to 5000; then keys with an expiry make room. Plain value. Default: 10. */
  maxDataGigabytes?: number;
  /** Gigabytes that are kept ready and billed at least, 1 to `maxDataGigabytes`. Plain value. Default: none. */
  minDataGigabytes?: number;
  /** Processing units a second that the cache grows to, 1000 to 15000000; then commands wait. Plain value. Default: 10000. */
  maxProcessingUnits?: number;
  /** Processing units a second that are kept ready, 1000 to `maxProcessingUnits`. Plain value. Default: none. */
  minProcessingUnits?: number;
  /** Days of daily snapshots, 7 to 35 (45 CFR 164.308(a)(7)(ii)(A)). Default: 7. Plain value. */
  snapshotRetentionDays?: number;
  /** Time of the daily snapshot in UTC. Default: `06:00`. Plain value. */
  snapshotTime?: string;
  /**
   * SNS topic of alarms on size, throttling and refused sign-ins, and of what AWS Health says of ElastiCache in this
   * account. An `AlertTopic` fits. Its presence is a plain value. Default: none. Source: 45 CFR 164.308(a)(5)(ii)(C).
   */
  alarmTopicArn?: pulumi.Input<string>;
  /** Tags of every resource of the component. */
  tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}
