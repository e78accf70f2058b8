import { PublicAccessBlock, PublicAccessBlockMode, type PublicAccessBlockArgs } from "@hipaa-aws/network";
import * as fc from "fast-check";
import { optional } from "../support/arbitraries";
import type { RandomComponent } from "../support/random-components";

export const component: RandomComponent<PublicAccessBlockArgs> = {
  args: fc.record({ mode: optional(fc.constantFrom(...Object.values(PublicAccessBlockMode))) }),
  build: (name, args) => new PublicAccessBlock(name, args),
  optional: {},
};
