import { fault, notApplicable, pass, ref, resource, undecided, unknown, type ServiceCases } from "../../testing/cases";
import { bucketOf, companion } from "../../testing/s3";

const distribution = (...origins: readonly unknown[]) =>
  resource("aws:cloudfront/distribution:Distribution", { origins }, { name: "distribution" });
const multitenant = (...origins: readonly unknown[]) =>
  resource("aws:cloudfront/multitenantDistribution:MultitenantDistribution", { origins });
const access = (properties: Record<string, unknown>) =>
  resource("aws:cloudfront/originAccessControl:OriginAccessControl", properties);
const rest = "phi.s3.us-east-1.amazonaws.com";
const custom = { customOriginConfig: { originProtocolPolicy: "https-only" } };
const encryption = companion("bucketServerSideEncryptionConfiguration", {
  rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: "key" } }],
});
const wired = { domainName: ref("phi", "bucketRegionalDomainName") };

export const originCases: ServiceCases = {
  "cloudfront-s3-origin-private": [
    pass("access control", distribution({ domainName: rest, originAccessControlId: "E2" })),
    pass("wired access control", distribution({ domainName: unknown, originAccessControlId: unknown })),
    pass("an application", distribution({ domainName: "app.example.com", ...custom })),
    pass("a VPC origin", distribution({ domainName: unknown, vpcOriginConfig: { vpcOriginId: unknown } })),
    pass(
      "a website endpoint, which another rule reports",
      distribution({
        domainName: "phi.s3-website-us-east-1.amazonaws.com",
        ...custom,
      }),
    ),
    fault("none", distribution({ domainName: rest })),
    fault("none, as the provider fills it in", distribution({ domainName: rest, originAccessControlId: "" })),
    fault("none, with a wired domain name", distribution({ domainName: unknown })),
    fault(
      "an origin access identity",
      distribution({
        domainName: rest,
        s3OriginConfig: { originAccessIdentity: "origin-access-identity/cloudfront/E1" },
      }),
    ),
    fault(
      "the second of two origins",
      distribution({ domainName: rest, originAccessControlId: "E2" }, { domainName: "logs.s3.amazonaws.com" }),
    ),
    fault("a bucket as a custom origin", distribution({ domainName: rest, ...custom })),
    fault("a bucket in China", distribution({ domainName: "phi.s3.cn-north-1.amazonaws.com.cn", ...custom })),
    fault("a multi-tenant distribution", multitenant({ domainName: rest, id: "bucket" })),
    undecided("a custom origin whose domain name is known on update", distribution({ domainName: unknown, ...custom })),
    undecided("origins known on update", distribution(unknown)),
  ],
  "cloudfront-origin-access-signing": [
    pass("always, with Signature Version 4", access({ signingBehavior: "always", signingProtocol: "sigv4" })),
    pass(
      "for another kind of origin",
      access({ originAccessControlOriginType: "lambda", signingBehavior: "always", signingProtocol: "sigv4" }),
    ),
    fault("never", access({ signingBehavior: "never", signingProtocol: "sigv4" })),
    fault("unless the viewer signs", access({ signingBehavior: "no-override", signingProtocol: "sigv4" })),
    fault("another protocol", access({ signingBehavior: "always", signingProtocol: "sigv2" })),
    fault("nothing said", access({})),
    undecided("known on update", access({ signingBehavior: unknown, signingProtocol: "sigv4" })),
  ],
  "cloudfront-origin-encrypted-at-rest": [
    pass("an encrypted bucket", [distribution(wired), bucketOf(), encryption]),
    pass("an encrypted bucket by name", [
      distribution({ domainName: rest }),
      bucketOf({ bucket: "phi" }),
      { ...encryption, properties: { ...encryption.properties, bucket: "phi" } },
    ]),
    pass("an application", distribution({ domainName: "app.example.com", ...custom })),
    fault("a bucket that states nothing", [distribution(wired), bucketOf()]),
    fault("a bucket by name that states nothing", [distribution({ domainName: rest }), bucketOf({ bucket: "phi" })]),
    fault("the second of two origins", [distribution({ domainName: "app.example.com", ...custom }, wired), bucketOf()]),
    fault("one of two buckets that states nothing", [
      distribution(wired, { domainName: ref("second", "bucketRegionalDomainName") }),
      bucketOf(),
      encryption,
      bucketOf({}, "second"),
    ]),
    undecided("a bucket of another stack", distribution({ domainName: rest })),
    undecided("a bucket of another stack beside one whose name is not given", [
      distribution({ domainName: "https.example.com" }),
      bucketOf(),
    ]),
    undecided("a bucket known on update", [distribution({ domainName: unknown }), bucketOf()]),
    undecided("origins known on update", distribution(unknown)),
    notApplicable("another resource", resource("aws:sqs/queue:Queue", {}, { name: "distribution" })),
    fault("an origin that names no bucket", [distribution({ originAccessControlId: "oac" }), bucketOf(), encryption]),
  ],
};
