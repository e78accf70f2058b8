import type * as pulumi from "@pulumi/pulumi";

/** The customer managed key of an ApiFront's logs. `KeyRing.logs` fits. */
export interface ApiFrontKey {
  /** ARN of the KMS key. Its policy lets CloudWatch Logs use it. */
  arn: pulumi.Input<string>;
}

/** A function behind an ApiFront. A `PhiFunction` fits. */
export interface ApiFrontFunction {
  /** Name. */
  functionName: pulumi.Input<string>;
  /** ARN by which API Gateway calls it. */
  invokeArn: pulumi.Input<string>;
}

/** Method of a route. */
export enum ApiFrontMethod {
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

/** Who may call a route. Nobody without one of them: there is no open route. */
export enum ApiFrontAuthorization {
  /** Whoever IAM allows `execute-api:Invoke`; requests are signed. */
  Iam = "IAM",
  /** Whoever the authorizer lets in. */
  Authorizer = "AUTHORIZER",
}

/** A path and method of an ApiFront, and what answers. */
export interface ApiFrontRoute {
  /**
   * Path, for example `/visits/{visitId}`; the last part may be `{proxy+}`. Variables named after identifiers are
   * refused, since paths are logged on their way. Plain value.
   */
  path: string;
  /** Method. Plain value. */
  method: ApiFrontMethod;
  /** Function that answers. One of `target` and `url`. */
  target?: ApiFrontFunction;
  /** HTTPS address that answers; its certificate is verified. One of `target` and `url`. */
  url?: pulumi.Input<string>;
  /** Who may call. Default: the authorizer where there is one, else IAM. Plain value. */
  authorization?: ApiFrontAuthorization;
  /** Scopes, one of which an access token of Amazon Cognito has to have. Default: none, for ID tokens. Plain list. */
  scopes?: string[];
}

/** Who decides about callers that do not sign with IAM. One of `userPoolArns` and `target`. */
export interface ApiFrontAuthorizer {
  /** User pools of Amazon Cognito, whose tokens are taken. */
  userPoolArns?: pulumi.Input<string>[];
  /** Function that decides by the header. */
  target?: ApiFrontFunction;
  /** Header with the token. Default: `Authorization`. Plain value. */
  header?: string;
}

/** A domain name of your own, in front of an ApiFront that is not private. */
export interface ApiFrontDomain {
  /** Name. */
  domainName: pulumi.Input<string>;
  /** ARN of the certificate, of the same Region. */
  certificateArn: pulumi.Input<string>;
  /**
   * Certificate authorities of clients as `s3://bucket/key`: only clients with a certificate get in. API Gateway does
   * not take its newer TLS policies then, and both the API and the domain have `TLS_1_2`. Default: no client certificates.
   */
  trustStoreUri?: pulumi.Input<string>;
  /** Version of the trust store's object. */
  trustStoreVersion?: pulumi.Input<string>;
}

/** Arguments of ApiFront. */
export interface ApiFrontArgs {
  /** What the API answers; 100 at most. Plain list. */
  routes: ApiFrontRoute[];
  /** Who decides about callers that do not sign with IAM. Default: every route takes signed requests only. */
  authorizer?: ApiFrontAuthorizer;
  /** ARN of the web ACL of AWS WAF in front of a public API. One of `webAclArn` and `vpcEndpointIds`. */
  webAclArn?: pulumi.Input<string>;
  /** VPC endpoints for `execute-api` through which a private API is called. One of `webAclArn` and `vpcEndpointIds`. Plain list. */
  vpcEndpointIds?: pulumi.Input<string>[];
  /** IPv4 and IPv6 blocks that callers of a public API come from. Default: any, past the web ACL. Plain list. */
  allowedCidrs?: string[];
  /** Domain name of your own; the address that AWS gives is closed then. Default: none. */
  domain?: ApiFrontDomain;
  /** Customer managed key of both logs. Source: 45 CFR 164.312(a)(2)(iv). */
  logsKey: pulumi.Input<ApiFrontKey>;
  /** Days for which both logs are kept, as CloudWatch Logs takes them. Default: 2192, six years. Plain value. */
  logRetentionDays?: number;
  /**
   * Whether to make the role by which API Gateway writes execution logs. It belongs to the Region's account settings:
   * one stack makes it for all APIs. Without any, API Gateway refuses the stage. Default: false. Plain value.
   */
  accountLogRole?: boolean;
  /**
   * Whether requests to `url` carry a certificate that the back end can check. AWS makes it for one year; replace it in
   * time. Default: false. Plain value.
   */
  clientCertificate?: boolean;
  /** Name of the stage, the first part of the path without a domain of your own. Default: v1. Plain value. */
  stageName?: string;
  /** Requests a second that the API takes at most, 1 to 10,000. Default: 100. Plain value. */
  rateLimit?: number;
  /** Requests at once that the API takes at most, 1 to 5,000. Default: 200. Plain value. */
  burstLimit?: number;
  /** Whether AWS X-Ray traces requests. Default: false. Plain value. */
  tracing?: boolean;
  /** Permissions boundary of the role of `accountLogRole`. Default: none. */
  permissionsBoundaryArn?: pulumi.Input<string>;
  /** Topic of the alarm on failed requests. Default: no alarm. */
  alarmTopicArn?: pulumi.Input<string>;
  /** Tags of every resource. */
  tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}
