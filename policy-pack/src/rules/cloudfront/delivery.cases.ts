import { fault, notApplicable, pass, ref, resource, undecided, unknown, type ServiceCases } from "../../testing/cases";

const distribution = (properties: Record<string, unknown> = {}) =>
  resource("aws:cloudfront/distribution:Distribution", properties, { name: "distribution" });
const multitenant = (properties: Record<string, unknown> = {}) =>
  resource("aws:cloudfront/multitenantDistribution:MultitenantDistribution", properties, { name: "distribution" });
const certificate = (viewerCertificate: unknown) => distribution({ viewerCertificate });
const source = (properties: Record<string, unknown>) =>
  resource("aws:cloudwatch/logDeliverySource:LogDeliverySource", properties, { name: "source" });
const phi = { tags: { "hipaa:phi": "true" } };
const byDefault = (behavior: unknown, more: Record<string, unknown> = {}) =>
  distribution({ defaultCacheBehavior: behavior, ...more });
const headers = (accessControlMaxAgeSec: unknown) =>
  resource(
    "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy",
    { securityHeadersConfig: { strictTransportSecurity: { accessControlMaxAgeSec, override: true } } },
    { name: "headers" },
  );
const withHeaders = byDefault({ responseHeadersPolicyId: ref("headers") });
const managed = "67f7725c-6f97-4210-82d7-5512b31e9d03";
const disabled = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";
const optimized = "658327ea-f89d-4fab-a63d-7e88639e58f6";
const geo = (restrictionType: unknown) => distribution({ restrictions: { geoRestriction: { restrictionType } } });

