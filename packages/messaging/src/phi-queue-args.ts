import type * as pulumi from "@pulumi/pulumi";

/** The customer managed key of a PhiQueue. `KeyRing.messaging` fits. */
export interface PhiQueueKey {
  /** ARN of the KMS key. Its policy lets the services that send use it. */
  arn: pulumi.Input<string>;
}

/** An AWS service that puts messages into a PhiQueue by itself. */
export interface PhiQueueSender {
  /** Service principal: `events.amazonaws.com`, `s3.amazonaws.com` or `sns.amazonaws.com`. Plain value. */
  service: string;
  /** ARN of the rule, bucket or topic that the messages come from; nothing else of the service gets in. */
  sourceArn: pulumi.Input<string>;
}

/** Arguments of PhiQueue. */
export interface PhiQueueArgs {
  /** Customer managed key of the queue and its dead-letter queue. Source: 45 CFR 164.312(a)(2)(iv). */
  key: pulumi.Input<PhiQueueKey>;
  /** First in, first out, with content-based deduplication. Default: false. Plain value. */
  fifo?: boolean;
  /** Times that a message is received before it moves to the dead-letter queue, 1 to 1000. Default: 5. Plain value. */
  maxReceiveCount?: number;
  /**
   * Seconds for which a received message stays hidden, 0 to 43,200: six times what its processing takes. Default: 60.
   * Plain value.
   */
  visibilityTimeoutSeconds?: number;
  /** Days for which an unread message is kept, 1 to 14. Default: 4. Plain value. */
  retentionDays?: number;
  /**
   * Days for which the dead-letter queue keeps a message, at least as long as the queue itself and at most 14: the clock
   * of a standard queue does not start anew when a message moves. Default: 14. Plain value.
   */
  deadLetterRetentionDays?: number;
  /** Largest message in KiB, 1 to 1024. Default: 256, which all senders and receivers know. Plain value. */
  maxMessageKib?: number;
  /** Topic of the alarms on age and on dead letters. Default: no alarms. */
  alarmTopicArn?: pulumi.Input<string>;
  /** Seconds of age of the oldest message from which on an alarm is raised, 60 to 1,209,600. Default: 300. Plain value. */
  oldestMessageAlarmSeconds?: number;
  /** AWS services that send by themselves. Default: none; callers of this account need IAM permissions. Plain list. */
  senders?: PhiQueueSender[];
  /** AWS organization; nobody outside it gets in. Default: this account alone. */
  organizationId?: pulumi.Input<string>;
  /** Tags of every resource. */
  tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}
