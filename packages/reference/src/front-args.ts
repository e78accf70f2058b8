import type * as pulumi from "@pulumi/pulumi";

/**
 * What serves CloudFront and is in us-east-1, where the application is in another Region: certificate and web ACL are
 * made there, and key and topic are these.
 */
export interface HipaaWebApplicationUsEast1Args {
  /** ARN of a customer managed key in us-east-1 for both logs, whose policy lets CloudWatch Logs use it. */
  logsKeyArn: pulumi.Input<string>;
  /** Topic in us-east-1 of the alarm on a certificate that is not renewed. Default: no alarm. */
  alarmTopicArn?: pulumi.Input<string>;
}

/**
 * CloudFront as the front, in the place of a public load balancer: the web tier's load balancer has private addresses
 * then, and nothing in the VPC is reachable from the internet. In the partition `aws` alone.
 */
export interface HipaaWebApplicationDistributionArgs {
  /**
   * Name of the load balancer behind the distribution, inside the hosted zone. It resolves to private addresses, and is
   * the host name that the web tier sees. Plain value.
   */
  originDomainName: string;
  /** What is in us-east-1. Default: the application's own key and topic, since it is in us-east-1 itself. */
  usEast1?: HipaaWebApplicationUsEast1Args;
  /** Content-Security-Policy header of every response. Default: own origin only, no frames, no plug-ins. Plain value. */
  contentSecurityPolicy?: string;
  /** Seconds that CloudFront waits for an answer, 1 to 60. Default: 30. Plain value. */
  readTimeoutSeconds?: number;
}
