import assert from "node:assert/strict";
import { record, refusal, text } from "@hipaa-aws/component-testing";
import { DatabaseInsights } from "../shared/types";
import { engineDatabase, requiredOf, sqlServer } from "../testing/engines";
import {
  DatabaseInstanceEngine,
  DatabaseInstanceOracleLicense,
  type DatabaseInstanceArgs,
  type DatabaseInstanceOracleEncryption,
} from "./args";

const instanceType = "aws:rds/instance:Instance";
const { MySql, MariaDb, OracleEnterprise, OracleStandardTwo, SqlServerEnterprise, SqlServerStandard, SqlServerWeb } =
  DatabaseInstanceEngine;

/** What each knob changes on the instance, beside nothing else. */
const knobs: [string, DatabaseInstanceEngine, Partial<DatabaseInstanceArgs>, Record<string, unknown>][] = [
  ["instanceClass", MySql, { instanceClass: "db.r7g.large" }, { instanceClass: "db.r7g.large" }],
  ["allocatedStorage", MariaDb, { allocatedStorage: 20 }, { allocatedStorage: 20, maxAllocatedStorage: 200 }],
  ["maxAllocatedStorage", MariaDb, { maxAllocatedStorage: 110 }, { maxAllocatedStorage: 110 }],
  [
    "iops and storageThroughput (Oracle from 200 GiB on)",
    OracleEnterprise,
    { allocatedStorage: 200, iops: 12_000, storageThroughput: 500 },
    { allocatedStorage: 200, maxAllocatedStorage: 2000, iops: 12_000, storageThroughput: 500 },
  ],
  ["iops (SQL Server at any size)", SqlServerStandard, { iops: 3_000 }, { iops: 3_000 }],
  ["multiAz", MySql, { multiAz: false }, { multiAz: false }],
  [
    "insights",
    MySql,
    { insights: DatabaseInsights.Advanced },
    { databaseInsightsMode: "advanced", performanceInsightsRetentionPeriod: 465 },
  ],
  ["backupRetentionDays", MySql, { backupRetentionDays: 7 }, { backupRetentionPeriod: 7 }],
  ["deletionProtection", MySql, { deletionProtection: false }, { deletionProtection: false }],
  ["backupWindow", MySql, { backupWindow: "02:00-02:30" }, { backupWindow: "02:00-02:30" }],
  [
    "maintenanceWindow",
    MySql,
    { maintenanceWindow: "mon:00:00-mon:01:00" },
    { maintenanceWindow: "mon:00:00-mon:01:00" },
  ],
  ["snapshotIdentifier", MySql, { snapshotIdentifier: "before" }, { snapshotIdentifier: "before" }],
  ["engineVersion", MySql, { engineVersion: "8.4.6" }, { engineVersion: "8.4.6" }],
  ["identifier", MySql, { identifier: "legacy" }, { identifier: "legacy", finalSnapshotIdentifier: "legacy-final" }],
  ["databaseName", MySql, { databaseName: "records" }, { dbName: "records" }],
  ["databaseName (a SID)", OracleEnterprise, { databaseName: "CLINIC" }, { dbName: "CLINIC" }],
  ["masterUsername", MySql, { masterUsername: "keeper" }, { username: "keeper" }],
  [
    "oracle.license",
    OracleStandardTwo,
    { oracle: { license: DatabaseInstanceOracleLicense.Included } },
    { licenseModel: "license-included" },
  ],
];

