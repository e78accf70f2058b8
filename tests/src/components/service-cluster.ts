import { ServiceCluster, type ServiceClusterArgs } from "@hipaa-aws/service";
import * as fc from "fast-check";
import { classification, keyArn, optional, tags } from "../support/arbitraries";
import type { RandomComponent } from "../support/random-components";

export const component: RandomComponent<ServiceClusterArgs> = {
  args: fc.record({
    volumesKey: fc.constant({ arn: keyArn }),
    logsKey: fc.constant({ arn: keyArn }),
    fargateSpot: optional(fc.boolean()),
    // Off is the step before a stack is destroyed, which the pack reports while it lasts.
    deletionProtection: optional(fc.constant(true)),
    tags,
  }),
  build: (name, args) => new ServiceCluster(name, args),
  optional: { ...classification },
};
