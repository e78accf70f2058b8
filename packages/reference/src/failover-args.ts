import type * as pulumi from "@pulumi/pulumi";

/** Which of the Regions of a service an application is. */
export enum HipaaWebApplicationFailoverRole {
  /** Answers as long as it is healthy, and makes the records and health checks of both. */
  Primary = "primary",
  /** Answers while the primary one does not. */
  Recovery = "recovery",
}

/** The application in the recovery Region, as its outputs and arguments have it. */
export interface HipaaWebApplicationFailoverTarget {
  /** Its output `loadBalancerDnsName`. */
  dnsName: pulumi.Input<string>;
  /** Its output `loadBalancerZoneId`. */
  zoneId: pulumi.Input<string>;
  /** Its own `domainName`, at which its health is asked for. Plain value. */
  domainName: string;
}

/**
 * One name for the applications of two Regions, each with a `domainName` of its own: callers get to the recovery Region
 * while the primary one is not healthy. Both answer to the name and have it in their certificates; the recovery
 * application is made first, and the primary one then makes the records.
 */
export interface HipaaWebApplicationFailoverArgs {
  /** Host name of the service in both Regions, inside the hosted zone. Plain value. */
  domainName: string;
  /** Plain value. */
  role: HipaaWebApplicationFailoverRole;
  /** The recovery application. Given with the role primary alone. */
  secondary?: HipaaWebApplicationFailoverTarget;
  /**
   * Path at which the web tier answers 200 to 399 while the application is healthy, without signing in and without PHI.
   * With the role primary alone. Default: `/healthz`. Plain value.
   */
  healthPath?: string;
  /** Checks in a row that decide, 1 to 10. With the role primary alone. Default: 3. Plain value. */
  failureThreshold?: number;
  /**
   * Whether health is asked for every 10 seconds instead of every 30, for 1 USD a month more for each of the two checks.
   * With the role primary alone. Default: false. Plain value.
   */
  fastChecks?: boolean;
  /**
   * Topic of the alarms on health, where Route 53 keeps its metrics: in us-east-1, us-gov-west-1 or cn-northwest-1. With
   * the role primary alone. Default: the application's own topic, since it is in that Region itself.
   */
  alarmTopicArn?: pulumi.Input<string>;
}
