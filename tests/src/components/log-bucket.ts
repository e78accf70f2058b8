import { BucketObjectLockMode, LogBucket, LogBucketPurpose, type LogBucketArgs } from "@hipaa-aws/object-storage";
import * as fc from "fast-check";
import { alarmTopicArn, classification, keyArn, optional, organizationId, tags } from "../support/arbitraries";
import type { RandomComponent } from "../support/random-components";

const { Config, DatabaseAudit, Inventory, LoadBalancer, S3AccessLogs } = LogBucketPurpose;
const accessLogBucket = { bucketName: "access-logs" };

const archive: fc.Arbitrary<Partial<LogBucketArgs>> = fc
  .record({ topic: optional(fc.constant(alarmTopicArn)), accountId: optional(fc.constant("444455556666")) })
  .map(({ topic, accountId }) => ({
    archive: { bucketArn: "arn:aws:s3:::archive", keyArn, accountId },
    alarmTopicArn: topic,
  }));

const lock: fc.Arbitrary<Partial<LogBucketArgs>> = fc.record({
  objectLockMode: fc.constantFrom(BucketObjectLockMode.Compliance, BucketObjectLockMode.Governance),
  objectLockDays: fc.integer({ min: 1, max: 2192 }),
});

const accounts = optional(fc.constant<string[]>(["111122223333", "444455556666"]));

/** What goes with a purpose, beside what goes with each. */
function ofPurpose(purpose: LogBucketPurpose): fc.Arbitrary<LogBucketArgs> {
  const key = { arn: keyArn };
  if (purpose === S3AccessLogs) return fc.constant({ purpose });
  if (purpose === Inventory || purpose === DatabaseAudit) return fc.constant({ purpose, key, accessLogBucket });
  if (purpose === LoadBalancer) {
    return fc.record({
      purpose: fc.constant(purpose),
      accessLogBucket: optional(fc.constant(accessLogBucket)),
      prefixes: optional(fc.constant<string[]>(["edge/access"])),
      sourceAccountIds: accounts,
    });
  }
  const least = fc.record({
    purpose: fc.constant(purpose),
    key: fc.constant(key),
    accessLogBucket: fc.constant(accessLogBucket),
    sourceAccountIds: accounts,
  });
  const locked = purpose === Config ? fc.constant({}) : fc.oneof(fc.constant({}), lock);
  return fc.tuple(least, locked).map(([args, more]) => ({ ...args, ...more }));
}

export const component: RandomComponent<LogBucketArgs> = {
  args: fc
    .tuple(
      fc.constantFrom(...Object.values(LogBucketPurpose)).chain(ofPurpose),
      fc.record({
        organizationId,
        retentionDays: optional(fc.integer({ min: 2192, max: 36500 })),
        archiveAfterDays: optional(fc.integer({ min: 1, max: 200 })),
        deepArchiveAfterDays: optional(fc.integer({ min: 290, max: 1000 })),
        tags,
      }),
      fc.oneof(fc.constant({}), archive),
    )
    .map(([args, common, more]) => ({ ...args, ...common, ...more })),
  build: (name, args) => new LogBucket(name, args),
  optional: {
    ...classification,
    "cloudwatch-phi-access-spike": "the alarm is of the audit package, over the trail of all buckets",
    "s3-log-bucket-mfa-read": "services and sessions of IAM Identity Center do not tell S3 about a second factor",
    "s3-log-cross-account-replication": "an archive in another account is the user's to name",
    "s3-replication": "an archive in another Region is the user's to name",
    "iam-confused-deputy-conditions": "S3 sends no source account when it assumes a replication role",
    "iam-no-inline-policies": "the policy of the replication role is of no use to another role",
  },
};
