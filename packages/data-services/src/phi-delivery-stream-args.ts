import type * as pulumi from "@pulumi/pulumi";

/** A customer managed key of a PhiDeliveryStream. Keys of a `KeyRing` fit. */
export interface PhiDeliveryStreamKey {
  /** ARN of the KMS key. */
  arn: pulumi.Input<string>;
}

/** Where records go. A `PhiBucket` fits. */
export interface PhiDeliveryStreamBucket {
  /** ARN of the bucket. */
  bucketArn: pulumi.Input<string>;
}

/** A stream whose records are delivered. A `PhiStream` gives `streamArn`. */
export interface PhiDeliveryStreamSource {
  /** ARN of the data stream. */
  streamArn: pulumi.Input<string>;
  /** ARN of the key that the data stream is under. */
  keyArn: pulumi.Input<string>;
}

/** How objects are compressed. */
export enum PhiDeliveryStreamCompression {
  /** gzip. */
  Gzip = "GZIP",
  /** As the records came. */
  None = "UNCOMPRESSED",
}

/** Arguments of PhiDeliveryStream. */
export interface PhiDeliveryStreamArgs {
  /** Bucket that the records are delivered to. */
  bucket: PhiDeliveryStreamBucket;
  /** Customer managed key of the objects, that of the bucket. Source: 45 CFR 164.312(a)(2)(iv). */
  bucketKey: pulumi.Input<PhiDeliveryStreamKey>;
  /** Customer managed key of records that wait for delivery. One of `key` and `source`. */
  key?: pulumi.Input<PhiDeliveryStreamKey>;
  /** Data stream that records come from, which keeps them under its own key. One of `key` and `source`. */
  source?: PhiDeliveryStreamSource;
  /** Customer managed key of the error log; its policy lets CloudWatch Logs use it. `KeyRing.logs` fits. */
  logsKey: pulumi.Input<PhiDeliveryStreamKey>;
  /** Where objects begin, without identifiers. Default: `records/!{timestamp:yyyy/MM/dd}/`. Plain value. */
  prefix?: string;
  /** Seconds for which records are gathered, 0 to 900. Default: 300. Plain value. */
  bufferSeconds?: number;
  /** MiB that are gathered, 1 to 128. Default: 16. Plain value. */
  bufferMib?: number;
  /** How objects are compressed. Default: Gzip. Plain value. */
  compression?: PhiDeliveryStreamCompression;
  /** Days for which the error log is kept, as CloudWatch Logs takes them. Default: 2192, six years. Plain value. */
  logRetentionDays?: number;
  /** Permissions boundary of the role. Default: none. */
  permissionsBoundaryArn?: pulumi.Input<string>;
  /** Topic of the alarms on late and throttled records. Default: no alarms. */
  alarmTopicArn?: pulumi.Input<string>;
  /** Tags of every resource. */
  tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}
