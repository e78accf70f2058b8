import type * as pulumi from "@pulumi/pulumi";
import type { ClientCertificates } from "./client-certificates-args";
import type { ShieldArgs } from "./shield-args";
import type { WafArgs } from "./waf-args";

/** The network of a PublicEdge. The `Vpc` component fits. */
export interface PublicEdgeNetwork {
  /** VPC of the load balancer. */
  vpcId: pulumi.Input<string>;
  /** Subnets with a route to the internet gateway, in at least two Availability Zones. */
  publicSubnetIds: pulumi.Input<pulumi.Input<string>[]>;
}

/** Where a PublicEdge writes its logs. A `LogBucket` of purpose LoadBalancer fits. */
export interface PublicEdgeLogBucket {
  /** Name of the bucket, in the same Region. */
  bucketName: pulumi.Input<string>;
}

/** The customer managed key of the AWS WAF log. `KeyRing.logs` fits. */
export interface PublicEdgeKey {
  /** ARN of the KMS key, whose policy lets CloudWatch Logs use it. */
  arn: pulumi.Input<string>;
}

/** Arguments of PublicEdge. */
export interface PublicEdgeArgs extends WafArgs, ShieldArgs {
  /** VPC and public subnets. */
  network: PublicEdgeNetwork;
  /** Bucket for access, connection and health check logs. Required: 45 CFR 164.312(b). */
  logBucket: PublicEdgeLogBucket;
  /** Customer managed key for the AWS WAF log. Required: 45 CFR 164.312(a)(2)(iv). */
  key: pulumi.Input<PublicEdgeKey>;
  /**
   * ARN of an existing ACM certificate in the same Region. Its presence is a plain value. Without it a certificate is
   * requested for `domainName` and validated by records in `hostedZoneId`.
   */
  certificateArn?: pulumi.Input<string>;
  /** Host name of the service, in lower case, without PHI. Plain value. Required unless `certificateArn` is given. */
  domainName?: string;
  /**
   * Public hosted zone of `domainName`, for the alias records and the validation of a requested certificate. Its
   * presence is a plain value. Required unless `certificateArn` is given.
   */
  hostedZoneId?: pulumi.Input<string>;
  /** Further names of the requested certificate, all in the same zone. Plain list. Default: none. */
  subjectAlternativeNames?: string[];
  /**
   * Further names that certificates of other Regions have too, as the name of a service that fails over: ACM asks an
   * account for the same validation record in each Region, which is taken over where it is there already, and left
   * behind for the others in the end. All in the same zone. Plain list. Default: none.
   */
  sharedNames?: string[];
  /**
   * Content-Security-Policy header of every response. Plain value. Default: own origin only, no frames, no plug-ins.
   */
  contentSecurityPolicy?: string;
  /** Whether the load balancer has IPv6 addresses too; its subnets need IPv6 ranges then. Plain value. Default: false. */
  dualStack?: boolean;
  /** Seconds that an idle connection is kept, 1 to 4000. Plain number. Default: 60. */
  idleTimeoutSeconds?: number;
  /** Whether AWS refuses to delete the load balancer and the AWS WAF log. Plain value. Default: true. */
  deletionProtection?: boolean;
  /**
   * Client certificates that the load balancer asks for, where only partners' systems or devices call. Plain value;
   * the name may have 19 characters then. Default: none are asked for.
   */
  clientCertificates?: ClientCertificates;
  /** SNS topic for the alarm on a certificate that is not renewed. Its presence is a plain value. Default: no alarm. */
  alarmTopicArn?: pulumi.Input<string>;
}
