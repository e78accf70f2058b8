import { PhiTopic, type PhiTopicArgs } from "@hipaa-aws/messaging";
import * as fc from "fast-check";
import { alarmTopicArn, classification, keyArn, optional, organizationId, tags } from "../support/arbitraries";
import type { RandomComponent } from "../support/random-components";

const queues = ["billing", "research"].map((name) => ({
  name,
  queueArn: `arn:aws:sqs:us-east-1:111122223333:${name}`,
}));

export const component: RandomComponent<PhiTopicArgs> = {
  args: fc.record({
    key: fc.constant({ arn: keyArn }),
    logsKey: fc.constant({ arn: keyArn }),
    fifo: optional(fc.boolean()),
    queues: optional(fc.subarray(queues)),
    alarmTopicArn: optional(fc.constant(alarmTopicArn)),
    organizationId,
    tags,
  }),
  build: (name, args) => new PhiTopic(name, args),
  optional: {
    ...classification,
    "cloudwatch-log-data-protection": "a delivery log holds ids and times, never a message",
    "iam-no-inline-policies": "the role's one policy lives and dies with it",
    "sns-signature-version": "a FIFO topic delivers to queues alone, and nothing is signed there",
  },
};
