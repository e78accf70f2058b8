import type * as pulumi from "@pulumi/pulumi";
import type { BucketObjectLockMode } from "./object-lock";
import type { PhiBucketEncryption } from "./phi-bucket-encryption";

/** A customer managed key of a MediaStore. `KeyRing.media` and `KeyRing.logs` fit. */
export interface MediaStoreKey {
  /** ARN of the KMS key. */
  arn: pulumi.Input<string>;
}

/** Where S3 writes the record of every access. A `LogBucket` of purpose S3AccessLogs fits. */
export interface MediaStoreAccessLogBucket {
  /** Name of the bucket, in the same Region and account. */
  bucketName: pulumi.Input<string>;
}

/** Where the application runs. A `Vpc` fits. */
export interface MediaStoreNetwork {
  /** The VPC from which alone media are read; it reaches S3 through an endpoint. */
  vpcId: pulumi.Input<string>;
}

/** The copy in the recovery Region. */
export interface MediaStoreReplica {
  /** ARN of a versioned bucket in another Region, for example a PhiBucket made with that Region's provider. */
  bucketArn: pulumi.Input<string>;
  /** ARN of the customer managed key in that Region which encrypts the copies. */
  keyArn: pulumi.Input<string>;
}

/** How media reach people. */
export enum MediaStoreServing {
  /**
   * The application reads the object and streams it, with `Cache-Control: no-store`. It knows the user, and logs one
   * event for each read. Presigned URLs are denied.
   */
  Application = "Application",
  /**
   * The application gives out presigned URLs within hard limits. Faster, and weaker: whoever holds a URL reads the
   * object, and the application logs URLs given out, not reads.
   */
  Presigned = "Presigned",
}

/** Hard limits of presigned URLs, which read one object and do nothing else. S3 holds every use to them. */
export interface MediaStorePresigned {
  /** Seconds after which a signature is refused, 1 to 300. Plain number. Default: 300. */
  maxSeconds?: number;
  /** Address ranges from which URLs may be used, none wider than /8. Plain list. Default: any. */
  sourceCidrs?: string[];
  /** VPC endpoints through which URLs may be used, beside `sourceCidrs`. Its presence is a plain value. Default: any way. */
  vpcEndpointIds?: pulumi.Input<pulumi.Input<string>[]>;
  /** Exact HTTPS origins of pages that use URLs in scripts. Plain list. Default: none. */
  origins?: string[];
}

/** Arguments of MediaStore. */
export interface MediaStoreArgs {
  /** Customer managed key of the objects. Required: 45 CFR 164.312(a)(2)(iv). */
  key: pulumi.Input<MediaStoreKey>;
  /** Customer managed key of the record of reads; its policy admits `logs.<region>.amazonaws.com`. */
  logsKey: pulumi.Input<MediaStoreKey>;
  /** Bucket for server access logs. Required: 45 CFR 164.312(b). */
  accessLogBucket: MediaStoreAccessLogBucket;
  /** ARNs of the application's roles. They alone may take the role that reads media, one to ten. Plain list. */
  applicationRoleArns: pulumi.Input<string>[];
  /** How media reach people. Plain value. Default: Application. */
  serving?: MediaStoreServing;
  /** The application's VPC. Required with Application, refused with Presigned, whose readers are elsewhere. */
  network?: MediaStoreNetwork;
  /** Limits of presigned URLs, only with Presigned. Plain presence. Default: 300 seconds, from anywhere. */
  presigned?: MediaStorePresigned;
  /** Prefix of the keys that are served, with a slash at its end. Never an identifier. Plain value. Default: `media/`. */
  prefix?: string;
  /** Who encrypts, with whose key. Plain value. Default: Kms, SSE-KMS under `key`. */
  encryption?: PhiBucketEncryption;
  /** Who keeps the keys of the objects, in a sentence. Plain value. Required with CustomerProvided and ClientSide. */
  keyCustody?: string;
  /**
   * Key with which the application decrypts by itself, only with ClientSide; another one than `key`, so that S3 alone
   * reads nothing. Its presence is a plain value. Default: none, for keys outside KMS.
   */
  clientKey?: pulumi.Input<MediaStoreKey>;
  /** Id of the AWS organization, `o-...`. When given, principals outside it are denied. Default: not given. */
  organizationId?: pulumi.Input<string>;
  /** ARNs of further roles that may read objects without a user's name, such as that of AWS Backup. Default: none. */
  exemptArns?: pulumi.Input<pulumi.Input<string>[]>;
  /** Days after which objects move to Glacier Instant Retrieval. Plain number, 1 to 36500. Default: never. */
  archiveAfterDays?: number;
  /** Days after which overwritten and deleted versions are removed for good. Plain number, 1 to 36500. Default: never. */
  noncurrentExpirationDays?: number;
  /** Default retention of new object versions. Plain value, together with `objectLockDays`. Default: None. */
  objectLockMode?: BucketObjectLockMode;
  /** Days of default retention, 1 to 36500. Plain number, only and always with an `objectLockMode` other than None. */
  objectLockDays?: number;
  /** Copy in another Region. Its presence is a plain value. Default: none. Source: 45 CFR 164.308(a)(7)(ii)(A). */
  replica?: MediaStoreReplica;
  /** SNS topic of alarms on late and failed replication, only with `replica`. Its presence is a plain value. Default: none. */
  alarmTopicArn?: pulumi.Input<string>;
  /** Whether `pulumi destroy` may delete the media with the bucket. Plain value, for synthetic data only. Default: false. */
  forceDestroy?: boolean;
  /** Tags of every resource. */
  tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}
