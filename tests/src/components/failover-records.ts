import { FailoverRecords, type FailoverRecordsArgs } from "@hipaa-aws/network";
import * as fc from "fast-check";
import { classification, optional, tags } from "../support/arbitraries";
import type { RandomComponent } from "../support/random-components";

export const component: RandomComponent<FailoverRecordsArgs> = {
  args: fc.record({
    zoneId: fc.constant("Z0123456789ABCDEFGHIJ"),
    domainName: fc.constant("portal.clinic.example.com"),
    primary: fc.constant<FailoverRecordsArgs["primary"]>({
      dnsName: "one.us-east-1.elb.amazonaws.com",
      zoneId: "Z35SXDOTRQ7X7K",
    }),
    secondary: fc.constant<FailoverRecordsArgs["secondary"]>({
      dnsName: "two.us-west-2.elb.amazonaws.com",
      zoneId: "Z1H1FL5HABSF5",
    }),
    healthCheckDomain: fc.constant("east.portal.clinic.example.com"),
    healthCheckPath: optional(fc.constantFrom("/up", "/health/ready")),
    failureThreshold: optional(fc.integer({ min: 1, max: 10 })),
    fastChecks: optional(fc.boolean()),
    tags,
  }),
  build: (name, args) => new FailoverRecords(name, args),
  optional: { ...classification },
};
