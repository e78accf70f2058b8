import type * as pulumi from "@pulumi/pulumi";
import type { WafArgs } from "./waf-args";

/** What a web ACL stands in front of. */
export enum WebApplicationFirewallScope {
  /** Load balancers, APIs, user pools of the provider's Region. */
  Regional = "REGIONAL",
  /** CloudFront distributions. All resources are in us-east-1 then, and so have to be the key and the topic. */
  CloudFront = "CLOUDFRONT",
}

/** The customer managed key of the AWS WAF log. `KeyRing.logs` fits. */
export interface WebApplicationFirewallKey {
  /** ARN of a KMS key, whose policy lets CloudWatch Logs use it, in the Region of the web ACL. */
  arn: pulumi.Input<string>;
}

/** Arguments of WebApplicationFirewall. */
export interface WebApplicationFirewallArgs extends WafArgs {
  /** Customer managed key for the log. Required: 45 CFR 164.312(a)(2)(iv). */
  key: pulumi.Input<WebApplicationFirewallKey>;
  /** What the web ACL stands in front of. Plain value. Default: Regional. */
  scope?: WebApplicationFirewallScope;
  /**
   * Load balancers, REST API stages, GraphQL APIs or user pools of the same Region that the web ACL is associated with.
   * Plain list of ARNs. Default: none. A distribution takes `webAclArn` itself.
   */
  protectedArns?: pulumi.Input<string>[];
  /** Kilobytes of a body that CloudFront hands over: 16, 32, 48 or 64. Only with the scope CloudFront. Plain number. Default: 16. */
  inspectedBodyKilobytes?: number;
  /**
   * Capacity units kept free within the budget for rules that others add: 150 where Shield Advanced may answer attacks by
   * itself, more with AWS Firewall Manager. Plain number, 0 to 3500. Default: 0.
   */
  reservedCapacity?: number;
  /** SNS topic for the alarm on blocked requests, in the Region of the web ACL. Its presence is a plain value. Default: no alarm. */
  alarmTopicArn?: pulumi.Input<string>;
  /** Whether AWS refuses to delete the log. Plain value. Default: true. */
  deletionProtection?: boolean;
}
