import type * as pulumi from "@pulumi/pulumi";
import type { CacheUser } from "./user-args";

/** The cache engines. Both are encrypted, authenticated and wired the same way. */
export enum CacheEngine {
  /** The default: the open-source successor, and a fifth cheaper. */
  Valkey = "valkey",
  /** Redis OSS 7, for clients or modules that are tied to it. */
  Redis = "redis",
}

/** A customer-managed KMS key, for example one of the outputs of `KeyRing`. */
export interface CacheKey {
  /** ARN of the key. An alias or an AWS-managed key is not enough. */
  arn: pulumi.Input<string>;
}

/** Where the cache is placed. The outputs of `Vpc` fit. */
export interface CacheNetwork {
  /** The VPC of the subnets. */
  vpcId: pulumi.Input<string>;
  /** Subnets of the data tier, in two or more Availability Zones and without a route to the internet. */
  dataSubnetIds: pulumi.Input<pulumi.Input<string>[]>;
}

/** Arguments of `Cache`. */
export interface CacheArgs {
  /** VPC and data-tier subnets. */
  network: CacheNetwork;
  /** Key of the data on disk and of the snapshots. Fixed at creation. */
  key: pulumi.Input<CacheKey>;
  /** Key of the delivered logs; its policy admits `logs.<region>.amazonaws.com`. */
  logsKey: pulumi.Input<CacheKey>;

  /** Engine. Default: Valkey. Plain value. */
  engine?: CacheEngine;
  /** Major and minor version, for example `8.1`. Default: the package's dated constant of the engine. Plain value. */
  engineVersion?: string;
  /** Node type of a current generation. Default: `cache.m7g.large` (2 vCPU, 6.4 GiB). Plain value. */
  nodeType?: string;
  /** Replicas of each shard, 0 to 5; from one on the cache fails over between zones. Default: 1. Plain value. */
  replicas?: number;
  /** Shards, 1 to 500; more than one switches cluster mode on, which needs a cluster-aware client. Default: 1. Plain value. */
  shards?: number;

  /** Key patterns that the application may touch, for example `session:*`. Default: `*`. Plain values. */
  keyPatterns?: string[];
  /** Further users, beside the application's, which signs in by IAM. Plain list, 98 at most. Default: none. */
  users?: CacheUser[];
  /** Key of the secrets of users with a password. Required with such users, refused without. Default: none. */
  secretsKey?: pulumi.Input<CacheKey>;
  /**
   * Further parameters of the engine, for example `notify-keyspace-events`. Plain names and values. What the component
   * sets itself is refused, but `timeout` below 900 seconds and a `maxmemory-policy` that evicts no keys without
   * expiry. Default: none.
   */
  parameters?: Record<string, string>;
  /** Days of daily snapshots, 7 to 35 (45 CFR 164.308(a)(7)(ii)(A)). Default: 7. Plain value. */
  snapshotRetentionDays?: number;
  /** Daily snapshot window in UTC, an hour or more. Default: `06:00-07:00`. Plain value. */
  snapshotWindow?: string;
  /** Weekly maintenance window in UTC, an hour or more. Default: `sun:08:00-sun:09:00`. Plain value. */
  maintenanceWindow?: string;

  /**
   * SNS topic of ElastiCache events such as failover. ElastiCache publishes to no encrypted topic, and only to topics
   * whose policy names this account by `aws:SourceOwner`; an `AlertTopic` is encrypted and does not fit. Default: none.
   * Source: ElastiCache User Guide, "Event notifications and Amazon SNS".
   */
  notificationTopicArn?: pulumi.Input<string>;
  /**
   * SNS topic of alarms on memory, processor, refused sign-ins and lagging replicas, and of what AWS Health says of
   * ElastiCache in this account, service updates among it. An `AlertTopic` fits. Its presence is a plain value.
   * Default: none. Source: 45 CFR 164.308(a)(5)(ii)(C).
   */
  alarmTopicArn?: pulumi.Input<string>;
  /** Tags of every resource of the component. */
  tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}
