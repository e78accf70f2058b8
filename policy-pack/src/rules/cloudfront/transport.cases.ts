import { fault, notApplicable, pass, resource, undecided, unknown, type ServiceCases } from "../../testing/cases";

const distribution = (properties: Record<string, unknown>) =>
  resource("aws:cloudfront/distribution:Distribution", properties);
const multitenant = (properties: Record<string, unknown>) =>
  resource("aws:cloudfront/multitenantDistribution:MultitenantDistribution", properties);
const vpcOrigin = (originProtocolPolicy: unknown, items: unknown = ["TLSv1.2"]) =>
  resource("aws:cloudfront/vpcOrigin:VpcOrigin", {
    vpcOriginEndpointConfig: { originProtocolPolicy, originSslProtocols: { items, quantity: 1 } },
  });
const by = (viewerProtocolPolicy: unknown) => ({ viewerProtocolPolicy });
const https = { defaultCacheBehavior: by("redirect-to-https") };
const own = (minimumProtocolVersion: unknown) => ({
  viewerCertificate: { acmCertificateArn: unknown, minimumProtocolVersion, sslSupportMethod: "sni-only" },
});
const origin = (originProtocolPolicy: unknown, originSslProtocols: unknown = ["TLSv1.2"]) => ({
  domainName: "app.example.com",
  customOriginConfig: { originProtocolPolicy, originSslProtocols },
});
const behind = (...origins: readonly unknown[]) => distribution({ ...https, origins });

export const transportCases: ServiceCases = {
  "cloudfront-viewer-https": [
    pass("redirect", distribution(https)),
    pass("HTTPS only, on every path", distribution({ ...https, orderedCacheBehaviors: [by("https-only")] })),
    pass("a multi-tenant distribution", multitenant({ ...https, cacheBehaviors: [by("https-only")] })),
    fault("everything by default", distribution({ defaultCacheBehavior: by("allow-all") })),
    fault("nothing said", distribution({ defaultCacheBehavior: {} })),
    fault(
      "everything on the second path",
      distribution({
        ...https,
        orderedCacheBehaviors: [by("https-only"), by("allow-all")],
      }),
    ),
    fault(
      "everything on a path of a multi-tenant distribution",
      multitenant({
        ...https,
        cacheBehaviors: [by("allow-all")],
      }),
    ),
    fault(
      "a certain fault beside an unknown",
      distribution({
        defaultCacheBehavior: by(unknown),
        orderedCacheBehaviors: [by("allow-all")],
      }),
    ),
    undecided("known on update", distribution({ defaultCacheBehavior: by(unknown) })),
    undecided("paths known on update", distribution({ ...https, orderedCacheBehaviors: unknown })),
    fault("nothing said on a path of a multi-tenant distribution", multitenant({ ...https, cacheBehaviors: [{}] })),
  ],
  "cloudfront-viewer-tls-version": [
    pass("TLS 1.2 of 2021", distribution(own("TLSv1.2_2021"))),
    pass("TLS 1.2 of 2018", distribution(own("TLSv1.2_2018"))),
    pass("TLS 1.3, multi-tenant", multitenant(own("TLSv1.3_2025"))),
    fault("TLS 1.1", distribution(own("TLSv1.1_2016"))),
    fault("TLS 1.1, multi-tenant", multitenant(own("TLSv1.1_2016"))),
    fault("TLS 1.0", distribution(own("TLSv1"))),
    fault("TLS 1.0 of 2016", distribution(own("TLSv1_2016"))),
    fault("SSL 3.0", distribution(own("SSLv3"))),
    fault("TLS 1.0 by default", distribution(own(undefined))),
    fault(
      "TLS 1.0 by default, with a certificate of IAM",
      distribution({ viewerCertificate: { iamCertificateId: "a" } }),
    ),
    fault("a name of no known form", distribution(own("TLS1.2"))),
    notApplicable(
      "the shared certificate",
      distribution({ viewerCertificate: { cloudfrontDefaultCertificate: true } }),
    ),
    undecided("known on update", distribution(own(unknown))),
    undecided("a certificate known on update", distribution({ viewerCertificate: unknown })),
  ],
  "cloudfront-origin-https": [
    pass("HTTPS with TLS 1.2", behind(origin("https-only"))),
    pass("the viewer's protocol, which is HTTPS", behind(origin("match-viewer"))),
    pass("a bucket", behind({ domainName: "b.s3.us-east-1.amazonaws.com", s3OriginConfig: {} })),
    pass("TLS 1.3 beside 1.2", behind(origin("https-only", ["TLSv1.2", "TLSv1.3"]))),
    pass("a VPC origin", vpcOrigin("https-only")),
    pass(
      "a multi-tenant distribution",
      multitenant({
        ...https,
        origins: [{ customOriginConfigs: [{ originProtocolPolicy: "https-only", originSslProtocols: ["TLSv1.2"] }] }],
      }),
    ),
    fault("HTTP", behind(origin("http-only"))),
    fault("the second of two origins", behind(origin("https-only"), origin("http-only"))),
    fault(
      "the viewer's protocol, which may be HTTP",
      distribution({
        defaultCacheBehavior: by("allow-all"),
        origins: [origin("match-viewer")],
      }),
    ),
    fault(
      "the viewer's protocol, which may be HTTP on one path",
      distribution({
        ...https,
        orderedCacheBehaviors: [by("allow-all")],
        origins: [origin("match-viewer")],
      }),
    ),
    fault("nothing said", behind({ domainName: "app.example.com", customOriginConfig: { httpPort: 80 } })),
    fault("TLS 1.0 beside 1.2", behind(origin("https-only", ["TLSv1", "TLSv1.2"]))),
    fault("SSL 3.0", behind(origin("https-only", ["SSLv3"]))),
    fault("no version", behind(origin("https-only", []))),
    fault("a VPC origin by HTTP", vpcOrigin("http-only")),
    fault("a VPC origin by the viewer's protocol", vpcOrigin("match-viewer")),
    fault("a VPC origin with TLS 1.1", vpcOrigin("https-only", ["TLSv1.1", "TLSv1.2"])),
    fault(
      "a multi-tenant distribution by HTTP",
      multitenant({
        ...https,
        origins: [{ customOriginConfigs: [{ originProtocolPolicy: "http-only", originSslProtocols: ["TLSv1.2"] }] }],
      }),
    ),
    undecided("known on update", behind(origin(unknown))),
    undecided("versions known on update", behind(origin("https-only", unknown))),
    undecided(
      "behaviors known on update",
      distribution({ defaultCacheBehavior: unknown, origins: [origin("match-viewer")] }),
    ),
    undecided("origins known on update", distribution({ ...https, origins: unknown })),
    undecided("a VPC origin known on update", vpcOrigin(unknown)),
    fault("a VPC origin that says nothing", vpcOrigin(undefined)),
    fault("a VPC origin without versions", vpcOrigin("https-only", null)),
  ],
};
