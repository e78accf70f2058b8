import { PhiStream, type PhiStreamArgs } from "@hipaa-aws/data-services";
import * as fc from "fast-check";
import { alarmTopicArn, classification, keyArn, optional, organizationId, tags } from "../support/arbitraries";
import type { RandomComponent } from "../support/random-components";

export const component: RandomComponent<PhiStreamArgs> = {
  args: fc.record({
    key: fc.constant({ arn: keyArn }),
    shards: optional(fc.integer({ min: 1, max: 1000 })),
    retentionHours: optional(fc.integer({ min: 24, max: 8760 })),
    maxRecordKib: optional(fc.integer({ min: 1024, max: 10_240 })),
    consumers: optional(fc.subarray(["billing", "research"])),
    organizationId,
    alarmTopicArn: optional(fc.constant(alarmTopicArn)),
    readerLagAlarmMinutes: optional(fc.integer({ min: 1, max: 1439 })),
    tags,
  }),
  build: (name, args) => new PhiStream(name, args),
  optional: { ...classification },
};
