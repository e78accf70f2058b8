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
}

/** The customer managed key of a LogBucket. `KeyRing.logs` fits. */
export interface LogBucketKey {
  /** ARN of the KMS key, in the Region of the bucket; its policy lets `delivery.logs.amazonaws.com` use it. */
  arn: pulumi.Input<string>;
}

/** Where S3 writes the record of every access. A `LogBucket` of purpose S3AccessLogs fits. */
export interface LogBucketAccessLogBucket {
  /** Name of the bucket, in the same Region and account. */
  bucketName: pulumi.Input<string>;
}

/** Arguments of LogBucket. */
export interface LogBucketArgs {
  /** Which service writes its logs to the bucket. Plain value. */
  purpose: LogBucketPurpose;
  /** Customer managed key. Required for VpcFlowLogs and Waf, refused for LoadBalancer and S3AccessLogs. */
  key?: pulumi.Input<LogBucketKey>;
  /** Bucket for server access logs. Required for VpcFlowLogs and Waf, possible for LoadBalancer, refused for S3AccessLogs. */
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
  /** Key prefixes that load balancers write below. Plain list, LoadBalancer only. Default: access, connection, health-check. */
  prefixes?: string[];
  /** Default retention of new records. Plain value, VpcFlowLogs and Waf only. Default: None. */
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
