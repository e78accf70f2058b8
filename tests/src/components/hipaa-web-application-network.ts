import { HipaaWebApplication, type HipaaWebApplicationArgs } from "@hipaa-aws/reference";
import * as fc from "fast-check";
import { alarmTopicArn, classification, optional, organizationId, roleArn, tags } from "../support/arbitraries";
import type { RandomComponent } from "../support/random-components";
import { image } from "../support/task-arbitraries";
import { component as application } from "./hipaa-web-application";

const reported = [
  "backup-notifications",
  "backup-plan-continuous",
  "backup-vault-policy",
  "cloudwatch-log-data-protection",
  "cloudwatch-phi-access-spike",
  "iam-no-inline-policies",
  "paths-phi-store-copied-elsewhere",
  "s3-replication",
  "vpc-sg-no-public-http",
];

const subnets = (tier: string) => [1, 2, 3].map((zone) => `subnet-${tier}${String(zone)}`);

const endpoints = fc.oneof(
  fc.record({
    appRouteTableIds: fc.constant<string[]>(["rtb-app"]),
    webRouteTableIds: optional(fc.constant<string[]>(["rtb-web"])),
  }),
  fc.constant({ endpointSecurityGroupId: "sg-0123456789abcdef0", s3EndpointId: "vpce-0123456789abcdef0" }),
);

const names = fc.oneof(
  fc.record({ allowedDomains: optional(fc.constant<string[]>(["api.partner.example", ".payer.example"])) }),
  fc.record({ internetAccess: fc.boolean() }),
  fc.constant({ dnsProtection: false }),
);

const existingNetwork = fc
  .tuple(
    endpoints,
    names,
    fc.record({
      webSubnetIds: optional(fc.constant(subnets("web"))),
      endpointSubnetIds: optional(fc.constant(subnets("endpoints"))),
      webCidrBlock: optional(fc.constant("10.0.32.0/19")),
      appCidrBlock: optional(fc.constant("10.0.64.0/19")),
      closeDefaultSecurityGroup: optional(fc.boolean()),
    }),
  )
  .map(([way, dns, rest]) => ({
    vpcId: "vpc-0123456789abcdef0",
    cidrBlock: "10.0.0.0/16",
    publicSubnetIds: subnets("public"),
    appSubnetIds: subnets("app"),
    dataSubnetIds: subnets("data"),
    ...way,
    ...dns,
    ...rest,
  }));

/** The application in a VPC that is there already, with all that it does about names and networks. */
export const component: RandomComponent<HipaaWebApplicationArgs> = {
  args: fc.record({
    domainName: fc.constant("clinic.example.com"),
    internalDomainName: fc.constant("internal.clinic.example.com"),
    hostedZoneId: fc.constant("Z0123456789ABC"),
    existingNetwork,
    web: fc.constant({ image: image("web") }),
    app: fc.constant({ image: image("app") }),
    tables: optional(fc.constant([{ name: "sessions", partitionKey: "sessionId" }])),
    events: optional(fc.constant({})),
    files: optional(fc.constant({})),
    accountSafeguards: optional(fc.boolean()),
    privateZone: optional(fc.boolean()),
    accessScope: optional(fc.boolean()),
    dnssec: optional(
      fc.record({
        signingKeyName: optional(fc.constantFrom("first", "second_1")),
        keyAdministratorArns: optional(fc.constant<string[]>([roleArn("key-administrator")])),
        alarmTopicArn: optional(fc.constant(alarmTopicArn)),
      }),
    ),
    organizationId,
    tags,
  }),
  build: (name, args) => new HipaaWebApplication(name, args),
  optional: {
    ...classification,
    ...Object.fromEntries(reported.map((rule) => [rule, application.optional[rule] ?? ""])),
  },
  runs: 4,
  alone: true,
};
