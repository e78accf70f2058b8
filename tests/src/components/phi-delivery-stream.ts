import { PhiDeliveryStream, PhiDeliveryStreamCompression, type PhiDeliveryStreamArgs } from "@hipaa-aws/data-services";
import * as fc from "fast-check";
import { alarmTopicArn, classification, keyArn, optional, tags } from "../support/arbitraries";
import type { RandomComponent } from "../support/random-components";

const source = { streamArn: "arn:aws:kinesis:us-east-1:111122223333:stream/vitals", keyArn };

const records = fc.constantFrom<Pick<PhiDeliveryStreamArgs, "key" | "source">>({ key: { arn: keyArn } }, { source });

const rest = fc.record({
  bucket: fc.constant({ bucketArn: "arn:aws:s3:::clinic-records" }),
  bucketKey: fc.constant({ arn: keyArn }),
  logsKey: fc.constant({ arn: keyArn }),
  prefix: optional(fc.constant("vitals/!{timestamp:yyyy/MM}/")),
  bufferSeconds: optional(fc.integer({ min: 0, max: 900 })),
  bufferMib: optional(fc.integer({ min: 1, max: 128 })),
  compression: optional(fc.constantFrom(...Object.values(PhiDeliveryStreamCompression))),
  logRetentionDays: optional(fc.constantFrom(2192, 3653)),
  permissionsBoundaryArn: optional(fc.constant("arn:aws:iam::111122223333:policy/boundary")),
  alarmTopicArn: optional(fc.constant(alarmTopicArn)),
  tags,
});

export const component: RandomComponent<PhiDeliveryStreamArgs> = {
  args: fc.tuple(rest, records).map(([args, from]) => ({ ...args, ...from })),
  build: (name, args) => new PhiDeliveryStream(name, args),
  optional: {
    ...classification,
    "cloudwatch-log-data-protection": "an error names the batch that failed, not its records",
    "iam-no-inline-policies": "the role's one policy lives and dies with it",
  },
};
