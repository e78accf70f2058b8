import { PrivateZone, type PrivateZoneArgs } from "@hipaa-aws/network";
import * as fc from "fast-check";
import { classification, optional, tags } from "../support/arbitraries";
import type { RandomComponent } from "../support/random-components";

export const component: RandomComponent<PrivateZoneArgs> = {
  args: fc.record({
    domainName: fc.constantFrom("internal.clinic.example.com", "clinic.internal"),
    network: fc.constant<PrivateZoneArgs["network"]>({ vpcId: "vpc-1" }),
    additionalVpcIds: optional(fc.constant(["vpc-2"])),
    tags,
  }),
  build: (name, args) => new PrivateZone(name, args),
  optional: { ...classification },
};
