import type * as pulumi from "@pulumi/pulumi";

/** AWS managed rule groups that a web ACL has only on request, and the capacity units that AWS counts for them. */
export enum WafRuleGroup {
  /** Administration pages of common software, 100 units. */
  AdminProtection = "AWSManagedRulesAdminProtectionRuleSet",
  /** Attacks on POSIX shells, 100 units. */
  Unix = "AWSManagedRulesUnixRuleSet",
  /** Attacks on PowerShell and Windows, 200 units. */
  Windows = "AWSManagedRulesWindowsRuleSet",
  /** Attacks on PHP, 100 units. */
  Php = "AWSManagedRulesPHPRuleSet",
  /** Attacks on WordPress, 100 units. */
  WordPress = "AWSManagedRulesWordPressRuleSet",
}

/** How closely AWS WAF Bot Control looks. */
export enum WafBotControlLevel {
  /** Signatures of known bots: 1 USD a million requests. */
  Common = "COMMON",
  /** Behavior as well, for bots that do not say so: 10 USD a million requests. */
  Targeted = "TARGETED",
}

/** How a sign-in form is sent. */
export enum WafSignInPayload {
  Json = "JSON",
  Form = "FORM_ENCODED",
}

/** A limit for some paths, beside the general one and the one for sign-in. */
export interface WafPathRateLimit {
  /** Name of the rule, in lower case, for logs and metrics. Plain value. */
  name: string;
  /** Beginnings of paths, in lower case. Plain list. */
  paths: string[];
  /** Requests of one address in five minutes, at least 10 and at most the general limit. Plain number. */
  requestsPerFiveMinutes: number;
}

/** A managed rule group beside those that every web ACL has. */
export interface WafExtraRuleGroup {
  /** The group. Plain value. */
  group: WafRuleGroup;
  /** Whether its rules only count: how a group begins until its false alarms are known. Plain value. Default: false. */
  countOnly?: boolean;
}

/** One rule of a managed group that counts instead of blocking, because it stops legitimate requests. */
export interface WafCountedRule {
  /** Name of a managed group of this web ACL, for example `AWSManagedRulesCommonRuleSet`. Plain value. */
  group: string;
  /** Name of the rule in the group, for example `GenericRFI_QUERYARGUMENTS`. Plain value. */
  rule: string;
  /** Why, in 20 characters or more; it stays in the state as evidence. Plain value. */
  reason: string;
}

/** The sign-in form that AWS WAF account takeover prevention watches. */
export interface WafSignIn {
  /** Path that the form is sent to, for example `/api/login`. Plain value. */
  path: string;
  /** Where the user name is: a JSON pointer such as `/user`, or the name of a form's field. Plain value. */
  usernameField: string;
  /** Where the password is, in the same notation. Plain value. */
  passwordField: string;
  /** Plain value. Default: JSON. */
  payload?: WafSignInPayload;
}

/** What a web ACL of this package can be told. Every argument is a plain value. */
export interface WafArgs {
  /** Requests that one address may make in five minutes. Plain number, at least 10. Default: 2000. */
  requestsPerFiveMinutes?: number;
  /** Requests that one address may make to the sign-in paths in five minutes. Plain number, at least 10. Default: 100. */
  loginRequestsPerFiveMinutes?: number;
  /** Beginnings of sign-in paths, in lower case. Plain list. Default: /login and /oauth. */
  loginPaths?: string[];
  /** Limits for further paths, at most eight. Plain list. Default: none. */
  pathRateLimits?: WafPathRateLimit[];
  /** Countries that may call, as ISO 3166 codes. Plain list. Default: all. */
  allowedCountries?: string[];
  /**
   * The only networks that may call, as CIDR blocks of IPv4 or IPv6, at most 10,000. What comes from them passes all
   * other rules too. Plain list. Default: all networks.
   */
  allowedNetworks?: string[];
  /** Networks that may not call, as CIDR blocks of IPv4 or IPv6, at most 10,000. Plain list. Default: none. */
  blockedNetworks?: string[];
  /** Whether hosting providers, VPNs and proxies are blocked; they are counted otherwise, since patients use VPNs. Plain value. Default: false. */
  blockAnonymousNetworks?: boolean;
  /** Whether AWS WAF Bot Control blocks unverified bots. Plain value; 10 USD a month and from 1 USD a million requests. Default: false. */
  botControl?: boolean;
  /** How closely Bot Control looks; only with `botControl`. Plain value. Default: Common. */
  botControlLevel?: WafBotControlLevel;
  /**
   * Account takeover prevention for this sign-in form: stolen credentials and guessing are blocked. Plain value; 10 USD
   * a month and 1 USD a thousand sign-ins. Default: none; rates of sign-in are limited anyway.
   */
  signIn?: WafSignIn;
  /** Further managed rule groups. Plain list. Default: none. */
  ruleGroups?: WafExtraRuleGroup[];
  /** Rules that stop legitimate requests, at most ten. Plain list. Default: none. */
  countedRules?: WafCountedRule[];
  /**
   * Whether bodies beyond the part that AWS WAF can read pass with a count instead of a block. That part is 8 KB behind
   * a load balancer. Plain value, for uploads and FHIR bundles. Default: false.
   */
  largeRequestBodies?: boolean;
  /**
   * Request headers that carry secrets or PHI, in lower case, at most 20: kept out of the log and out of everything
   * else that AWS WAF shows. Plain list. Default: none; `authorization` and `cookie` always are.
   */
  redactedHeaders?: string[];
  /**
   * Capacity units that the rules may take together, 1500 to 5000. The basic price covers 1500; each 500 beyond cost
   * 0.20 USD a million requests. Plain number. Default: 1500.
   */
  webAclCapacityBudget?: number;
  /** Blocked requests in five minutes from which on an alarm is raised; needs `alarmTopicArn`. Plain number. Default: no alarm. */
  blockedRequestsAlarm?: number;
  /** Tags of all taggable resources, on top of those that begin with `hipaa:`. */
  tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}
