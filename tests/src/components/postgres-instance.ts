import {
  PostgresInstance,
  PostgresInstanceInsights,
  type PostgresInstanceArgs,
  type PostgresInstanceReplica,
} from "@hipaa-aws/database";
import * as fc from "fast-check";
import { alarmTopicArn, classification, optional } from "../support/arbitraries";
import {
  databaseArgs,
  oneParameter,
  otherKeyArn,
  preloadLibraries,
  rotatedMaster,
  storageArgs,
} from "../support/databases";
import type { RandomComponent } from "../support/random-components";

const instance = fc.record({
  ...databaseArgs,
  instanceClass: fc.constantFrom(undefined, "db.t4g.medium"),
  insights: optional(fc.constantFrom(...Object.values(PostgresInstanceInsights))),
  backupReplication: optional(fc.constant({ region: "us-west-2", key: { arn: otherKeyArn } })),
  snapshotIdentifier: optional(fc.constant("before-move")),
  engineVersion: fc.constantFrom(undefined, "15", "16.4", "18.1"),
  databaseName: fc.constantFrom(undefined, "records"),
  parameters: oneParameter("work_mem", "65536"),
  preloadLibraries,
});

/** A replica needs a master password that RDS does not manage. */
const recovery: fc.Arbitrary<Partial<PostgresInstanceArgs>> = fc.oneof(
  fc.record({ rotatedMaster: optional(rotatedMaster) }),
  fc.record({
    rotatedMaster,
    replica: fc.record<PostgresInstanceReplica>({
      region: fc.constant("us-west-2"),
      network: fc.constant({ vpcId: "vpc-2", dataSubnetIds: ["subnet-3", "subnet-4"] }),
      key: fc.constant({ arn: otherKeyArn }),
      logsKey: fc.constant({ arn: otherKeyArn }),
      instanceClass: fc.constantFrom(undefined, "db.r7g.large"),
      alarmTopicArn: optional(fc.constant(alarmTopicArn.replace("us-east-1", "us-west-2"))),
    }),
  }),
);

export const component: RandomComponent<PostgresInstanceArgs> = {
  args: fc.tuple(instance, storageArgs, recovery).map(([base, storage, dr]) => ({ ...base, ...storage, ...dr })),
  build: (name, args) => new PostgresInstance(name, args),
  optional: { ...classification },
};
