import type * as pulumi from "@pulumi/pulumi";

/** The customer managed key of an AlertTopic. `KeyRing.messaging` fits. */
export interface AlertTopicKey {
  /** ARN of the KMS key. Its policy lets CloudWatch, EventBridge and RDS events use it. */
  arn: pulumi.Input<string>;
}

/** Arguments of AlertTopic. */
export interface AlertTopicArgs {
  /**
   * Customer managed key. Required: under AWS's own key `alias/aws/sns` the services that raise alarms cannot publish,
   * and the alarms are lost without a word. Source: 45 CFR 164.312(a)(2)(iv); Amazon SNS Developer Guide.
   */
  key: pulumi.Input<AlertTopicKey>;
  /**
   * E-mail addresses of those on duty, who confirm by a link. Alarms name resources and numbers, never PHI: e-mail is
   * not encrypted on its last hop. Plain list. Default: none.
   */
  emails?: string[];
  /** HTTPS addresses of paging services. Plain list. Default: none. */
  webhooks?: string[];
  /** Tags of the topic, on top of `hipaa:phi=false`. */
  tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}
