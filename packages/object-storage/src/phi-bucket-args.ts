import type * as pulumi from "@pulumi/pulumi";
import type { BucketObjectLockMode } from "./object-lock";
import type { PhiBucketEncryption } from "./phi-bucket-encryption";
import type { PhiBucketPresigned } from "./presigned-args";

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
  /** Presigned URLs are possible within hard limits; they die after five minutes, whatever their own expiry says. */
  Presigned = "Presigned",
}

/** Where S3 writes a weekly list of all object versions. A `LogBucket` of purpose Inventory fits. */
export interface PhiBucketInventoryBucket {
  /** ARN of the bucket, in the same Region and account. */
  bucketArn: pulumi.Input<string>;
}

/** Arguments of PhiBucket. */
export interface PhiBucketArgs {
  /** Customer managed key of default encryption. Required: 45 CFR 164.312(a)(2)(iv). */
  key: pulumi.Input<PhiBucketKey>;
  /** Who encrypts, with whose key. Plain value. Default: Kms, SSE-KMS under `key`. */
  encryption?: PhiBucketEncryption;
  /**
   * Who keeps the keys of the objects and how they are recovered, in a sentence. Plain value. Required with
   * CustomerProvided and ClientSide, where AWS can bring back nothing; refused otherwise.
   */
  keyCustody?: string;
  /** Bucket for server access logs. Required: 45 CFR 164.312(b). */
  accessLogBucket: PhiBucketAccessLogBucket;
  /**
   * Id of the AWS organization, `o-...`. When given, principals outside it are denied whatever else allows them.
   * Default: not given, for accounts outside an organization.
   */
  organizationId?: pulumi.Input<string>;
  /**
   * ARNs of the roles that may read objects, `*` as a wildcard; everybody else is denied, whatever IAM allows.
   * Default: whoever IAM allows. Source: 45 CFR 164.312(a)(1).
   */
  readerArns?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * Whether reads without a source identity are denied. The application then assumes a role for each user with
   * `sts:SourceIdentity`, and the trail's data events name the user of every read. Plain value. Default: false.
   * Source: 45 CFR 164.312(a)(2)(i), 164.312(b).
   */
  requireSourceIdentity?: boolean;
  /** VPC endpoints through which alone objects are read, written and deleted. Default: any way that IAM allows. */
  vpcEndpointIds?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * ARNs of roles that `readerArns`, `requireSourceIdentity` and `vpcEndpointIds` do not bind, such as that of AWS
   * Backup, which reads from AWS's own network. Default: none.
   */
  exemptArns?: pulumi.Input<pulumi.Input<string>[]>;
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
  /** Limits of presigned URLs, only with `clientAccess` Presigned. Default: GET for 300 seconds, no browser pages. */
  presigned?: PhiBucketPresigned;
  /** Default retention of new object versions. Plain value, together with `objectLockDays`. Default: None. */
  objectLockMode?: BucketObjectLockMode;
  /** Days of default retention, 1 to 36500. Plain number, only and always with an `objectLockMode` other than None. */
  objectLockDays?: number;
  /** Copy in another Region. Its presence is a plain value. Default: none. Source: 45 CFR 164.308(a)(7)(ii)(A). */
  replica?: PhiBucketReplica;
  /** Bucket for a weekly inventory of all versions. Its presence is a plain value. Default: none. Source: 45 CFR 164.310(d)(2)(iii). */
  inventoryBucket?: PhiBucketInventoryBucket;
  /** SNS topic of alarms on late and failed replication, only with `replica`. Its presence is a plain value. Default: none. */
  alarmTopicArn?: pulumi.Input<string>;
  /**
   * Whether `pulumi destroy` may delete the objects with the bucket. Plain value, for short-lived environments with
   * synthetic data only. Default: false; the bucket is then also protected (`protect`).
   */
  forceDestroy?: boolean;
  /** Tags of the bucket, on top of `hipaa:phi`, `hipaa:media` and `hipaa:encryption`. */
  tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}
