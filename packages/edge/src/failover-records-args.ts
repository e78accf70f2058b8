import type * as pulumi from "@pulumi/pulumi";

/** A load balancer or distribution that answers for one Region. A `PublicEdge` with a domain name of its own fits. */
export interface FailoverRecordsTarget {
  /** Host name that AWS gave it. */
  dnsName: pulumi.Input<string>;
  /** Hosted zone of that host name. */
  zoneId: pulumi.Input<string>;
  /** A host name of this Region alone, which its certificate has and at which its health is asked for. */
  domainName: pulumi.Input<string>;
}

/** Arguments of FailoverRecords. */
export interface FailoverRecordsArgs {
  /** Host name of the service in all Regions, in lower case, without PHI. Plain value. */
  domainName: string;
  /** Public hosted zone of `domainName`. */
  hostedZoneId: pulumi.Input<string>;
  /** What answers as long as it is healthy. */
  primary: FailoverRecordsTarget;
  /** What answers while the primary one does not: the recovery Region. */
  secondary: FailoverRecordsTarget;
  /** Path that answers 200 to 399 where the application is healthy, without signing in and without PHI. Plain value. Default: /healthz. */
  healthPath?: string;
  /** Checks in a row that decide, 1 to 10. Plain number. Default: 3. */
  failureThreshold?: number;
  /** Whether health is asked for every 10 seconds instead of every 30; 1 USD a month more for each check. Plain value. Default: false. */
  fastChecks?: boolean;
  /** Whether there are records for IPv6 too. Plain value. Default: false. */
  dualStack?: boolean;
  /**
   * SNS topic for the alarms on health, of both Regions, so that a dead standby is noticed too. It must be where
   * Route 53 keeps its metrics: us-east-1, us-gov-west-1 or cn-northwest-1. Its presence is a plain value. Default: no alarms.
   */
  alarmTopicArn?: pulumi.Input<string>;
  /** Tags of the health checks. */
  tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}
