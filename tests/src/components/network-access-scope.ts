import { NetworkAccessScope, type NetworkAccessScopeArgs } from "@hipaa-aws/network";
import * as fc from "fast-check";
import { classification, tags } from "../support/arbitraries";
import type { RandomComponent } from "../support/random-components";

export const component: RandomComponent<NetworkAccessScopeArgs> = {
  args: fc.record({
    network: fc.constant<NetworkAccessScopeArgs["network"]>({ dataSubnetIds: ["subnet-1", "subnet-2", "subnet-3"] }),
    tags,
  }),
  build: (name, args) => new NetworkAccessScope(name, args),
  optional: { ...classification },
};
