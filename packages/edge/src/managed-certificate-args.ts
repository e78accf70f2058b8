import type * as pulumi from "@pulumi/pulumi";

/** Key of a ManagedCertificate. All are allowed in FIPS mode. */
export enum ManagedCertificateKey {
  /** Elliptic curve NIST P-256, which all clients with TLS 1.2 know. */
  P256 = "EC_prime256v1",
  /** Elliptic curve NIST P-384, where a policy asks for 192 bits of strength. */
  P384 = "EC_secp384r1",
  /** RSA with 2,048 bits, for clients that know no elliptic curves. */
  Rsa2048 = "RSA_2048",
}

/** Arguments of ManagedCertificate. */
export interface ManagedCertificateArgs {
  /**
   * Host name, in lower case, without PHI: names of public certificates are published in transparency logs. A wildcard
   * such as `*.example.com` is allowed. Plain value.
   */
  domainName: string;
  /** Public hosted zone of all names, for the validation records, which have to stay for renewals. */
  hostedZoneId: pulumi.Input<string>;
  /** Further names, nine at most, all in the same zone. Plain list. Default: none. */
  subjectAlternativeNames?: string[];
  /** Kind of key. Plain value. Default: P256. */
  keyAlgorithm?: ManagedCertificateKey;
  /** Whether CloudFront serves the certificate, which has to be in us-east-1 then. Plain value. Default: false, the provider's Region. */
  forCloudFront?: boolean;
  /**
   * SNS topic for the alarm on a certificate that is not renewed, in the Region of the certificate. Its presence is a
   * plain value. Default: no alarm.
   */
  alarmTopicArn?: pulumi.Input<string>;
  /** Days before the end from which on the alarm is raised, 30 to 59: ACM renews 60 days before. Plain number. Default: 45. */
  alarmBelowDays?: number;
  /** Tags of the certificate. */
  tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}
