import { PhiWorkflow, PhiWorkflowType, type PhiWorkflowArgs } from "@hipaa-aws/serverless";
import * as fc from "fast-check";
import { alarmTopicArn, classification, keyArn, optional, tags } from "../support/arbitraries";
import type { RandomComponent } from "../support/random-components";

const functionArn = "arn:aws:lambda:us-east-1:111122223333:function:intake";
const queueArn = "arn:aws:sqs:us-east-1:111122223333:orders";

export const component: RandomComponent<PhiWorkflowArgs> = {
  args: fc.record({
    definition: fc.constant(
      JSON.stringify({ StartAt: "Intake", States: { Intake: { Type: "Task", Resource: functionArn, End: true } } }),
    ),
    key: fc.constant({ arn: keyArn }),
    logsKey: fc.constant({ arn: keyArn }),
    type: optional(fc.constantFrom(...Object.values(PhiWorkflowType))),
    functionArns: optional(fc.constant<string[]>([functionArn])),
    grants: optional(fc.constant([{ name: "Orders", actions: ["sqs:SendMessage"], resources: [queueArn] }])),
    dataKeyReuseSeconds: optional(fc.integer({ min: 60, max: 900 })),
    tracing: optional(fc.boolean()),
    logRetentionDays: optional(fc.constantFrom(2192, 3653)),
    permissionsBoundaryArn: optional(fc.constant("arn:aws:iam::111122223333:policy/boundary")),
    alarmTopicArn: optional(fc.constant(alarmTopicArn)),
    tags,
  }),
  build: (name, args) => new PhiWorkflow(name, args),
  optional: {
    ...classification,
    "cloudwatch-log-data-protection": "events are logged without the data of executions",
    "iam-no-inline-policies": "the role's one policy lives and dies with it",
    "sfn-tracing": "traces hold what steps add to them, so they are asked for, not given",
  },
};
