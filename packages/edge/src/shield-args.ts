import type * as pulumi from "@pulumi/pulumi";

/** What Shield Advanced does to the requests of an attack that it recognizes by itself. */
export enum ShieldAutomaticResponse {
  /** Counts them. */
  Count = "COUNT",
  /** Blocks them. */
  Block = "BLOCK",
}

/** AWS Shield Advanced for one resource. Shield Standard protects everything without being asked. */
export interface ShieldArgs {
  /** Whether AWS Shield Advanced protects the resource; the account needs the subscription. Plain value. Default: false. */
  shieldAdvanced?: boolean;
  /**
   * ARN of a Route 53 health check of the application, by which Shield Advanced recognizes attacks sooner and its response
   * team calls by itself. Only with `shieldAdvanced`. Its presence is a plain value. Default: none.
   */
  shieldHealthCheckArn?: pulumi.Input<string>;
  /**
   * What Shield Advanced does by itself in an attack on the application layer. It takes 150 capacity units of the web
   * ACL, which are counted here, or kept by `reservedCapacity` of a WebApplicationFirewall. Only with `shieldAdvanced`. Plain value. Default: nothing.
   */
  shieldAutomaticResponse?: ShieldAutomaticResponse;
}
