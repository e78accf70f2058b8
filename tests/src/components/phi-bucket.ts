import {
  BucketObjectLockMode,
  PhiBucket,
  PhiBucketClientAccess,
  PhiBucketEncryption,
  PhiBucketPresignedMethod,
  type PhiBucketArgs,
} from "@hipaa-aws/object-storage";
import * as fc from "fast-check";
import { alarmTopicArn, classification, keyArn, optional, organizationId, roleArn, tags } from "../support/arbitraries";
import type { RandomComponent } from "../support/random-components";

const days = optional(fc.integer({ min: 1, max: 3650 }));
const endpoints = optional(fc.constant<string[]>(["vpce-0a1b2c3d"]));
const keyCustody = "The vault of the records team, with a copy on paper in the safe";

const encryption: fc.Arbitrary<Partial<PhiBucketArgs>> = fc.constantFrom(
  {},
  { encryption: PhiBucketEncryption.Kms },
  { encryption: PhiBucketEncryption.KmsDualLayer },
  { encryption: PhiBucketEncryption.CustomerProvided, keyCustody },
  { encryption: PhiBucketEncryption.ClientSide, keyCustody },
);

const presigned: fc.Arbitrary<Partial<PhiBucketArgs>> = fc
  .record({
    maxSeconds: optional(fc.integer({ min: 1, max: 300 })),
    methods: optional(fc.subarray(Object.values(PhiBucketPresignedMethod), { minLength: 1 })),
    sourceCidrs: optional(fc.constant<string[]>(["203.0.113.0/24", "2001:db8::/32"])),
    vpcEndpointIds: endpoints,
    origins: optional(fc.constant<string[]>(["https://portal.example.com"])),
  })
  .map((limits) => ({ clientAccess: PhiBucketClientAccess.Presigned, presigned: limits }));

/** Whichever of lock and periods do not contradict each other. */
const retention: fc.Arbitrary<Partial<PhiBucketArgs>> = fc
  .record({
    archiveAfterDays: days,
    noncurrentExpirationDays: days,
    lockMode: fc.constantFrom(BucketObjectLockMode.Governance, BucketObjectLockMode.Compliance),
    lockDays: days,
  })
  .map(({ lockMode, lockDays, noncurrentExpirationDays, archiveAfterDays }) => ({
    archiveAfterDays,
    ...(lockDays === undefined ? {} : { objectLockMode: lockMode, objectLockDays: lockDays }),
    noncurrentExpirationDays:
      noncurrentExpirationDays && lockDays ? Math.max(noncurrentExpirationDays, lockDays) : noncurrentExpirationDays,
  }));

const replica: fc.Arbitrary<Partial<PhiBucketArgs>> = fc
  .record({ alarmTopicArn: optional(fc.constant(alarmTopicArn)) })
  .map(({ alarmTopicArn: topic }) => ({
    replica: { bucketArn: "arn:aws:s3:::documents-copy", keyArn: keyArn.replace("us-east-1", "us-west-2") },
    alarmTopicArn: topic,
  }));

export const component: RandomComponent<PhiBucketArgs> = {
  args: fc
    .tuple(
      fc.record({
        key: fc.constant({ arn: keyArn }),
        accessLogBucket: fc.constant({ bucketName: "access-logs" }),
        organizationId,
        readerArns: optional(fc.constant([roleArn("reader")])),
        requireSourceIdentity: optional(fc.boolean()),
        vpcEndpointIds: endpoints,
        exemptArns: optional(fc.constant([roleArn("backup")])),
        eventBridge: optional(fc.boolean()),
        inventoryBucket: optional(fc.constant({ bucketArn: "arn:aws:s3:::inventories" })),
        tags,
      }),
      encryption,
      fc.oneof(fc.constant({}), presigned),
      retention,
      fc.oneof(fc.constant({}), replica),
    )
    .map(([common, ...parts]): PhiBucketArgs => Object.assign({ ...common }, ...parts) as PhiBucketArgs),
  build: (name, args) => new PhiBucket(name, args),
  optional: {
    ...classification,
    "cloudwatch-phi-access-spike": "the alarm is of the audit package, over the trail of all buckets",
    "iam-confused-deputy-conditions": "S3 sends no source account when it assumes a replication role",
    "iam-no-inline-policies": "the policy of the replication role is of no use to another role",
    "s3-replication": "another Region is the user's to name; AWS Backup is an equal answer",
  },
};
