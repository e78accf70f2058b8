import { DnssecZone, type DnssecZoneArgs } from "@hipaa-aws/network";
import * as fc from "fast-check";
import { alarmTopicArn, classification, keyArn, optional, roleArn, tags } from "../support/arbitraries";
import type { RandomComponent } from "../support/random-components";

const zone: fc.Arbitrary<Partial<DnssecZoneArgs>> = fc.oneof(
  fc.integer({ min: 1, max: 1_000_000 }).map((number) => ({ domainName: `clinic-${String(number)}.example.com` })),
  fc.integer({ min: 1, max: 1_000_000 }).map((number) => ({
    domainName: `clinic-${String(number)}.example.com`,
    queryLogKey: { arn: keyArn },
    queryLogRetentionDays: 400,
  })),
  fc.constant({ zoneId: "Z0123456789ABCDEFGHIJ" }),
);

export const component: RandomComponent<DnssecZoneArgs> = {
  args: fc
    .tuple(
      zone,
      fc.record({
        signingKeyName: optional(fc.constantFrom("first", "second_1")),
        keyAdministratorArns: optional(fc.constant<string[]>([roleArn("key-administrator")])),
        alarmTopicArn: optional(fc.constant(alarmTopicArn)),
        tags,
      }),
    )
    .map(([which, rest]) => ({ ...which, ...rest })),
  build: (name, args) => new DnssecZone(name, args),
  optional: {
    ...classification,
    "cloudwatch-log-data-protection": "queries hold names and addresses and no payload",
    "route53-query-logging": "the queries of a public zone are recorded where a key for them is given",
  },
};
