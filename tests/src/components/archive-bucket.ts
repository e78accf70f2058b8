import { ArchiveBucket, BucketObjectLockMode, type ArchiveBucketArgs } from "@hipaa-aws/object-storage";
import * as fc from "fast-check";
import { alarmTopicArn, classification, keyArn, optional, organizationId, roleArn, tags } from "../support/arbitraries";
import type { RandomComponent } from "../support/random-components";

const replica: fc.Arbitrary<Partial<ArchiveBucketArgs>> = fc
  .record({ topic: optional(fc.constant(alarmTopicArn)), accountId: optional(fc.constant("444455556666")) })
  .map(({ topic, accountId }) => ({
    replica: { bucketArn: "arn:aws:s3:::archive-copy", keyArn: keyArn.replace("us-east-1", "us-west-2"), accountId },
    alarmTopicArn: topic,
  }));

export const component: RandomComponent<ArchiveBucketArgs> = {
  args: fc
    .tuple(
      fc.record({
        key: fc.constant({ arn: keyArn }),
        accessLogBucket: fc.constant({ bucketName: "access-logs" }),
        sourceAccountIds: optional(fc.constant<string[]>(["444455556666", "777788889999"])),
        organizationId,
        readerArns: optional(fc.constant<string[]>([roleArn("auditor")])),
        readWithMfaOnly: optional(fc.boolean()),
        objectLockMode: optional(fc.constantFrom(BucketObjectLockMode.Compliance, BucketObjectLockMode.Governance)),
        objectLockDays: optional(fc.integer({ min: 1, max: 3000 })),
        retentionDays: optional(fc.integer({ min: 3000, max: 36500 })),
        archiveAfterDays: optional(fc.integer({ min: 1, max: 200 })),
        deepArchiveAfterDays: optional(fc.integer({ min: 290, max: 1000 })),
        tags,
      }),
      fc.oneof(fc.constant({}), replica),
    )
    .map(([common, more]) => ({ ...common, ...more })),
  build: (name, args) => new ArchiveBucket(name, args),
  optional: {
    ...classification,
    "iam-confused-deputy-conditions": "S3 sends no source account when it assumes a replication role",
    "iam-no-inline-policies": "the policy of the replication role is of no use to another role",
    "s3-log-bucket-mfa-read": "sessions of IAM Identity Center do not tell S3 about their second factor",
    "s3-replication": "a further copy in another Region is the user's to name",
    "s3-log-cross-account-replication": "a further copy in another account is the user's to name",
  },
};
