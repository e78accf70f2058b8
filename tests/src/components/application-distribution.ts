import { ApplicationDistribution, type ApplicationDistributionArgs } from "@hipaa-aws/edge";
import * as fc from "fast-check";
import { alarmTopicArn, classification, keyArn, optional, tags } from "../support/arbitraries";
import { shield } from "../support/firewalls";
import type { RandomComponent } from "../support/random-components";

const names = fc.oneof(
  fc.record({ hostedZoneId: fc.constant("Z0123456789ABCDEFGHIJ") }),
  fc.record({
    hostedZoneId: optional(fc.constant("Z0123456789ABCDEFGHIJ")),
    certificateArn: fc.constant("arn:aws:acm:us-east-1:111122223333:certificate/11111111-2222-3333-4444-555555555555"),
  }),
);

const publicKeyPem = [
  "-----BEGIN PUBLIC KEY-----",
  "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAu1SU1LfVLPHCozMxH2Mo",
  "4lgOEePzNm0tRgeLezV6ffAt0gunVTLw7onLRnrq0/IzW7yWR7QkrmBL7jTKEn5u",
  "+qKhbwKfBstIs+bMY2Zkp18gnTxKLxoS2tFczGkPLPgizskuemMghRniWaoLcyeh",
  "kd3qqGElvW/VDL5AaWTg0nLVkjRo9z+40RQzuVaE8AkAFmxZzow3x+VJYKdjykkJ",
  "0iT9wCS0DRTXu269V264Vf/3jvredZiKRkgwlL9xNAwxXFg0x/XFw005UWVRIkdg",
  "cKWTjpBP2dPwVZ4WWC+9aGVd+Gyn1o0CLelf4rEjGoXbAAEgAqeGUxrcIlbjXfbc",
  "mwIDAQAB",
  "-----END PUBLIC KEY-----",
  "",
].join("\n");

const options = fc.record({
  alternativeDomainNames: optional(fc.uniqueArray(fc.constantFrom("www.clinic.example", "clinic.example"))),
  forwardHost: optional(fc.boolean()),
  allowedCountries: optional(fc.uniqueArray(fc.constantFrom("US", "CA", "PR"), { minLength: 1 })),
  contentSecurityPolicy: optional(fc.constant("default-src 'self'; img-src https:")),
  readTimeoutSeconds: optional(fc.integer({ min: 1, max: 60 })),
  encryptedFields: optional(
    fc.record({
      fields: fc.uniqueArray(fc.constantFrom("ssn", "member*", "policy[number]"), { minLength: 1 }),
      publicKeyPem: fc.constant(publicKeyPem),
      providerId: optional(fc.constant("vault")),
    }),
  ),
  clientCertificates: optional(
    fc.record({
      bundleBucketName: fc.constant("trust"),
      bundleObjectKey: fc.constant("partners.pem"),
      bundleBucketRegion: optional(fc.constantFrom("us-east-1", "us-east-2")),
      bundleObjectVersion: optional(fc.constant("v1")),
      advertiseAuthorities: optional(fc.boolean()),
    }),
  ),
  alarmTopicArn: optional(fc.constant(alarmTopicArn)),
  tags,
});

export const component: RandomComponent<ApplicationDistributionArgs> = {
  args: fc.tuple(names, shield, options).map(([name, protection, rest]) => ({
    origin: {
      loadBalancerArn: "arn:aws:elasticloadbalancing:us-east-1:111122223333:loadbalancer/app/api/0a1b2c3d4e5f6071",
      domainName: "api.clinic.example",
      securityGroupId: "sg-0a1b2c3d4e5f60718",
    },
    firewall: {
      webAclArn: "arn:aws:wafv2:us-east-1:111122223333:global/webacl/site/11111111-2222-3333-4444-555555555555",
    },
    key: { arn: keyArn },
    domainName: "records.clinic.example",
    ...name,
    ...protection,
    ...rest,
  })),
  build: (name, args) => new ApplicationDistribution(name, args),
  optional: {
    ...classification,
    "cloudfront-geo-restriction": "which countries patients call from is the user's to say",
  },
};
