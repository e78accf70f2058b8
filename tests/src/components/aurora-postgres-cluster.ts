import {
  AuroraPostgresCluster,
  AuroraPostgresClusterActivityStreamMode,
  AuroraPostgresClusterGlobalRole,
  DatabaseInsights,
  type AuroraPostgresClusterArgs,
} from "@hipaa-aws/database";
import * as fc from "fast-check";
import { classification, keyArn, optional } from "../support/arbitraries";
import { databaseArgs, oneParameter, preloadLibraries, rotatedMaster } from "../support/databases";
import type { RandomComponent } from "../support/random-components";

const activityStream = optional(
  fc.record({
    mode: optional(fc.constantFrom(...Object.values(AuroraPostgresClusterActivityStreamMode))),
    key: fc.constant({ arn: keyArn }),
  }),
);

const instances = fc.oneof(
  fc.record({ instanceClass: fc.constantFrom(undefined, "db.r8g.xlarge"), activityStream }),
  fc.record({
    serverless: fc.record({
      minCapacity: fc.constantFrom(undefined, 0.5, 4),
      maxCapacity: fc.constantFrom(undefined, 8, 64),
    }),
  }),
);

/** Credentials and the place in a global database depend on each other. */
const topology: fc.Arbitrary<Partial<AuroraPostgresClusterArgs>> = fc.oneof(
  fc.record({ rotatedMaster: optional(rotatedMaster), snapshotIdentifier: optional(fc.constant("before-move")) }),
  fc.record({
    rotatedMaster,
    globalDatabase: fc.constant({ role: AuroraPostgresClusterGlobalRole.Primary, identifier: "records" }),
  }),
  fc.constant({
    masterUsername: undefined,
    secretsKey: undefined,
    globalDatabase: {
      role: AuroraPostgresClusterGlobalRole.Secondary,
      identifier: "records",
      sourceRegion: "us-west-2",
    },
  }),
);

const cluster = fc.record({
  ...databaseArgs,
  readers: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
  ioOptimized: optional(fc.boolean()),
  insights: optional(fc.constantFrom(...Object.values(DatabaseInsights))),
  engineVersion: fc.constantFrom(undefined, "15", "16.4", "17"),
  databaseName: fc.constantFrom(undefined, "records"),
  parameters: oneParameter("random_page_cost", "1.1"),
  instanceParameters: oneParameter("work_mem", "65536"),
  preloadLibraries,
});

export const component: RandomComponent<AuroraPostgresClusterArgs> = {
  args: fc.tuple(cluster, instances, topology).map((parts) => Object.assign({}, ...parts) as AuroraPostgresClusterArgs),
  build: (name, args) => new AuroraPostgresCluster(name, args),
  optional: { ...classification },
};
