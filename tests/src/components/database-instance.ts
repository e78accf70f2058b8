import {
  DatabaseInsights,
  DatabaseInstance,
  DatabaseInstanceEngine,
  DatabaseInstanceOracleEncryption,
  DatabaseInstanceOracleLicense,
  type DatabaseInstanceArgs,
} from "@hipaa-aws/database";
import * as fc from "fast-check";
import { classification, keyArn, optional } from "../support/arbitraries";
import { databaseArgs, oneParameter, otherKeyArn, storageArgs } from "../support/databases";
import type { RandomComponent } from "../support/random-components";

const instance = fc.record({
  ...databaseArgs,
  insights: optional(fc.constantFrom(...Object.values(DatabaseInsights))),
  backupReplication: optional(fc.constant({ region: "us-west-2", key: { arn: otherKeyArn } })),
  snapshotIdentifier: optional(fc.constant("before-move")),
});

const openSource = fc
  .tuple(
    storageArgs,
    fc.oneof(
      fc.record({
        engine: fc.constant(DatabaseInstanceEngine.MySql),
        engineVersion: fc.constantFrom(undefined, "8.4", "8.4.6"),
      }),
      fc.record({
        engine: fc.constant(DatabaseInstanceEngine.MariaDb),
        engineVersion: fc.constantFrom(undefined, "10.11", "11.8.3"),
      }),
    ),
    fc.record({
      databaseName: fc.constantFrom(undefined, "records"),
      parameters: oneParameter("max_connections", "400"),
      instanceClass: fc.constantFrom(undefined, "db.t4g.medium"),
    }),
  )
  .map(([storage, engine, rest]) => ({ ...storage, ...engine, ...rest }));

const encryption = optional(fc.constantFrom(...Object.values(DatabaseInstanceOracleEncryption)));

const oracle = fc.oneof(
  fc.record({
    engine: fc.constant(DatabaseInstanceEngine.OracleEnterprise),
    databaseName: fc.constantFrom(undefined, "CLINIC"),
    oracle: optional(fc.record({ encryption, transparentDataEncryption: optional(fc.boolean()) })),
    allocatedStorage: fc.constantFrom(undefined, 200),
  }),
  fc.record({
    engine: fc.constant(DatabaseInstanceEngine.OracleStandardTwo),
    oracle: fc.record({
      encryption,
      license: optional(fc.constantFrom(...Object.values(DatabaseInstanceOracleLicense))),
    }),
    engineVersion: fc.constantFrom(undefined, "19"),
  }),
);

const sqlServer = fc
  .record({
    engine: fc.constantFrom(
      DatabaseInstanceEngine.SqlServerEnterprise,
      DatabaseInstanceEngine.SqlServerStandard,
      DatabaseInstanceEngine.SqlServerWeb,
    ),
    engineVersion: fc.constantFrom(undefined, "15.00", "16.00"),
    auditPrefix: fc.constantFrom(undefined, "audit/clinic"),
    transparentDataEncryption: optional(fc.boolean()),
    iops: fc.constantFrom(undefined, 3_000, 16_000),
  })
  .map(({ engine, engineVersion, auditPrefix, transparentDataEncryption, iops }) => {
    const isWeb = engine === DatabaseInstanceEngine.SqlServerWeb;
    return {
      engine,
      // Web Edition has neither a standby on 15.00 nor the second layer.
      engineVersion: isWeb ? undefined : engineVersion,
      iops,
      sqlServer: {
        auditBucket: { bucketArn: "arn:aws:s3:::clinic-audit" },
        auditBucketKey: { arn: keyArn },
        auditPrefix,
        transparentDataEncryption: isWeb ? undefined : transparentDataEncryption,
      },
    };
  });

export const component: RandomComponent<DatabaseInstanceArgs> = {
  args: fc.tuple(instance, fc.oneof(openSource, oracle, sqlServer)).map(([base, engine]) => ({ ...base, ...engine })),
  build: (name, args) => new DatabaseInstance(name, args),
  optional: { ...classification },
};
