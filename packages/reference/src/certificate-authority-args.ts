/**
 * A private certificate authority of the application, which signs the certificates of the TLS proxies: those of the app
 * tier, and those of a web tier in containers. Its certificates hold for seven days, and each proxy renews its own, with
 * a new key, when half of them are over. 50 USD a month, and 0.058 USD a certificate (us-east-1, November 2026).
 *
 * Load balancers encrypt to their targets without verifying who these are; programs that call a task directly verify it,
 * and trust `certificateAuthorityPem`.
 */
export interface HipaaWebApplicationCertificateAuthorityArgs {
  /** Name of the organization in the authority's own certificate, at most 64 characters. Plain value. */
  organization: string;
  /** Name of the authority, at most 64 characters, without PHI. Default: `<name>-authority`. Plain value. */
  commonName?: string;
  /** Years for which the authority's own certificate holds, 1 to 30. Default: 10. Plain value. */
  validityYears?: number;
}
