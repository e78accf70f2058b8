import { ServiceTier, WorkerService, type WorkerServiceArgs } from "@hipaa-aws/service";
import * as fc from "fast-check";
import { alarmTopicArn, classification, keyArn, optional } from "../support/arbitraries";
import type { RandomComponent } from "../support/random-components";
import { counts, task } from "../support/task-arbitraries";

const work = fc.oneof(
  fc.constant({}),
  fc.record({
    queue: fc.constant({ queueArn: "arn:aws:sqs:us-east-1:111122223333:intake", queueName: "intake" }),
    queueKey: fc.constant({ arn: keyArn }),
    backlogPerTask: optional(fc.integer({ min: 1, max: 10_000 })),
  }),
);

export const component: RandomComponent<WorkerServiceArgs> = {
  args: fc
    .tuple(
      task,
      work,
      counts,
      fc.record({
        tier: fc.constantFrom(undefined, ...Object.values(ServiceTier)),
        cpuPercent: optional(fc.integer({ min: 10, max: 90 })),
        memoryPercent: optional(fc.integer({ min: 10, max: 90 })),
        spotWeight: optional(fc.integer({ min: 0, max: 10 })),
        rollbackAlarmNames: optional(fc.constant(["intake-age"])),
        imageVerifierArn: optional(fc.constant("arn:aws:lambda:us-east-1:111122223333:function:verify-images")),
        alarmTopicArn: optional(fc.constant(alarmTopicArn)),
      }),
    )
    .map((parts) => Object.assign({}, ...parts) as WorkerServiceArgs),
  build: (name, args) => new WorkerService(name, args),
  optional: { ...classification },
};
