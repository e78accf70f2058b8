import type * as pulumi from "@pulumi/pulumi";

/** The customer managed key of a PhiStream. `KeyRing.messaging` fits. */
export interface PhiStreamKey {
  /** ARN of the KMS key. */
  arn: pulumi.Input<string>;
}

/** Arguments of PhiStream. */
export interface PhiStreamArgs {
  /** Customer managed key of the records. Source: 45 CFR 164.312(a)(2)(iv). */
  key: pulumi.Input<PhiStreamKey>;
  /** Shards, 1 to 10,000. Default: none, capacity on demand. Plain value. */
  shards?: number;
  /** Hours for which records are kept, 24 to 8760. Default: 168, a week. Plain value. */
  retentionHours?: number;
  /** Largest record in KiB, 1024 to 10,240. Default: 1024. Plain value. */
  maxRecordKib?: number;
  /** Names of consumers with a throughput of their own, at most 20. Default: none. Plain list. */
  consumers?: string[];
  /** AWS organization; nobody outside it gets in. Default: this account alone. */
  organizationId?: pulumi.Input<string>;
  /** Retention lock: Pulumi refuses to delete the stream. Default: true. Plain value. */
  deletionProtection?: boolean;
  /** Topic of the alarms on throttled records and on readers that fall behind. Default: no alarms. */
  alarmTopicArn?: pulumi.Input<string>;
  /**
   * Minutes that readers may be behind before the alarm, fewer than records are kept. Default: 60. Plain value.
   */
  readerLagAlarmMinutes?: number;
  /** Tags of every resource. */
  tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}
