import { PhiQueue, type PhiQueueArgs } from "@hipaa-aws/messaging";
import * as fc from "fast-check";
import { alarmTopicArn, classification, keyArn, optional, organizationId, tags } from "../support/arbitraries";
import type { RandomComponent } from "../support/random-components";

const senders = [
  { service: "events.amazonaws.com", sourceArn: "arn:aws:events:us-east-1:111122223333:rule/intake" },
  { service: "sns.amazonaws.com", sourceArn: "arn:aws:sns:us-east-1:111122223333:intake" },
];

export const component: RandomComponent<PhiQueueArgs> = {
  args: fc.record({
    key: fc.constant({ arn: keyArn }),
    fifo: optional(fc.boolean()),
    maxReceiveCount: optional(fc.integer({ min: 1, max: 1000 })),
    visibilityTimeoutSeconds: optional(fc.integer({ min: 0, max: 43_200 })),
    retentionDays: optional(fc.integer({ min: 1, max: 14 })),
    maxMessageKib: optional(fc.integer({ min: 1, max: 1024 })),
    alarmTopicArn: optional(fc.constant(alarmTopicArn)),
    oldestMessageAlarmSeconds: optional(fc.integer({ min: 60, max: 1_209_600 })),
    senders: optional(fc.subarray(senders)),
    organizationId,
    tags,
  }),
  build: (name, args) => new PhiQueue(name, args),
  optional: { ...classification },
};
