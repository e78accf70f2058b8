import { FailoverRecords, type FailoverRecordsArgs } from "@hipaa-aws/edge";
import * as fc from "fast-check";
import { alarmTopicArn, classification, optional, tags } from "../support/arbitraries";
import type { RandomComponent } from "../support/random-components";

const target = (region: string) =>
  fc.constant({
    dnsName: `edge-123456789.${region}.elb.amazonaws.com`,
    zoneId: "Z35SXDOTRQ7X7K",
    domainName: `${region}.clinic.example`,
  });

export const component: RandomComponent<FailoverRecordsArgs> = {
  args: fc.record({
    domainName: fc.constant("records.clinic.example"),
    hostedZoneId: fc.constant("Z0123456789ABCDEFGHIJ"),
    primary: target("us-east-1"),
    secondary: target("us-west-2"),
    healthPath: optional(fc.constantFrom("/healthz", "/ready")),
    failureThreshold: optional(fc.integer({ min: 1, max: 10 })),
    fastChecks: optional(fc.boolean()),
    dualStack: optional(fc.boolean()),
    alarmTopicArn: optional(fc.constant(alarmTopicArn)),
    tags,
  }),
  build: (name, args) => new FailoverRecords(name, args),
  optional: { ...classification },
};
