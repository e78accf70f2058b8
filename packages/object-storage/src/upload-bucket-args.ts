import type * as pulumi from "@pulumi/pulumi";

/** The customer managed key of an UploadBucket. `KeyRing.media` fits. */
export interface UploadBucketKey {
  /** ARN of the KMS key, in the Region of the bucket. */
  arn: pulumi.Input<string>;
}

/** Where S3 writes the record of every access. A `LogBucket` of purpose S3AccessLogs fits. */
export interface UploadBucketAccessLogBucket {
  /** Name of the bucket, in the same Region and account. */
  bucketName: pulumi.Input<string>;
}

/** Hard limits of presigned URLs by which people upload. They write one object and do nothing else. */
export interface UploadBucketPresigned {
  /** Seconds after which a signature is refused, 1 to 300. Plain number. Default: 300. */
  maxSeconds?: number;
  /** Address ranges from which URLs may be used, none wider than /8. Plain list. Default: any. */
  sourceCidrs?: string[];
  /** Exact HTTPS origins of pages that upload. Plain list. Default: none, and browsers refuse. */
  origins?: string[];
}

/** Arguments of UploadBucket. */
export interface UploadBucketArgs {
  /** Customer managed key. Required: 45 CFR 164.312(a)(2)(iv). */
  key: pulumi.Input<UploadBucketKey>;
  /** Bucket for server access logs. Required: 45 CFR 164.312(b). */
  accessLogBucket: UploadBucketAccessLogBucket;
  /** Id of the AWS organization, `o-...`. When given, principals outside it are denied. Default: not given. */
  organizationId?: pulumi.Input<string>;
  /** Key prefixes that are scanned, 5 at most; what lies elsewhere is never readable. Plain list. Default: all. */
  scanPrefixes?: string[];
  /** Lets people upload by presigned URLs, within these limits. Its presence is a plain value. Default: the application uploads. */
  presigned?: UploadBucketPresigned;
  /** Days after which uploads are removed, whether they were moved on or not, 1 to 90. Plain number. Default: 7. */
  expireAfterDays?: number;
  /**
   * SQS queue of scan results, whose reader moves clean objects on. Its policy and key admit `events.amazonaws.com`; a
   * `PhiQueue` with that sender fits. Its presence is a plain value. Default: none.
   */
  resultQueueArn?: pulumi.Input<string>;
  /**
   * SNS topic that hears of threats and of uploads that could not be scanned. An `AlertTopic` fits. Its presence is a
   * plain value. Default: none. Source: 45 CFR 164.308(a)(5)(ii)(B).
   */
  alarmTopicArn?: pulumi.Input<string>;
  /** Whether `pulumi destroy` may delete the uploads with the bucket. Plain value, for synthetic data only. Default: false. */
  forceDestroy?: boolean;
  /** Tags of the bucket, on top of `hipaa:phi` and `hipaa:media`. */
  tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}
