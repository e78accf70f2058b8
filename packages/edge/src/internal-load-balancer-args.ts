import type * as pulumi from "@pulumi/pulumi";
import type { ClientCertificates } from "./client-certificates-args";

/** Where an InternalLoadBalancer stands. */
export enum InternalLoadBalancerTier {
  /** Between the web tier and the application tier. */
  App = "app",
  /**
   * Before the web tier, behind an `ApplicationDistribution`: in the public subnets, which VPC Block Public Access
   * exempts, and whose network ACLs admit HTTPS, with private addresses alone.
   */
  Public = "public",
}

/** The network of an InternalLoadBalancer. The `Vpc` component fits. */
export interface InternalLoadBalancerNetwork {
  /** VPC of the load balancer. */
  vpcId: pulumi.Input<string>;
  /** Private subnets of the application tier, in at least two Availability Zones. */
  appSubnetIds: pulumi.Input<pulumi.Input<string>[]>;
  /** Subnets of the public tier, in at least two Availability Zones. Needed for the tier Public. */
  publicSubnetIds?: pulumi.Input<pulumi.Input<string>[]>;
}

/** Where an InternalLoadBalancer writes its logs. A `LogBucket` of purpose LoadBalancer fits. */
export interface InternalLoadBalancerLogBucket {
  /** Name of the bucket, in the same Region. */
  bucketName: pulumi.Input<string>;
}

/** Arguments of InternalLoadBalancer. */
export interface InternalLoadBalancerArgs {
  /** VPC and application subnets. */
  network: InternalLoadBalancerNetwork;
  /** Where it stands. Its addresses are private either way. Plain value. Default: App. */
  tier?: InternalLoadBalancerTier;
  /** Bucket for access, connection and health check logs. Required: 45 CFR 164.312(b). */
  logBucket: InternalLoadBalancerLogBucket;
  /**
   * ARN of an existing ACM certificate in the same Region, of AWS Private CA for instance. Its presence is a plain
   * value. Without it a public certificate is requested for `domainName` and validated by records in `hostedZoneId`.
   */
  certificateArn?: pulumi.Input<string>;
  /**
   * Host name of the service, in lower case, without PHI; names of public certificates are published in transparency
   * logs. Plain value. Required unless `certificateArn` is given.
   */
  domainName?: string;
  /**
   * Hosted zone for the alias record and the validation of a requested certificate, which must be a public zone. With
   * `certificateArn` it may be a private one. Its presence is a plain value. Required unless `certificateArn` is given.
   */
  hostedZoneId?: pulumi.Input<string>;
  /**
   * Hosted zone that gets the alias record in the place of `hostedZoneId`: a private zone, so that nobody outside of its
   * VPCs can ask for the name. Its presence is a plain value. Default: `hostedZoneId`.
   */
  aliasZoneId?: pulumi.Input<string>;
  /** Further names of the requested certificate, all in the same zone. Plain list. Default: none. */
  subjectAlternativeNames?: string[];
  /** Seconds that an idle connection is kept, 1 to 4000. Plain number. Default: 60. */
  idleTimeoutSeconds?: number;
  /** Whether AWS refuses to delete the load balancer. Plain value. Default: true. */
  deletionProtection?: boolean;
  /**
   * Client certificates that the load balancer asks for, so that callers are known by more than their address. Plain
   * value; the name may have 19 characters then. Default: none are asked for.
   */
  clientCertificates?: ClientCertificates;
  /** SNS topic for the alarm on a certificate that is not renewed. Its presence is a plain value. Default: no alarm. */
  alarmTopicArn?: pulumi.Input<string>;
  /** Tags of all taggable resources, on top of `hipaa:tier`. */
  tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}
