import * as cloudfront from "@pulumi/aws/cloudfront";
import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentChecks } from "@hipaa-aws/foundation";

/** Two years, the period that browsers ask for before they preload a domain. */
export const strictTransportSecuritySeconds = 63_072_000;

/** Own origin only, no frames, no plug-ins. */
export const defaultContentSecurityPolicy =
  "default-src 'self'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";

/** Refuses a text that is no value of a header. */
export function checkContentSecurityPolicy(checks: ArgumentChecks, given: string | undefined): void {
  if (given === undefined) return;
  checks.matches(
    "contentSecurityPolicy",
    given,
    /^[\x20-\x7e]{1,1024}$/,
    "1 to 1024 printable characters, the value of the header",
  );
}

/** Headers that bind browsers, on every response of a distribution, errors included. */
export function responseHeaders(
  name: string,
  contentSecurityPolicy: string,
  parent: pulumi.Resource,
): cloudfront.ResponseHeadersPolicy {
  return new cloudfront.ResponseHeadersPolicy(
    `${name}-headers`,
    {
      comment: `Security headers of ${name}`,
      securityHeadersConfig: {
        strictTransportSecurity: {
          accessControlMaxAgeSec: strictTransportSecuritySeconds,
          includeSubdomains: true,
          preload: true,
          override: true,
        },
        contentSecurityPolicy: { contentSecurityPolicy, override: true },
        contentTypeOptions: { override: true },
        frameOptions: { frameOption: "DENY", override: true },
        // Paths may name patients, and are nobody else's business.
        referrerPolicy: { referrerPolicy: "same-origin", override: true },
      },
      // Browsers and proxies keep no page unless the application says that they may.
      customHeadersConfig: { items: [{ header: "Cache-Control", value: "no-store", override: false }] },
      removeHeadersConfig: { items: [{ header: "X-Powered-By" }] },
    },
    { parent },
  );
}
