import type * as pulumi from "@pulumi/pulumi";
import type { BucketObjectLockMode } from "./object-lock";

/** The customer managed key of an ArchiveBucket. `KeyRing.logs` fits. */
export interface ArchiveBucketKey {
  /** ARN of the KMS key, in the Region of the bucket; its policy lets the source accounts encrypt with it. */
  arn: pulumi.Input<string>;
}

/** Where S3 writes the record of every access. A `LogBucket` of purpose S3AccessLogs fits. */
export interface ArchiveBucketAccessLogBucket {
  /** Name of the bucket, in the same Region and account. */
  bucketName: pulumi.Input<string>;
}

/** A further copy of the archive. An ArchiveBucket in another Region or account fits. */
export interface ArchiveBucketReplica {
  /** ARN of a locked, versioned bucket. */
  bucketArn: pulumi.Input<string>;
  /** ARN of the customer managed key that encrypts the copies. */
  keyArn: pulumi.Input<string>;
  /** Account of the bucket, where it is another one. The copies then belong to that account. Its presence is a plain value. */
  accountId?: pulumi.Input<string>;
}

/** Arguments of ArchiveBucket. */
export interface ArchiveBucketArgs {
  /** Customer managed key. Required: 45 CFR 164.312(a)(2)(iv). */
  key: pulumi.Input<ArchiveBucketKey>;
  /** Bucket for server access logs. Required: 45 CFR 164.312(b). */
  accessLogBucket: ArchiveBucketAccessLogBucket;
  /** Other accounts whose buckets may copy records here, 100 at most. Plain list. Default: this account alone. */
  sourceAccountIds?: pulumi.Input<string>[];
  /** Id of the AWS organization, `o-...`. When given, principals outside it are denied. Default: not given. */
  organizationId?: pulumi.Input<string>;
  /**
   * ARNs of the roles that may read records, `*` as a wildcard; everybody else is denied, whatever IAM allows.
   * Default: whoever IAM allows. Source: 45 CFR 164.308(a)(3).
   */
  readerArns?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * Whether reading takes a session that began with a second factor. Sessions of IAM Identity Center and of services
   * do not tell S3 about theirs and are denied. Plain value. Default: false.
   */
  readWithMfaOnly?: boolean;
  /**
   * How new records are locked. Plain value. Default: Compliance, in which nobody can delete a record early.
   * Governance is for environments that are to be removed; None is refused.
   */
  objectLockMode?: BucketObjectLockMode;
  /** Days that each record is locked, 1 to `retentionDays`. Plain number. Default: 2192, six years. Source: 45 CFR 164.316(b)(2)(i). */
  objectLockDays?: number;
  /** Days that records are kept, 2192 to 36500. Plain number. Default: the greater of 2192 and `objectLockDays`. */
  retentionDays?: number;
  /** Days after which records move to Glacier Instant Retrieval. Plain number, at least 1. Default: 90. */
  archiveAfterDays?: number;
  /** Days after which records move to Glacier Deep Archive. Plain number, at least 90 more than `archiveAfterDays`. Default: 365. */
  deepArchiveAfterDays?: number;
  /** Further copy in another Region or account. Its presence is a plain value. Default: none. */
  replica?: ArchiveBucketReplica;
  /** SNS topic of alarms on late and failed copies, only with `replica`. Its presence is a plain value. Default: none. */
  alarmTopicArn?: pulumi.Input<string>;
  /** Tags of the bucket, on top of `hipaa:purpose`. */
  tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}