describe("knobs of DatabaseInstance", () => {
  for (const [knob, engine, args, change] of knobs) {
    it(`${knob}: changes that and nothing else of the instance`, async () => {
      const before = (await record(engineDatabase(engine), "update")).one(instanceType).inputs;
      const after = (await record(engineDatabase(engine, args), "update")).one(instanceType).inputs;
      assert.deepEqual(after, { ...before, ...change });
    });
  }

  for (const [engine, engineVersion, family, major] of [
    [MySql, "8.4.6", "mysql8.4", "8.4"],
    [MariaDb, "10.11.14", "mariadb10.11", "10.11"],
    [OracleEnterprise, "19.0.0.0.ru-2026-07.rur-2026-07.r1", "oracle-ee-19", "19"],
    [OracleStandardTwo, "19", "oracle-se2-19", "19"],
    [SqlServerEnterprise, "15.00.4455.2.v1", "sqlserver-ee-15.0", "15.00"],
    [SqlServerWeb, "16.00", "sqlserver-web-16.0", "16.00"],
  ] as const)
    it(`engineVersion ${engine} ${engineVersion}: selects family and major`, async () => {
      const graph = await record(engineDatabase(engine, { engineVersion }));
      assert.equal(graph.one("aws:rds/parameterGroup:ParameterGroup").inputs.family, family);
      const group = graph.one("aws:rds/optionGroup:OptionGroup").inputs;
      assert.deepEqual([group.engineName, group.majorEngineVersion], [engine, major]);
    });

  it("parameters: are added to the group", async () => {
    const graph = await record(engineDatabase(MySql, { parameters: [{ name: "max_connections", value: "400" }] }));
    const { parameters } = graph.one("aws:rds/parameterGroup:ParameterGroup").inputs;
    assert.deepEqual(
      (parameters as { name: string }[]).find(({ name }) => name === "max_connections"),
      { name: "max_connections", value: "400", applyMethod: "immediate" },
    );
  });

  it("sqlServer.auditPrefix: where the files go and all that the role may write", async () => {
    const graph = await record(
      engineDatabase(SqlServerStandard, { sqlServer: { ...sqlServer, auditPrefix: "audit/clinic" } }),
      "update",
    );
    assert.match(JSON.stringify(graph.one("aws:rds/optionGroup:OptionGroup").inputs), /clinic-audit\/audit\/clinic"/);
    assert.match(text(graph.one("aws:iam/policy:Policy").inputs.policy), /clinic-audit\/audit\/clinic\/\*/);
  });
});

const refused: [DatabaseInstanceEngine, Partial<DatabaseInstanceArgs>, RegExp][] = [
  ["sqlserver-ex" as DatabaseInstanceEngine, {}, /engine is "sqlserver-ex", which is not a choice/],
  [MySql, { oracle: {} }, /engine and oracle do not fit: the engine is mysql/],
  [OracleEnterprise, { sqlServer }, /engine and sqlServer do not fit: the engine is oracle-ee/],
  [
    OracleEnterprise,
    { oracle: { license: DatabaseInstanceOracleLicense.Included } },
    /engine and oracle\.license do not fit: RDS includes the license of Standard Edition 2 only/,
  ],
  [
    OracleStandardTwo,
    { oracle: { transparentDataEncryption: true } },
    /engine and oracle\.transparentDataEncryption do not fit/,
  ],
  [
    OracleStandardTwo,
    { oracle: { encryption: "none" as DatabaseInstanceOracleEncryption } },
    /oracle\.encryption is "none".* Choose one of native-network-encryption, tls/,
  ],
  [OracleStandardTwo, { oracle: { license: "x" as DatabaseInstanceOracleLicense } }, /oracle\.license is "x"/],
  [SqlServerStandard, { sqlServer: undefined }, /sqlServer is missing\. Give sqlServer\.auditBucket/],
  [
    SqlServerStandard,
    { sqlServer: { ...sqlServer, auditBucketKey: undefined as never } },
    /sqlServer\.auditBucketKey is missing/,
  ],
  [SqlServerStandard, { sqlServer: { ...sqlServer, auditPrefix: "/a/" } }, /sqlServer\.auditPrefix is "\/a\/"/],
  [
    SqlServerWeb,
    { sqlServer: { ...sqlServer, transparentDataEncryption: true } },
    /engine and sqlServer\.transparentDataEncryption do not fit/,
  ],
  [SqlServerWeb, { engineVersion: "15.00" }, /engine, engineVersion and multiAz do not fit/],
  [SqlServerStandard, { databaseName: "records" }, /databaseName is given, and RDS creates no SQL Server database/],
  [OracleEnterprise, { databaseName: "records" }, /databaseName is "records"\. It must be a SID/],
  [MySql, { databaseName: "mysql" }, /databaseName is "mysql", a word that the engine or RDS reserves/],
  [
    MySql,
    { engineVersion: "8.0.36" },
    /engineVersion is "8\.0\.36", whose parameters are not known\. Use one of 8\.4\./,
  ],
  [MySql, { engineVersion: "latest" }, /engineVersion is "latest"/],
  [SqlServerStandard, { engineVersion: "14.00" }, /Use one of 16\.00, 15\.00\./],
  [MySql, { masterUsername: "root" }, /masterUsername is "root", a word/],
  [OracleEnterprise, { masterUsername: "system" }, /masterUsername is "system", a word/],
  [SqlServerStandard, { masterUsername: "sa" }, /masterUsername is "sa", a word/],
  [MySql, { iops: 12_000 }, /iops and allocatedStorage do not fit: gp3 takes iops from 400 GiB on/],
  [OracleEnterprise, { iops: 12_000 }, /from 200 GiB on/],
  [SqlServerStandard, { allocatedStorage: 16_385 }, /allocatedStorage is 16385, .* 20 to 16384/],
  [MySql, { backupRetentionDays: 1 }, /backupRetentionDays is 1, .* 7 to 35/],
  [MySql, { maintenanceWindow: "sun:06:30-sun:07:30" }, /backupWindow and maintenanceWindow overlap/],
  [MySql, { insights: "off" as DatabaseInsights }, /insights is "off"/],
  [MySql, { parameters: [{ name: "general_log", value: "1" }] }, /sets "general_log", which the component locks to 0/],
  [MySql, { parameters: [{ name: "server_audit_logging", value: "0" }] }, /would change the audit record/],
  [MySql, { parameters: [{ name: "log_slow_query", value: "1" }] }, /would write statements with their values/],
  [OracleEnterprise, { parameters: [{ name: "audit_trail", value: "NONE" }] }, /which the component locks to OS/],
  [OracleEnterprise, { parameters: [{ name: "sql_trace", value: "TRUE" }] }, /into trace files/],
  [SqlServerStandard, { parameters: [{ name: "rds.tls12", value: "default" }] }, /would change how TLS is negotiated/],
];

describe("what DatabaseInstance refuses", () => {
  for (const [engine, args, message] of refused) {
    it(`${engine} ${JSON.stringify(args).slice(0, 90)}`, async () => {
      const said = await refusal(engineDatabase(engine, args));
      assert.match(said, message);
      assert.match(said, /^DatabaseInstance "db": /);
    });
  }

  for (const argument of ["engine", "network", "key", "logsKey", "secretsKey"]) {
    it(`a missing ${argument}`, async () => {
      const given = { ...requiredOf(MySql), [argument]: undefined } as Partial<DatabaseInstanceArgs>;
      assert.match(await refusal(engineDatabase(MySql, given)), new RegExp(`: ${argument} is missing`));
    });
  }
});
