import type { DatabaseNetwork, DatabaseParameter } from "@hipaa-aws/database";
import * as fc from "fast-check";
import { alarmTopicArn, keyArn, optional, tags } from "./arbitraries";

/** A key of the second Region. */
export const otherKeyArn = keyArn.replace("us-east-1", "us-west-2");

/** What every database component is given, whatever its engine. */
export const databaseArgs = {
  network: fc.constant<DatabaseNetwork>({ vpcId: "vpc-1", dataSubnetIds: ["subnet-1", "subnet-2"] }),
  key: fc.constant({ arn: keyArn }),
  logsKey: fc.constant({ arn: keyArn }),
  secretsKey: fc.constant({ arn: keyArn }),
  backupRetentionDays: fc.option(fc.integer({ min: 7, max: 35 }), { nil: undefined }),
  backupWindow: fc.constantFrom(undefined, "02:00-03:00"),
  maintenanceWindow: fc.constantFrom(undefined, "mon:10:00-mon:11:00"),
  masterUsername: fc.constantFrom(undefined, "keeper"),
  alarmTopicArn: optional(fc.constant(alarmTopicArn)),
  eventTopicArn: optional(fc.constant(alarmTopicArn.replace("alarms", "events"))),
  tags,
};

/** Storage of gp3, in every combination that fits. */
export const storageArgs = fc.oneof(
  fc.record({ allocatedStorage: fc.constantFrom(undefined, 20, 399) }),
  fc.record({
    allocatedStorage: fc.integer({ min: 400, max: 4_000 }),
    iops: fc.constantFrom(undefined, 12_000, 16_000),
    storageThroughput: fc.constantFrom(undefined, 500, 1_000),
  }),
);

/** A master password that a function rotates. */
export const rotatedMaster = fc.record({
  initialPassword: fc.constant("Initial-Password-0123456789"),
  rotationFunctionArn: fc.constant("arn:aws:lambda:us-east-1:111122223333:function:rotate"),
  rotateEveryDays: optional(fc.integer({ min: 1, max: 90 })),
});

/** One parameter beside the component's own. */
export const oneParameter = (name: string, value: string): fc.Arbitrary<DatabaseParameter[] | undefined> =>
  optional(fc.constant<DatabaseParameter[]>([{ name, value }]));

/** Libraries of PostgreSQL to preload. */
export const preloadLibraries: fc.Arbitrary<string[] | undefined> = optional(fc.constant<string[]>(["pg_cron"]));
