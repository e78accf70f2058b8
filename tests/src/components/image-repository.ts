import { ImageRepository, type ImageRepositoryArgs } from "@hipaa-aws/service";
import * as fc from "fast-check";
import { classification, keyArn, optional, tags } from "../support/arbitraries";
import type { RandomComponent } from "../support/random-components";

const readers = fc.constantFrom<Pick<ImageRepositoryArgs, "pullAccountIds" | "organizationId">>(
  {},
  { pullAccountIds: ["444455556666"] },
  { organizationId: "o-exampleorgid" },
);

export const component: RandomComponent<ImageRepositoryArgs> = {
  args: fc
    .tuple(
      fc.record({
        key: fc.constant({ arn: keyArn }),
        keepImages: optional(fc.integer({ min: 1, max: 10_000 })),
        untaggedDays: optional(fc.integer({ min: 1, max: 3650 })),
        tags,
      }),
      readers,
    )
    .map(([one, who]) => ({ ...one, ...who })),
  build: (name, args) => new ImageRepository(name, args),
  optional: {
    ...classification,
    "ecr-enhanced-scanning": "enhanced scanning is a setting of the whole registry of an account",
  },
};
