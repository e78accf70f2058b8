import type * as pulumi from "@pulumi/pulumi";
import type { BucketObjectLockMode } from "./object-lock";

/** Which service writes its logs to the bucket. Each asks for its own encryption and bucket policy. */
export enum LogBucketPurpose {
  /** Access, connection and health check logs of Application Load Balancers. SSE-S3: they cannot write under a KMS key. */
  LoadBalancer = "LoadBalancer",
  /** Server access logs of S3 buckets. SSE-S3, and no Object Lock, which would stop delivery. */
  S3AccessLogs = "S3AccessLogs",
  /** VPC flow logs. SSE-KMS. */
  VpcFlowLogs = "VpcFlowLogs",
  /** AWS WAF logs. SSE-KMS; the bucket's name begins with `aws-waf-logs-`, as AWS demands. */
  Waf = "Waf",
  /**
   * Other logs that `delivery.logs.amazonaws.com` writes: DNS queries of Route 53 Resolver, AWS Network Firewall,
   * Amazon CloudFront. SSE-KMS.
   */
  VendedLogs = "VendedLogs",
  /** AWS CloudTrail, with its digests. SSE-KMS; the trail names the key too. */
  CloudTrail = "CloudTrail",
  /** Snapshots and history of AWS Config. SSE-KMS, and no Object Lock, which stops delivery: replicate to an ArchiveBucket. */
  Config = "Config",
  /** S3 inventories. SSE-KMS by default; each inventory says how its own lists are encrypted. No Object Lock. */
  Inventory = "Inventory",
  /**
   * Audit files of databases, which Amazon RDS for SQL Server uploads by a role of the database: the role's own policy
   * lets it in, and the bucket's nobody. They may hold PHI where statements do. SSE-KMS, and no Object Lock.
   */
  DatabaseAudit = "DatabaseAudit",
}

/** The customer managed key of a LogBucket. `KeyRing.logs` fits. */
export interface LogBucketKey {
  /** ARN of the KMS key, in the Region of the bucket; its policy lets the service that writes the logs use it. */
  arn: pulumi.Input<string>;
}

/** Where S3 writes the record of every access. A `LogBucket` of purpose S3AccessLogs fits. */
export interface LogBucketAccessLogBucket {
  /** Name of the bucket, in the same Region and account. */
  bucketName: pulumi.Input<string>;
}

/** Where every record is copied to, to be locked there. An `ArchiveBucket` fits, in another account where possible. */
export interface LogBucketArchive {
  /** ARN of the bucket; its policy admits the role `replicationRoleArn`. */
  bucketArn: pulumi.Input<string>;
  /** ARN of the customer managed key that encrypts the copies; its policy admits the role too. */
  keyArn: pulumi.Input<string>;
  /** Account of the bucket, where it is another one. The copies then belong to that account. Its presence is a plain value. */
  accountId?: pulumi.Input<string>;
}

/** Arguments of LogBucket. */
export interface LogBucketArgs {
  /** Which service writes its logs to the bucket. Plain value. */
  purpose: LogBucketPurpose;
  /** Customer managed key. Refused for LoadBalancer and S3AccessLogs, required for all others. */
  key?: pulumi.Input<LogBucketKey>;
  /** Bucket for server access logs. Possible for LoadBalancer, refused for S3AccessLogs, required for all others. */
  accessLogBucket?: LogBucketAccessLogBucket;
  /**
   * Id of the AWS organization, `o-...`. When given, principals outside it are denied whatever else allows them.
   * Default: not given.
   */
  organizationId?: pulumi.Input<string>;
  /**
   * Days that log records are kept, 2192 to 36500; overwritten versions as long again. Plain number. Default: 2192,
   * six years. Source: 45 CFR 164.316(b)(2)(i).
   */
  retentionDays?: number;
  /** Days after which records move to Glacier Instant Retrieval. Plain number, at least 1. Default: 90. */
  archiveAfterDays?: number;
  /**
   * Days after which records move to Glacier Deep Archive, from where a restore takes up to 48 hours. Plain number, at
   * least 90 more than `archiveAfterDays`. Default: 365.
   */
  deepArchiveAfterDays?: number;
  /**
   * Accounts whose logs are let in, 100 at most. Plain list. Default: this account. Refused for S3AccessLogs,
   * Inventory and DatabaseAudit, which stay within an account.
   */
  sourceAccountIds?: pulumi.Input<string>[];
  /**
   * Copies of all records in a locked bucket, within 15 minutes and without deletions. Its presence is a plain value.
   * Default: none. Source: 45 CFR 164.312(c)(1).
   */
  archive?: LogBucketArchive;
  /** SNS topic of alarms on late and failed copies, only with `archive`. Its presence is a plain value. Default: none. */
  alarmTopicArn?: pulumi.Input<string>;
  /** Key prefixes that load balancers write below. Plain list, LoadBalancer only. Default: access, connection, health-check. */
  prefixes?: string[];
  /** Default retention of new records. Plain value, for CloudTrail, VendedLogs, VpcFlowLogs and Waf only. Default: None. */
  objectLockMode?: BucketObjectLockMode;
  /** Days of default retention, 1 to `retentionDays`. Plain number, only and always with an `objectLockMode` other than None. */
  objectLockDays?: number;
  /**
   * Whether `pulumi destroy` may delete the records with the bucket. Plain value, for short-lived environments only.
   * Default: false; the bucket is then also protected (`protect`).
   */
  forceDestroy?: boolean;
  /** Tags of the bucket, on top of `hipaa:purpose`. */
  tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}
