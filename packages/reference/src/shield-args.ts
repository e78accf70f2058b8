import type * as pulumi from "@pulumi/pulumi";

/** What AWS Shield Advanced does to the requests of an attack that it recognizes by itself. */
export enum HipaaWebApplicationShieldAction {
  /** Counts them. */
  Count = "count",
  /** Blocks them. */
  Block = "block",
}

/** Somebody whom the Shield response team calls in an attack. */
export interface HipaaWebApplicationShieldContact {
  /** E-mail address. Plain value. */
  email: string;
  /** Telephone number in international form, for example +15555550100. Default: none; one contact needs one. Plain value. */
  phone?: string;
  /** When to call and whom to ask for, without PHI. Default: none. Plain value. */
  notes?: string;
}

/**
 * AWS Shield Advanced for the public load balancer, or for the distribution in its place. The account has to have the
 * subscription already: 3,000 USD a month for the organization, for a year at least. Nothing here subscribes, and without
 * the subscription AWS refuses the protection.
 */
export interface HipaaWebApplicationShieldArgs {
  /**
   * What happens by itself in an attack on the application layer. It takes 150 capacity units of the web ACL, which may
   * have 2,000 then instead of 1,500, for 0.20 USD a million requests more. Default: nothing. Plain value.
   */
  automaticResponse?: HipaaWebApplicationShieldAction;
  /**
   * ARN of a Route 53 health check of the application, by which attacks are recognized sooner, and without which the
   * response team does not call. Its presence is a plain value. Default: none.
   */
  healthCheckArn?: pulumi.Input<string>;
  /**
   * Those on duty, 10 at most, whom the response team calls in an attack on anything that the account protects: one stack
   * of an account gives them. They need `healthCheckArn`, and the account a Business or Enterprise support plan. Default:
   * the account's contacts stay as they are. Plain list.
   */
  contacts?: HipaaWebApplicationShieldContact[];
}
