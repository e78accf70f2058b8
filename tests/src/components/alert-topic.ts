import { AlertTopic } from "@hipaa-aws/messaging";
import * as fc from "fast-check";
import { keyArn, optional, tags } from "../support/arbitraries";
import type { RandomComponent } from "../support/random-components";

export const component: RandomComponent<ConstructorParameters<typeof AlertTopic>[1]> = {
  args: fc.record({
    key: fc.constant({ arn: keyArn }),
    emails: optional(fc.constant(["on-call@example.com"])),
    webhooks: optional(fc.constant(["https://pager.example.com/alarms"])),
    tags,
  }),
  build: (name, args) => new AlertTopic(name, args),
  optional: {
    "general-data-classification-tag": "the classification is the user's to give",
    "sns-subscription-last-hop": "alarms name resources and numbers, never PHI, and the topic is tagged so",
  },
};
