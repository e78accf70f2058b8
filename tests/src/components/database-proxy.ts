import { DatabaseProxy, DatabaseProxyFamily, type DatabaseProxyArgs } from "@hipaa-aws/database";
import * as fc from "fast-check";
import { alarmTopicArn, classification, keyArn, optional } from "../support/arbitraries";
import { databaseArgs } from "../support/databases";
import type { RandomComponent } from "../support/random-components";

const { network, logsKey, eventTopicArn, tags } = databaseArgs;

const database = fc.constantFrom(undefined, "arn:aws:rds:us-east-1:111122223333:cluster:records").map((clusterArn) => ({
  identifier: "records",
  clusterArn,
  resourceId: clusterArn === undefined ? "db-ABCDEFGHIJKL" : "cluster-ABCDEFGHIJKL",
  securityGroupId: "sg-0123456789abcdef0",
}));

const family = fc.oneof(
  fc.record({ family: fc.constantFrom(undefined, DatabaseProxyFamily.Postgres), port: fc.constant(5432) }),
  fc.record({ family: fc.constant(DatabaseProxyFamily.MySql), port: fc.constant(3306) }),
);

const secretArn = "arn:aws:secretsmanager:us-east-1:111122223333:secret:records/app-AbCdEf";
const signIn = fc.constantFrom<Partial<DatabaseProxyArgs>>(
  { users: ["app"] },
  { users: ["app", "reports"] },
  { secrets: [{ secretArn, key: { arn: keyArn } }] },
);

export const component: RandomComponent<DatabaseProxyArgs> = {
  args: fc
    .record({
      network,
      logsKey,
      database,
      family,
      signIn,
      idleClientSeconds: optional(fc.integer({ min: 60, max: 900 })),
      maxConnectionsPercent: optional(fc.integer({ min: 1, max: 100 })),
      alarmTopicArn: optional(fc.constant(alarmTopicArn)),
      eventTopicArn,
      tags,
    })
    .map(({ signIn: by, family: spoken, database: behind, ...rest }) => ({
      ...rest,
      ...by,
      family: spoken.family,
      database: { ...behind, port: spoken.port },
    })),
  build: (name, args) => new DatabaseProxy(name, args),
  optional: { ...classification },
};
