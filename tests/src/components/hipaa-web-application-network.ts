import { HipaaWebApplication, type HipaaWebApplicationArgs } from "@hipaa-aws/reference";
import * as fc from "fast-check";
import { alarmTopicArn, classification, optional, organizationId, roleArn, tags } from "../support/arbitraries";
import { applicationNames, reasonsWith } from "../support/application-arbitraries";
import { existingTiers, existingVpc } from "../support/existing-vpc-arbitraries";
import type { RandomComponent } from "../support/random-components";
import { image } from "../support/task-arbitraries";

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

const existingNetwork = fc.tuple(endpoints, names, fc.record(existingTiers)).map(([way, dns, rest]) => ({
  ...existingVpc,
  ...way,
  ...dns,
  ...rest,
}));

/** The application in a VPC that is there already, with all that it does about names and networks. */
export const component: RandomComponent<HipaaWebApplicationArgs> = {
  args: fc.record({
    ...applicationNames,
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
    ...reasonsWith("vpc-sg-no-public-http"),
  },
  runs: 4,
  alone: true,
};
