import assert from "node:assert/strict";
import type { PostgresInstanceInsights, PostgresInstanceArgs } from "./args";
import { database } from "./testing/example";
import { record, refusal } from "@hipaa-aws/component-testing";

const refused: [Partial<PostgresInstanceArgs>, RegExp][] = [
  [{ backupRetentionDays: 6 }, /backupRetentionDays is 6, .* 7 to 35/],
  [{ backupRetentionDays: 36 }, /backupRetentionDays is 36/],
  [{ backupRetentionDays: 7.5 }, /backupRetentionDays is 7.5/],
  [{ allocatedStorage: 19 }, /allocatedStorage is 19, .* 20 to 65536/],
  [{ maxAllocatedStorage: 70_000 }, /maxAllocatedStorage is 70000/],
  [{ maxAllocatedStorage: 109 }, /allocatedStorage and maxAllocatedStorage .*100 and 109 GiB.* 110 or more/],
  [{ allocatedStorage: 65_000 }, /allocatedStorage and maxAllocatedStorage .*Reduce allocatedStorage/],
  [{ iops: 12_000 }, /iops and allocatedStorage do not fit: gp3 takes iops from 400 GiB on/],
  [{ allocatedStorage: 400, iops: 3_000 }, /iops is 3000, .* 12000 to 64000/],
  [{ storageThroughput: 500 }, /storageThroughput and allocatedStorage do not fit/],
  [{ allocatedStorage: 400, storageThroughput: 125 }, /storageThroughput is 125/],
  [{ engineVersion: "14.9" }, /engineVersion is "14.9", whose parameters are not known\. Use one of 15, 16, 17, 18\./],
  [{ engineVersion: "latest" }, /engineVersion is "latest"\. It must be a major or minor version/],
  [{ insights: "off" as PostgresInstanceInsights }, /insights is "off".* Choose one of standard, advanced/],
  [{ backupWindow: "6:00-7:00" }, /backupWindow is "6:00-7:00"/],
  [{ maintenanceWindow: "Sun:08:00-Sun:09:00" }, /maintenanceWindow is "Sun:08:00-Sun:09:00"/],
  [{ maintenanceWindow: "sun:06:30-sun:07:30" }, /backupWindow and maintenanceWindow overlap/],
  [{ databaseName: "patient records" }, /databaseName is "patient records"/],
  [{ masterUsername: "Root" }, /masterUsername is "Root"/],
  [{ masterUsername: "rdsadmin" }, /masterUsername is "rdsadmin", a word that PostgreSQL or RDS reserves/],
  [{ masterUsername: "pg_owner" }, /masterUsername is "pg_owner"/],
  [{ identifier: "Legacy" }, /identifier is "Legacy"/],
  [{ identifier: "a--b" }, /identifier is "a--b"/],
  [{ identifier: "a".repeat(64) }, /identifier has 64 characters/],
  [
    { parameters: [{ name: "log_statement", value: "all" }] },
    /parameters\[0\] sets "log_statement", which the component locks to none/,
  ],
  [{ parameters: [{ name: "rds.force_ssl", value: "0" }] }, /sets "rds.force_ssl", which the component locks to 1/],
  [{ parameters: [{ name: "shared_preload_libraries", value: "pg_cron" }] }, /Add to preloadLibraries instead/],
  [{ parameters: [{ name: "auto_explain.log_min_duration", value: "0" }] }, /would write statements/],
  [{ parameters: [{ name: "ssl_ciphers", value: "ALL" }] }, /would change how TLS is negotiated/],
  [{ parameters: [{ name: "Work_Mem", value: "1" }] }, /parameters\[0\]\.name is "Work_Mem"/],
  [{ parameters: [{ name: "work_mem", value: "" }] }, /parameters\[0\]\.value is ""/],
  [
    {
      parameters: [
        { name: "work_mem", value: "1" },
        { name: "work_mem", value: "2" },
      ],
    },
    /parameters holds "work_mem" twice/,
  ],
  [{ preloadLibraries: ["auto_explain"] }, /preloadLibraries\[0\] is "auto_explain", which would write statements/],
  [{ preloadLibraries: ["pgaudit"] }, /preloadLibraries holds "pgaudit" twice/],
  [{ preloadLibraries: ["a,b"] }, /preloadLibraries\[0\] is "a,b"/],
];

describe("what PostgresInstance refuses", () => {
  for (const [args, message] of refused) {
    it(JSON.stringify(args).slice(0, 90), async () => {
      const said = await refusal(database(args));
      assert.match(said, message);
      assert.match(said, /^PostgresInstance "db": /);
    });
  }

  for (const name of ["DB", "db_main", "db--main", "-db", "db-", "1db", "a".repeat(56)]) {
    it(`the name ${name}`, async () => {
      assert.match(await refusal(database({}, name)), /: name is /);
    });
  }

  it("a name whose monitoring role would pass 64 characters", async () => {
    assert.match(await refusal(database({}, "a".repeat(46))), /64 characters AWS allows for an IAM role/);
    await record(database({}, "a".repeat(45)));
  });

  for (const argument of ["network", "key", "logsKey", "secretsKey"]) {
    it(`a missing ${argument}`, async () => {
      const given = { [argument]: undefined } as Partial<PostgresInstanceArgs>;
      assert.match(await refusal(database(given)), new RegExp(`: ${argument} is missing`));
    });
  }

  it("before anything is registered", async () => {
    const graph = await record(() => assert.throws(() => database({ backupRetentionDays: 1 })()));
    assert.deepEqual(graph.names, []);
  });
});
