import type * as pulumi from "@pulumi/pulumi";

/** Method of a route of the API. */
export enum HipaaWebApplicationApiMethod {
  /** GET. */
  Get = "GET",
  /** HEAD. */
  Head = "HEAD",
  /** POST. */
  Post = "POST",
  /** PUT. */
  Put = "PUT",
  /** PATCH. */
  Patch = "PATCH",
  /** DELETE. */
  Delete = "DELETE",
  /** Any of them. */
  Any = "ANY",
}

/** A path and method of the API, and the function that answers. */
export interface HipaaWebApplicationApiRoute {
  /**
   * Path, for example `/visits/{visitId}`; the last part may be `{proxy+}`. Variables named after identifiers are
   * refused, since paths are logged on their way. Plain value.
   */
  path: string;
  /** Plain value. */
  method: HipaaWebApplicationApiMethod;
  /** Name of one of `functions`. Plain value. */
  target: string;
  /** Whether callers sign with IAM although there is an `authorizer`. Default: false. Plain value. */
  signed?: boolean;
  /** Scopes, one of which an access token of Amazon Cognito has to have. Default: none, for ID tokens. Plain list. */
  scopes?: string[];
}

/** Who decides about callers that do not sign with IAM. One of `userPoolArns` and `target`. */
export interface HipaaWebApplicationApiAuthorizer {
  /** User pools of Amazon Cognito, whose tokens are taken. */
  userPoolArns?: pulumi.Input<string>[];
  /** Name of the one of `functions` that decides by the header. Plain value. */
  target?: string;
  /** Header with the token. Default: `Authorization`. Plain value. */
  header?: string;
}

/**
 * A REST API of Amazon API Gateway before the functions, on a name of its own, behind the rules of AWS WAF that the
 * application has. There is no open route.
 */
export interface HipaaWebApplicationApiArgs {
  /** Public name, inside the hosted zone. Plain value. */
  domainName: string;
  /** What the API answers; 100 at most. Plain list. */
  routes: HipaaWebApplicationApiRoute[];
  /** Who decides about callers that do not sign with IAM. Default: every route takes signed requests only. */
  authorizer?: HipaaWebApplicationApiAuthorizer;
  /** IPv4 and IPv6 blocks that callers come from, such as those of partners. Default: any, past AWS WAF. Plain list. */
  allowedCidrs?: string[];
  /** Requests a second that the API takes at most, 1 to 10,000. Default: 100. Plain value. */
  rateLimit?: number;
  /** Requests at once that the API takes at most, 1 to 5,000. Default: 200. Plain value. */
  burstLimit?: number;
  /**
   * Whether to make the role by which API Gateway writes execution logs. It belongs to the Region's account settings:
   * one stack makes it for all APIs. Without any, API Gateway refuses the stage. Default: false. Plain value.
   */
  accountLogRole?: boolean;
}
