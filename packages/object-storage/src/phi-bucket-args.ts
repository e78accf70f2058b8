import type * as pulumi from "@pulumi/pulumi";
import type { BucketObjectLockMode } from "./object-lock";

/** The customer managed key of a PhiBucket. `KeyRing.documents` and `KeyRing.media` fit. */
export interface PhiBucketKey {
  /** ARN of the KMS key, in the Region of the bucket. */
  arn: pulumi.Input<string>;
}

/** Where S3 writes the record of every access. A `LogBucket` of purpose S3AccessLogs fits. */
export interface PhiBucketAccessLogBucket {
  /** Name of the bucket, in the same Region and account. */
  bucketName: pulumi.Input<string>;
}

/** The copy in the recovery Region. */
export interface PhiBucketReplica {
  /** ARN of a versioned bucket in another Region, for example a PhiBucket made with that Region's provider. */
  bucketArn: pulumi.Input<string>;
  /** ARN of the customer managed key in that Region which encrypts the copies. */
  keyArn: pulumi.Input<string>;
}

/** How people get at the objects. */
export enum PhiBucketClientAccess {
  /** Through the application, which knows and logs the user. Presigned URLs are denied. */
  Proxied = "Proxied",
  /** Presigned URLs are possible and die after five minutes, whatever their own expiry says. */
  Presigned = "Presigned",
}

/** Arguments of PhiBucket. */
export interface PhiBucketArgs {
  /** Customer managed key for SSE-KMS. Required: 45 CFR 164.312(a)(2)(iv). */
  key: pulumi.Input<PhiBucketKey>;
  /** Bucket for server access logs. Required: 45 CFR 164.312(b). */
  accessLogBucket: PhiBucketAccessLogBucket;
  /**
   * Id of the AWS organization, `o-...`. When given, principals outside it are denied whatever else allows them.
   * Default: not given, for accounts outside an organization.
   */
  organizationId?: pulumi.Input<string>;
  /**
   * Days after which objects move to Glacier Instant Retrieval. Plain number, 1 to 36500. Default: never; the class
   * suits objects read less than once a quarter.
   */
  archiveAfterDays?: number;
  /**
   * Days after which overwritten and deleted versions move to Glacier Instant Retrieval. Plain number, 1 to 36500.
   * Default: 90.
   */
  noncurrentArchiveAfterDays?: number;
  /**
   * Days after which overwritten and deleted versions are removed for good. Plain number, 1 to 36500. Default: never.
   * HIPAA sets no period for medical records; state law often does. Current objects are never expired.
   */
  noncurrentExpirationDays?: number;
  /** Whether S3 sends object events to EventBridge. Plain value. Default: false. */
  eventBridge?: boolean;
  /** How objects reach their readers. Plain value. Default: Proxied, since only the application can tie a read to a person. */
  clientAccess?: PhiBucketClientAccess;
  /** Default retention of new object versions. Plain value, together with `objectLockDays`. Default: None. */
  objectLockMode?: BucketObjectLockMode;
  /** Days of default retention, 1 to 36500. Plain number, only and always with an `objectLockMode` other than None. */
  objectLockDays?: number;
  /** Copy in another Region. Its presence is a plain value. Default: none. Source: 45 CFR 164.308(a)(7)(ii)(A). */
  replica?: PhiBucketReplica;
  /**
   * Whether `pulumi destroy` may delete the objects with the bucket. Plain value, for short-lived environments with
   * synthetic data only. Default: false; the bucket is then also protected (`protect`).
   */
  forceDestroy?: boolean;
  /** Tags of the bucket, on top of `hipaa:phi` and `hipaa:media`. */
  tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}
