import { ClosedDefaultVpc, type ClosedDefaultVpcArgs } from "@hipaa-aws/network";
import * as fc from "fast-check";
import { classification, optional, tags } from "../support/arbitraries";
import type { RandomComponent } from "../support/random-components";

export const component: RandomComponent<ClosedDefaultVpcArgs> = {
  args: fc.record({
    vpcId: optional(fc.constantFrom("vpc-0a1b2c3d", "vpc-0a1b2c3d4e5f60718")),
    networkAclId: optional(fc.constantFrom("acl-0a1b2c3d", "acl-0a1b2c3d4e5f60718")),
    tags,
  }),
  build: (name, args) => new ClosedDefaultVpc(name, args),
  optional: { ...classification },
};
