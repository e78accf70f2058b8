import { PostgresInstance, PostgresInstanceInsights, type PostgresInstanceArgs } from "@hipaa-aws/database";
import * as fc from "fast-check";
import { classification, optional } from "../support/arbitraries";
import { databaseArgs, oneParameter, otherKeyArn, preloadLibraries, storageArgs } from "../support/databases";
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

export const component: RandomComponent<PostgresInstanceArgs> = {
  args: fc.tuple(instance, storageArgs).map(([base, storage]) => ({ ...base, ...storage })),
  build: (name, args) => new PostgresInstance(name, args),
  optional: { ...classification },
};
