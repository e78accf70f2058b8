import { DebugTask, ServiceTier, type DebugTaskArgs } from "@hipaa-aws/service";
import * as fc from "fast-check";
import { alarmTopicArn, classification, keyArn, optional } from "../support/arbitraries";
import type { RandomComponent } from "../support/random-components";
import { task } from "../support/task-arbitraries";

export const component: RandomComponent<DebugTaskArgs> = {
  args: fc
    .tuple(
      task.map(({ command: _, ...rest }) => rest),
      fc.record({
        tier: fc.constantFrom(undefined, ...Object.values(ServiceTier)),
        sessions: fc.constant({
          sessionLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:main-sessions",
        }),
        sessionsKey: fc.constant({ arn: keyArn }),
        maxMinutes: optional(fc.integer({ min: 5, max: 480 })),
        alarmTopicArn: fc.constant(alarmTopicArn),
      }),
    )
    .map((parts) => Object.assign({}, ...parts) as DebugTaskArgs),
  build: (name, args) => new DebugTask(name, args),
  optional: {
    ...classification,
    "ecs-readonly-root-filesystem": "the agent of ECS Exec writes to the root: the reason why services have no shell",
  },
};
