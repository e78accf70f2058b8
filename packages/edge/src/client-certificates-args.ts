import type * as pulumi from "@pulumi/pulumi";

/** A list of certificates that an authority has revoked. */
export interface ClientCertificateRevocationList {
  /** Bucket that holds the list. */
  bucketName: pulumi.Input<string>;
  /** Object with the list, in PEM. */
  objectKey: pulumi.Input<string>;
  /** Version of the object. Default: the newest. */
  objectVersion?: pulumi.Input<string>;
}

/** Which client certificates a load balancer asks for: those of partners' systems or devices. */
export interface ClientCertificates {
  /** Bucket that holds the certificates of the authorities. */
  bundleBucketName: pulumi.Input<string>;
  /** Object with the certificates of the authorities, in PEM: at most 25, of 16 KB each. */
  bundleObjectKey: pulumi.Input<string>;
  /** Version of the object. Default: the newest. */
  bundleObjectVersion?: pulumi.Input<string>;
  /** Lists of revoked certificates, at most 30. Plain list. Default: none. */
  revocationLists?: ClientCertificateRevocationList[];
  /** Whether the load balancer names the authorities to clients, who pick a certificate by that. Plain value. Default: false. */
  advertiseAuthorities?: boolean;
}
