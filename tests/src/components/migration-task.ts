import { MigrationTask, ServiceTier, type MigrationTaskArgs } from "@hipaa-aws/service";
import * as fc from "fast-check";
import { alarmTopicArn, classification, optional } from "../support/arbitraries";
import type { RandomComponent } from "../support/random-components";
import { task } from "../support/task-arbitraries";

export const component: RandomComponent<MigrationTaskArgs> = {
  args: fc
    .tuple(
      task,
      fc.record({
        tier: fc.constantFrom(undefined, ...Object.values(ServiceTier)),
        alarmTopicArn: optional(fc.constant(alarmTopicArn)),
      }),
    )
    .map((parts) => Object.assign({}, ...parts) as MigrationTaskArgs),
  build: (name, args) => new MigrationTask(name, args),
  optional: { ...classification },
};
