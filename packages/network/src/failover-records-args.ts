import type * as pulumi from "@pulumi/pulumi";

/** Where users are sent: the load balancer of one Region. A `PublicEdge` fits. */
export interface FailoverRecordsTarget {
  /** DNS name of the load balancer. */
  dnsName: pulumi.Input<string>;
  /** Hosted zone of the load balancer. */
  zoneId: pulumi.Input<string>;
}

/** Arguments of FailoverRecords. */
export interface FailoverRecordsArgs {
  /** Zone of the name. */
  zoneId: pulumi.Input<string>;
  /** The name that users know, for example `portal.clinic.example.com`. Plain value. */
  domainName: string;
  /** Where users are sent as long as it is well. */
  primary: FailoverRecordsTarget;
  /** Where they are sent while it is not. */
  secondary: FailoverRecordsTarget;
  /**
   * Name at which the primary Region alone answers with a valid certificate, for the health check: not `domainName`,
   * which leads to the other Region when this one is ill.
   */
  healthCheckDomain: pulumi.Input<string>;
  /** Path that is asked for, without PHI. Plain value. Default: `/healthz`. */
  healthCheckPath?: string;
  /** Failures in a row that make the Region ill, 1 to 10. Plain value. Default: 3. */
  failureThreshold?: number;
  /** Whether it is asked every 10 seconds rather than every 30. Plain value. Default: false. */
  fastChecks?: boolean;
  /** Tags of the health check. */
  tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}
