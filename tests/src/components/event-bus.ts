import { EventBus, type EventBusArgs } from "@hipaa-aws/messaging";
import * as fc from "fast-check";
import { alarmTopicArn, classification, keyArn, optional, organizationId, tags } from "../support/arbitraries";
import type { RandomComponent } from "../support/random-components";

export const component: RandomComponent<EventBusArgs> = {
  args: fc.record({
    key: fc.constant({ arn: keyArn }),
    archiveDays: optional(fc.integer({ min: 0, max: 3650 })),
    organizationId,
    alarmTopicArn: optional(fc.constant(alarmTopicArn)),
    tags,
  }),
  build: (name, args) => new EventBus(name, args),
  optional: { ...classification },
};
