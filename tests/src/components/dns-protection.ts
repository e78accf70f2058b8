import {
  DnsProtection,
  DnsProtectionConfidence,
  type DnsProtectionArgs,
  type DnsProtectionDomainList,
} from "@hipaa-aws/network";
import * as fc from "fast-check";
import { classification, keyArn, optional, tags } from "../support/arbitraries";
import type { RandomComponent } from "../support/random-components";

const destination: fc.Arbitrary<Partial<DnsProtectionArgs>> = fc.oneof(
  fc.constantFrom(undefined, 365, 2192).map((queryLogRetentionDays) => ({
    logsKey: { arn: keyArn },
    ...(queryLogRetentionDays === undefined ? {} : { queryLogRetentionDays }),
  })),
  fc.constant({ queryLogBucket: { bucketArn: "arn:aws:s3:::queries", bucketName: "queries" } }),
);

export const component: RandomComponent<DnsProtectionArgs> = {
  args: fc
    .tuple(
      destination,
      fc.record({
        network: fc.constant<DnsProtectionArgs["network"]>({ vpcId: "vpc-0123456789abcdef0" }),
        allowedDomains: optional(fc.constant<string[]>(["api.example.com", "*.example.org"])),
        blockedDomains: optional(fc.constant<string[]>(["bad.example.com"])),
        blockedDomainLists: optional(fc.constant<DnsProtectionDomainList[]>([{ name: "malware", id: "rslvr-fdl-1" }])),
        threatConfidence: optional(fc.constantFrom(...Object.values(DnsProtectionConfidence))),
        priority: optional(fc.integer({ min: 101, max: 9899 })),
        validateSignatures: optional(fc.boolean()),
        deletionProtection: optional(fc.boolean()),
        tags,
      }),
    )
    .map(([where, rest]) => ({ ...where, ...rest })),
  build: (name, args) => new DnsProtection(name, args),
  optional: {
    ...classification,
    "cloudwatch-log-data-protection": "queries hold names and addresses and no payload",
  },
};
