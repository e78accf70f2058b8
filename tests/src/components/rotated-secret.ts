import { RotatedSecret, type RotatedSecretArgs } from "@hipaa-aws/keys";
import * as fc from "fast-check";
import { classification, keyArn, optional, organizationId, tags } from "../support/arbitraries";
import type { RandomComponent } from "../support/random-components";

export const component: RandomComponent<RotatedSecretArgs> = {
  args: fc.record({
    description: fc.constant("Sign-in to the API of the laboratory"),
    key: fc.constant({ arn: keyArn }),
    rotationFunctionArn: fc.constant("arn:aws:lambda:us-east-1:111122223333:function:rotate"),
    rotateEveryDays: optional(fc.integer({ min: 1, max: 90 })),
    rotationWindowHours: optional(fc.integer({ min: 1, max: 24 })),
    initialValue: optional(fc.constant('{"username":"clinic"}')),
    recoveryWindowDays: optional(fc.integer({ min: 7, max: 30 })),
    replicas: optional(fc.constant([{ region: "us-west-2", keyArn: keyArn.replace("us-east-1", "us-west-2") }])),
    organizationId,
    tags,
  }),
  build: (name, args) => new RotatedSecret(name, args),
  optional: { ...classification },
};
