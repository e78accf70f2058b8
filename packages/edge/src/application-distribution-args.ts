import type * as pulumi from "@pulumi/pulumi";
import type { ShieldArgs } from "./shield-args";

/** The load balancer behind an ApplicationDistribution. An `InternalLoadBalancer` with a `domainName` fits. */
export interface ApplicationDistributionOrigin {
  /** ARN of an internal Application Load Balancer, in a VPC with an internet gateway, which AWS asks for. */
  loadBalancerArn: pulumi.Input<string>;
  /** Host name that the load balancer's certificate is for; CloudFront checks it. */
  domainName: pulumi.Input<string>;
  /** Security group of the load balancer, which is opened to CloudFront. */
  securityGroupId: pulumi.Input<string>;
}

/** The web ACL before an ApplicationDistribution. A `WebApplicationFirewall` with the scope CloudFront fits. */
export interface ApplicationDistributionFirewall {
  /** ARN of a web ACL with the scope CLOUDFRONT. */
  webAclArn: pulumi.Input<string>;
}

/** The customer managed key of the access log. A replica of `KeyRing.logs` in us-east-1 fits. */
export interface ApplicationDistributionKey {
  /** ARN of a KMS key in us-east-1, whose policy lets CloudWatch Logs use it. */
  arn: pulumi.Input<string>;
}

/** Form fields that CloudFront encrypts at the edge, so that only the holder of the private key reads them. */
export interface ApplicationDistributionEncryptedFields {
  /** Names of fields of `application/x-www-form-urlencoded` bodies, ten at most; an asterisk may end a name. Plain list. */
  fields: string[];
  /** RSA public key of 2,048 bits, in PEM. Its private half stays with the service that decrypts. */
  publicKeyPem: pulumi.Input<string>;
  /** Name by which that service knows which key was used. Plain value. Default: the component's name. */
  providerId?: string;
}

/** Which client certificates CloudFront asks for: those of partners' systems or devices. */
export interface ApplicationDistributionClientCertificates {
  /** Bucket that holds the certificates of the authorities. Whoever deploys must be allowed to read it. */
  bundleBucketName: pulumi.Input<string>;
  /** Object with the certificates of the authorities, in PEM. */
  bundleObjectKey: pulumi.Input<string>;
  /** Region of the bucket. Default: that of the provider. */
  bundleBucketRegion?: pulumi.Input<string>;
  /** Version of the object. Default: the newest. */
  bundleObjectVersion?: pulumi.Input<string>;
  /** Whether CloudFront names the authorities to clients, who pick a certificate by that. Plain value. Default: false. */
  advertiseAuthorities?: boolean;
}

/** Arguments of ApplicationDistribution. */
export interface ApplicationDistributionArgs extends ShieldArgs {
  /** The internal load balancer behind the distribution. */
  origin: ApplicationDistributionOrigin;
  /** The web ACL before it. Required: 45 CFR 164.308(a)(5)(ii)(B). */
  firewall: ApplicationDistributionFirewall;
  /** Customer managed key in us-east-1 for the access log. Required: 45 CFR 164.312(a)(2)(iv). */
  key: pulumi.Input<ApplicationDistributionKey>;
  /** Host name of the service, in lower case, without PHI. Plain value. */
  domainName: string;
  /**
   * Public hosted zone of `domainName`, for the alias records and the validation of a requested certificate. Its presence
   * is a plain value. Required unless `certificateArn` is given.
   */
  hostedZoneId?: pulumi.Input<string>;
  /**
   * ARN of an existing ACM certificate in us-east-1, for all names. Its presence is a plain value. Default: one is
   * requested.
   */
  certificateArn?: pulumi.Input<string>;
  /** Further host names of the service, nine at most. Plain list. Default: none. */
  alternativeDomainNames?: string[];
  /**
   * Whether the load balancer sees the host name that the caller asked for. Its certificate must have that name then, or
   * no request gets through. Plain value. Default: false, it sees its own name.
   */
  forwardHost?: boolean;
  /** Countries that may call, as ISO 3166 codes. Plain list. Default: all. */
  allowedCountries?: string[];
  /** Content-Security-Policy header of every response. Plain value. Default: own origin only, no frames, no plug-ins. */
  contentSecurityPolicy?: string;
  /** Seconds that CloudFront waits for an answer of the load balancer, 1 to 60. Plain number. Default: 30. */
  readTimeoutSeconds?: number;
  /** Form fields that are encrypted at the edge. Plain value. Default: none; TLS encrypts every hop anyway. */
  encryptedFields?: ApplicationDistributionEncryptedFields;
  /**
   * Client certificates that CloudFront asks every caller for, where only partners' systems or devices call. Callers then
   * speak HTTP/2: CloudFront asks for none in HTTP/3, which is off with this. CloudFront reads no lists of revoked
   * certificates: have short-lived ones issued, or take an authority out of the bundle. Plain value. Default: none.
   * Source: "Mutual TLS authentication with CloudFront (Viewer mTLS)" in the Amazon CloudFront Developer Guide; 45 CFR
   * 164.312(d).
   */
  clientCertificates?: ApplicationDistributionClientCertificates;
  /** Whether AWS refuses to delete the access log. Plain value. Default: true. */
  deletionProtection?: boolean;
  /** SNS topic in us-east-1 for the alarm on a requested certificate that is not renewed. Its presence is a plain value. Default: no alarm. */
  alarmTopicArn?: pulumi.Input<string>;
  /** Tags of all taggable resources, on top of those that begin with `hipaa:`. */
  tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}