export const deliveryCases: ServiceCases = {
  "cloudfront-custom-certificate": [
    pass("a certificate of ACM", certificate({ acmCertificateArn: unknown })),
    pass("a certificate of IAM", certificate({ iamCertificateId: "ASCA", cloudfrontDefaultCertificate: false })),
    pass("a multi-tenant distribution", multitenant({ viewerCertificate: { acmCertificateArn: "arn:aws:acm:a" } })),
    fault("the shared one", certificate({ cloudfrontDefaultCertificate: true })),
    fault("the shared one, multi-tenant", multitenant({ viewerCertificate: { cloudfrontDefaultCertificate: true } })),
    fault("none named", certificate({ minimumProtocolVersion: "TLSv1.2_2021" })),
    fault("none at all", distribution()),
    undecided("known on update", certificate(unknown)),
  ],
  "cloudfront-logging": [
    pass("a bucket", distribution({ loggingConfig: { bucket: "logs.s3.amazonaws.com" } })),
    pass("a wired bucket", distribution({ loggingConfig: { bucket: unknown } })),
    pass("a delivery source", [
      distribution(),
      source({ logType: "ACCESS_LOGS", resourceArn: ref("distribution", "arn") }),
    ]),
    pass("a delivery source of a multi-tenant distribution", [
      multitenant(),
      source({ logType: "ACCESS_LOGS", resourceArn: ref("distribution", "arn") }),
    ]),
    pass(
      "real-time logs on every path",
      byDefault({ realtimeLogConfigArn: unknown }, { orderedCacheBehaviors: [{ realtimeLogConfigArn: "arn:a" }] }),
    ),
    fault("none", distribution()),
    fault("none, multi-tenant", multitenant()),
    fault("a prefix without a bucket", distribution({ loggingConfig: { prefix: "cdn" } })),
    fault("a delivery source of connection logs", [
      distribution(),
      source({ logType: "CONNECTION_LOGS", resourceArn: ref("distribution", "arn") }),
    ]),
    fault("a delivery source of something else", [
      distribution(),
      source({ logType: "ACCESS_LOGS", resourceArn: "arn:aws:cloudfront::111122223333:distribution/E1" }),
    ]),
    fault("real-time logs on one path", byDefault({}, { orderedCacheBehaviors: [{ realtimeLogConfigArn: "arn:a" }] })),
    undecided("a delivery source known on update", [
      distribution(),
      source({ logType: "ACCESS_LOGS", resourceArn: unknown }),
    ]),
    undecided("a kind of log known on update", [
      distribution(),
      source({ logType: unknown, resourceArn: ref("distribution", "arn") }),
    ]),
  ],
  "cloudfront-log-no-cookies": [
    pass("none by default", distribution({ loggingConfig: { bucket: "logs" } })),
    pass("none", distribution({ loggingConfig: { includeCookies: false } })),
    pass("no logs", distribution()),
    fault("cookies", distribution({ loggingConfig: { includeCookies: true } })),
    fault("cookies as text", distribution({ loggingConfig: { includeCookies: "true" } })),
    undecided("known on update", distribution({ loggingConfig: { includeCookies: unknown } })),
  ],
  "cloudfront-signed-access": [
    pass("a key group", byDefault({ trustedKeyGroups: ["group"] }, phi)),
    pass("a wired key group", byDefault({ trustedKeyGroups: [unknown] }, phi)),
    fault("none", byDefault({}, phi)),
    fault("an empty list", byDefault({ trustedKeyGroups: [] }, phi)),
    notApplicable("no tag", byDefault({})),
    notApplicable("no PHI", byDefault({}, { tags: { "hipaa:phi": "false" } })),
    undecided("tags known on update", byDefault({}, { tags: unknown })),
  ],
  "cloudfront-no-legacy-signers": [
    pass("none", byDefault({ trustedKeyGroups: ["group"] })),
    pass("an empty list", byDefault({ trustedSigners: [] })),
    fault("the account itself", byDefault({ trustedSigners: ["self"] })),
    fault("on one path", byDefault({}, { orderedCacheBehaviors: [{}, { trustedSigners: ["self"] }] })),
    fault("an account known on update", byDefault({ trustedSigners: [unknown] })),
    undecided("known on update", byDefault({ trustedSigners: unknown })),
  ],
  "cloudfront-no-phi-caching": [
    pass("nothing is cached", byDefault({ cachePolicyId: disabled }, phi)),
    pass("a wired policy of one's own", byDefault({ cachePolicyId: unknown }, phi)),
    pass("a policy of one's own", byDefault({ cachePolicyId: "0a1b2c3d-0000-4000-8000-0a1b2c3d4e5f" }, phi)),
    pass("no time to live, in the old form", byDefault({ forwardedValues: { queryString: true }, maxTtl: 0 }, phi)),
    fault("a policy that caches", byDefault({ cachePolicyId: optimized }, phi)),
    fault("no policy", byDefault({}, phi)),
    fault("an hour in the old form", byDefault({ forwardedValues: { queryString: true }, maxTtl: 3600 }, phi)),
    notApplicable("no tag", byDefault({ cachePolicyId: optimized })),
    undecided("tags known on update", byDefault({ cachePolicyId: optimized }, { tags: unknown })),
  ],
  "cloudfront-hsts": [
    pass("the managed policy", byDefault({ responseHeadersPolicyId: managed })),
    pass("a policy of one's own", [withHeaders, headers(31536000)]),
    fault("none", byDefault({})),
    fault("a day", [withHeaders, headers(86400)]),
    fault("a policy without the header", [
      withHeaders,
      resource("aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy", {}, { name: "headers" }),
    ]),
    undecided("a policy of another stack", byDefault({ responseHeadersPolicyId: "0a1b2c3d" })),
    undecided("a policy known on update", [byDefault({ responseHeadersPolicyId: unknown }), headers(31536000)]),
    undecided("an age known on update", [withHeaders, headers(unknown)]),
  ],
  "cloudfront-geo-restriction": [
    pass("a list of countries served", geo("whitelist")),
    pass("a list of countries not served", geo("blacklist")),
    fault("none", geo("none")),
    fault("nothing said", distribution()),
    undecided("known on update", geo(unknown)),
    fault("an empty text", geo("")),
  ],
};
