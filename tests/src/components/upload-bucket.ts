import { UploadBucket, type UploadBucketArgs } from "@hipaa-aws/object-storage";
import * as fc from "fast-check";
import { alarmTopicArn, classification, keyArn, optional, organizationId, tags } from "../support/arbitraries";
import type { RandomComponent } from "../support/random-components";

const queueArn = "arn:aws:sqs:us-east-1:111122223333:scanned";

export const component: RandomComponent<UploadBucketArgs> = {
  args: fc.record({
    key: fc.constant({ arn: keyArn }),
    accessLogBucket: fc.constant({ bucketName: "access-logs" }),
    organizationId,
    scanPrefixes: optional(fc.subarray(["incoming/", "fax/", "scans/"], { minLength: 1 })),
    presigned: optional(
      fc.record(
        {
          maxSeconds: optional(fc.integer({ min: 1, max: 300 })),
          sourceCidrs: optional(fc.constant(["203.0.113.0/24"])),
          origins: optional(fc.constant(["https://portal.example.com"])),
        },
        { noNullPrototype: true },
      ),
    ),
    expireAfterDays: optional(fc.integer({ min: 1, max: 90 })),
    resultQueueArn: optional(fc.constant(queueArn)),
    alarmTopicArn: optional(fc.constant(alarmTopicArn)),
    tags,
  }),
  build: (name, args) => new UploadBucket(name, args),
  optional: {
    ...classification,
    "cloudwatch-phi-access-spike": "the alarm is of the audit package, over the trail of all buckets",
    "iam-confused-deputy-conditions": "GuardDuty sends no source account when it assumes a scan role",
    "iam-no-inline-policies": "the policy of the scan role is of no use to another role",
    "s3-replication": "uploads live a week; what they become is copied",
  },
};
