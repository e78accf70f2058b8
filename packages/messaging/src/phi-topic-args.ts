import type * as pulumi from "@pulumi/pulumi";

/** The customer managed key of a PhiTopic. `KeyRing.messaging` fits. */
export interface PhiTopicKey {
  /** ARN of the KMS key. Its policy lets the services that publish use it. */
  arn: pulumi.Input<string>;
}

/** A queue that receives what is published. `PhiQueue` fits once it names `sns.amazonaws.com` among its senders. */
export interface PhiTopicQueue {
  /** Name of the subscription, unique in the topic. Plain value. */
  name: string;
  /** ARN of the queue. */
  queueArn: pulumi.Input<string>;
}

/** Arguments of PhiTopic. */
export interface PhiTopicArgs {
  /** Customer managed key. Source: 45 CFR 164.312(a)(2)(iv). */
  key: pulumi.Input<PhiTopicKey>;
  /** Key of the delivery log; its policy admits `logs.<region>.amazonaws.com`. `KeyRing.logs` fits. */
  logsKey: pulumi.Input<PhiTopicKey>;
  /** First in, first out, with content-based deduplication. Default: false. Plain value. */
  fifo?: boolean;
  /**
   * Queues that receive messages. There is no e-mail, SMS or mobile push: their last hop is not encrypted. Default:
   * none. Plain list.
   */
  queues?: PhiTopicQueue[];
  /** Topic of the alarm on failed deliveries. Default: no alarm. */
  alarmTopicArn?: pulumi.Input<string>;
  /** AWS organization; nobody outside it gets in. Default: this account alone. */
  organizationId?: pulumi.Input<string>;
  /** Tags of every resource. */
  tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}
