import { ImageRegistry, type ImageRegistryArgs } from "@hipaa-aws/service";
import * as fc from "fast-check";
import { classification, optional, tags } from "../support/arbitraries";
import type { RandomComponent } from "../support/random-components";

const signing = fc.oneof(
  fc.constantFrom({}, { signing: false }),
  fc.integer({ min: 1, max: 135 }).map((signatureMonths) => ({ signatureMonths })),
);

export const component: RandomComponent<ImageRegistryArgs> = {
  args: fc
    .tuple(fc.record({ replicaRegions: optional(fc.subarray(["us-west-2", "us-east-2"])), tags }), signing)
    .map(([one, other]) => ({ ...one, ...other })),
  build: (name, args) => new ImageRegistry(name, args),
  optional: { ...classification },
};
