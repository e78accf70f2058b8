import type * as pulumi from "@pulumi/pulumi";

/** What a PrivateCertificateAuthority issues. */
export enum PrivateCertificateAuthorityMode {
  /** Certificates of seven days at most, which end before a revocation would reach anybody: for tasks and proxies. 50 USD a month. */
  ShortLived = "SHORT_LIVED_CERTIFICATE",
  /** Certificates of any length, with OCSP for revoked ones, renewed by ACM: for load balancers and devices. 400 USD a month. */
  GeneralPurpose = "GENERAL_PURPOSE",
}

/** Arguments of PrivateCertificateAuthority. */
export interface PrivateCertificateAuthorityArgs {
  /** Name of the organization in the authority's own certificate, at most 64 characters. Plain value. */
  organization: string;
  /** Name of the authority, at most 64 characters, without PHI. Plain value. Default: the component's name. */
  commonName?: string;
  /** What it issues. Plain value. Default: ShortLived. */
  mode?: PrivateCertificateAuthorityMode;
  /** Years for which the authority's own certificate holds, 1 to 30. Plain number. Default: 10. */
  validityYears?: number;
  /** Tags of the authority. */
  tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}
