import assert from "node:assert/strict";
import { recordProgram } from "@hipaa-aws/simulated-aws";
import { ApplicationDistribution, type ApplicationDistributionArgs } from "./index";
import { account, certificateArn, least, origin, pem } from "./testing/distribution-example";
import { domain } from "./testing/example";
import { refusal } from "./testing/graph";

type More = Partial<ApplicationDistributionArgs>;
const refuse = (more: More, name = "site") => refusal(() => new ApplicationDistribution(name, { ...least, ...more }));

describe("what ApplicationDistribution refuses", () => {
  for (const partition of ["aws-us-gov", "aws-cn"]) {
    it(`the partition ${partition}, which has no VPC origins`, async () => {
      const program = () => new ApplicationDistribution("site", least);
      await assert.rejects(
        recordProgram(program, { mode: "preview", environment: { partition } }),
        new RegExp(`provider is of the partition ${partition}.*Use PublicEdge there`),
      );
    });
  }

  const west = (service: string, rest: string) => `arn:aws:${service}:us-west-2:${account}:${rest}`;
  const fields = { fields: ["ssn"], publicKeyPem: pem };
  const refused: [string, More, RegExp][] = [
    ["no origin", { origin: undefined }, /origin is missing/],
    [
      "an origin without a group",
      { origin: { ...origin, securityGroupId: undefined } as never },
      /origin.securityGroupId/,
    ],
    ["no web ACL", { firewall: undefined }, /firewall is missing/],
    [
      "a regional web ACL",
      { firewall: { webAclArn: `arn:aws:wafv2:us-east-1:${account}:regional/webacl/site/0a1b` } },
      /firewall.webAclArn is no web ACL for CloudFront/,
    ],
    ["no key", { key: undefined }, /key is missing/],
    [
      "a key of another Region",
      { key: { arn: west("kms", "key/0a1b") } },
      /key.arn is in us-west-2, and not in us-east-1/,
    ],
    [
      "a certificate of another Region",
      { certificateArn: west("acm", "certificate/1") },
      /certificateArn is in us-west-2/,
    ],
    ["a topic of another Region", { alarmTopicArn: west("sns", "security") }, /alarmTopicArn is in us-west-2/],
    ["no name", { domainName: undefined }, /domainName is missing/],
    ["a name without a zone or a certificate", { hostedZoneId: undefined }, /hostedZoneId is missing/],
    ["a wildcard as the name", { domainName: "*.example.com" }, /domainName is "\*.example.com"/],
    ["a name twice", { certificateArn, alternativeDomainNames: [domain] }, /alternativeDomainNames holds/],
    ["a country by name", { allowedCountries: ["Canada"] }, /ISO 3166/],
    ["no read timeout", { readTimeoutSeconds: 0 }, /readTimeoutSeconds is 0/],
    ["an impossible header", { contentSecurityPolicy: "a\r\nb" }, /contentSecurityPolicy is/],
    [
      "a Shield health check alone",
      { shieldHealthCheckArn: "arn:aws:route53:::healthcheck/1" },
      /shieldAdvanced is off/,
    ],
    ["no field to encrypt", { encryptedFields: { ...fields, fields: [] } }, /encryptedFields.fields has 0 element/],
    ["a field in the middle of which is an asterisk", { encryptedFields: { ...fields, fields: ["a*b"] } }, /"a\*b"/],
    [
      "more fields than a profile takes",
      { encryptedFields: { ...fields, fields: Array.from({ length: 11 }, (_, i) => `f${i}`) } },
      /more than the 10 of a profile/,
    ],
    ["a provider id with a space", { encryptedFields: { ...fields, providerId: "a b" } }, /providerId is "a b"/],
    ["a certificate instead of a key", { encryptedFields: { ...fields, publicKeyPem: "abc" } }, /no public key in PEM/],
  ];
  for (const [what, more, message] of refused) {
    it(what, async () => assert.match(await refuse(more), message));
  }

  it("a name that names of AWS resources do not hold", async () => {
    assert.match(await refuse({}, "my.site"), /name is "my.site"/);
    assert.match(await refuse({}, "x".repeat(33)), /name has more than 32 characters/);
  });
});
