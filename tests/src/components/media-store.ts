import {
  BucketObjectLockMode,
  MediaStore,
  MediaStoreServing,
  PhiBucketEncryption,
  type MediaStoreArgs,
} from "@hipaa-aws/object-storage";
import * as fc from "fast-check";
import { alarmTopicArn, classification, keyArn, optional, organizationId, roleArn, tags } from "../support/arbitraries";
import type { RandomComponent } from "../support/random-components";

const keyCustody = "The vault of the records team, with a copy on paper in the safe";

const serving: fc.Arbitrary<Partial<MediaStoreArgs>> = fc.oneof(
  fc.constant({ network: { vpcId: "vpc-0a1b2c3d" } }),
  fc
    .record({
      maxSeconds: optional(fc.integer({ min: 1, max: 300 })),
      sourceCidrs: optional(fc.constant<string[]>(["203.0.113.0/24"])),
      vpcEndpointIds: optional(fc.constant<string[]>(["vpce-0a1b2c3d"])),
      origins: optional(fc.constant<string[]>(["https://portal.example.com"])),
    })
    .map((presigned) => ({ serving: MediaStoreServing.Presigned, presigned })),
);

const encryption: fc.Arbitrary<Partial<MediaStoreArgs>> = fc.constantFrom(
  {},
  { encryption: PhiBucketEncryption.KmsDualLayer },
  { encryption: PhiBucketEncryption.CustomerProvided, keyCustody },
  { encryption: PhiBucketEncryption.ClientSide, keyCustody },
  { encryption: PhiBucketEncryption.ClientSide, keyCustody, clientKey: { arn: keyArn } },
);

const retention: fc.Arbitrary<Partial<MediaStoreArgs>> = fc.oneof(
  fc.record({
    archiveAfterDays: optional(fc.integer({ min: 1, max: 3650 })),
    noncurrentExpirationDays: optional(fc.integer({ min: 1, max: 3650 })),
  }),
  fc.record({
    objectLockMode: fc.constantFrom(BucketObjectLockMode.Governance, BucketObjectLockMode.Compliance),
    objectLockDays: fc.integer({ min: 1, max: 3650 }),
  }),
);

const replica: fc.Arbitrary<Partial<MediaStoreArgs>> = fc.constantFrom(
  {},
  {
    replica: { bucketArn: "arn:aws:s3:::media-copy", keyArn: keyArn.replace("us-east-1", "us-west-2") },
    alarmTopicArn,
  },
);

export const component: RandomComponent<MediaStoreArgs> = {
  args: fc
    .tuple(
      fc.record({
        key: fc.constant({ arn: keyArn }),
        logsKey: fc.constant({ arn: keyArn }),
        accessLogBucket: fc.constant({ bucketName: "access-logs" }),
        applicationRoleArns: fc.constantFrom([roleArn("app")], [roleArn("app"), roleArn("web")]),
        prefix: optional(fc.constantFrom("xray/", "scans/2d/")),
        organizationId,
        exemptArns: optional(fc.constant([roleArn("backup")])),
        tags,
      }),
      serving,
      encryption,
      retention,
      replica,
    )
    .map(([common, ...parts]): MediaStoreArgs => Object.assign({ ...common }, ...parts) as MediaStoreArgs),
  build: (name, args) => new MediaStore(name, args),
  optional: {
    ...classification,
    "cloudwatch-phi-access-spike": "the alarm is of the audit package, over the trail of all buckets",
    "iam-confused-deputy-conditions": "S3 sends no source account when it assumes a replication role",
    "iam-no-inline-policies": "the policies of reader and replication role are of no use to other roles",
    "s3-replication": "another Region is the user's to name; AWS Backup is an equal answer",
  },
};
