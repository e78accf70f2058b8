import type * as pulumi from "@pulumi/pulumi";

/** The customer managed key of an EventBus. `KeyRing.messaging` fits. */
export interface EventBusKey {
  /** ARN of the KMS key. Its policy lets EventBridge of this account use it. */
  arn: pulumi.Input<string>;
}

/** Arguments of EventBus. */
export interface EventBusArgs {
  /** Customer managed key of the bus, its archive and its dead-letter queue. */
  key: pulumi.Input<EventBusKey>;
  /**
   * Days for which the archive keeps every event, for replay: 0 to 3,650; 0 makes no archive. Default: 35, as long as
   * daily backups, so that what a restore lost can be replayed. Plain value.
   */
  archiveDays?: number;
  /** AWS organization whose accounts may put events. Default: this account alone. Plain value. */
  organizationId?: string;
  /** Topic of the alarm on events that could not be encrypted or delivered to the bus. Default: no alarm. */
  alarmTopicArn?: pulumi.Input<string>;
  /** Tags of every resource. */
  tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}
