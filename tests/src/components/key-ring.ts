import { KeyRing, type KeyRingArgs } from "@hipaa-aws/keys";
import * as fc from "fast-check";
import { alarmTopicArn, classification, optional, roleArn, tags } from "../support/arbitraries";
import type { RandomComponent } from "../support/random-components";

const roles = (name: string) => optional(fc.constant<string[]>([roleArn(name)]));

export const component: RandomComponent<KeyRingArgs> = {
  args: fc.record({
    administrators: roles("key-administrator"),
    users: optional(fc.record({ documents: roles("envelope"), volumes: roles("auto-scaling") })),
    breakGlassRoles: roles("break-glass"),
    // Below 30 days the pack's extended tier reports it, and says so in the argument's documentation.
    deletionWindowDays: optional(fc.constant(30)),
    rotationPeriodDays: optional(fc.integer({ min: 90, max: 365 })),
    replicaRegion: optional(fc.constant("us-west-2")),
    alarmTopicArn: optional(fc.constant(alarmTopicArn)),
    deletionProtection: optional(fc.boolean()),
    tags,
  }),
  build: (name, args) => new KeyRing(name, args),
  optional: { ...classification },
};
