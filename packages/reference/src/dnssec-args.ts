import type * as pulumi from "@pulumi/pulumi";

/**
 * Signatures on all answers of the hosted zone, so that nobody leads users to an impostor. A zone is signed once: one
 * application of those that share it says so, or the stack that made the zone. In the partition `aws` alone.
 *
 * Signing is complete when `dsRecord` stands at the parent zone or the registrar. Take it from there, and wait for its
 * TTL, before this is removed.
 */
export interface HipaaWebApplicationDnssecArgs {
  /**
   * Name of the key-signing key in the zone, letters, digits and underscores. Another name makes another key; put its DS
   * record at the parent before the old one goes. Default: `primary`. Plain value.
   */
  signingKeyName?: string;
  /** ARNs of roles that may administer the KMS key, besides whom IAM of the account allows. Default: none. */
  keyAdministratorArns?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * Topic in us-east-1 that is told when a signature fails or the key needs care; the zone is off the internet soon after.
   * Default: the application's own, which is in us-east-1 where the application is.
   */
  alarmTopicArn?: pulumi.Input<string>;
}
