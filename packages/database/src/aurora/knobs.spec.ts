import assert from "node:assert/strict";
import { childrenOf, record, refusal } from "@hipaa-aws/component-testing";
import { DatabaseInsights } from "../shared/types";
import { cluster, primary, rotatedMaster, secondary } from "../testing/aurora";
import { required } from "../testing/example";
import {
  AuroraPostgresClusterGlobalRole,
  type AuroraPostgresClusterActivityStreamMode,
  type AuroraPostgresClusterArgs,
} from "./args";

const clusterType = "aws:rds/cluster:Cluster";
const instanceType = "aws:rds/clusterInstance:ClusterInstance";
const advanced = { performanceInsightsRetentionPeriod: 465 };

/** What each knob changes on the cluster and on each of its instances, beside nothing else. */
const knobs: [string, Partial<AuroraPostgresClusterArgs>, Record<string, unknown>, Record<string, unknown>][] = [
  ["instanceClass", { instanceClass: "db.r8g.large" }, {}, { instanceClass: "db.r8g.large" }],
  [
    "serverless",
    { serverless: {} },
    { serverlessv2ScalingConfiguration: { minCapacity: 2, maxCapacity: 16 } },
    { instanceClass: "db.serverless" },
  ],
  [
    "serverless capacities",
    { serverless: { minCapacity: 0.5, maxCapacity: 1 } },
    { serverlessv2ScalingConfiguration: { minCapacity: 0.5, maxCapacity: 1 } },
    { instanceClass: "db.serverless" },
  ],
  ["ioOptimized", { ioOptimized: true }, { storageType: "aurora-iopt1" }, {}],
  ["insights", { insights: DatabaseInsights.Advanced }, { databaseInsightsMode: "advanced", ...advanced }, advanced],
  ["backupRetentionDays", { backupRetentionDays: 7 }, { backupRetentionPeriod: 7 }, {}],
  ["deletionProtection", { deletionProtection: false }, { deletionProtection: false }, {}],
  ["backupWindow", { backupWindow: "02:00-02:30" }, { preferredBackupWindow: "02:00-02:30" }, {}],
  [
    "maintenanceWindow",
    { maintenanceWindow: "mon:00:00-mon:01:00" },
    { preferredMaintenanceWindow: "mon:00:00-mon:01:00" },
    { preferredMaintenanceWindow: "mon:00:00-mon:01:00" },
  ],
  ["snapshotIdentifier", { snapshotIdentifier: "before-move" }, { snapshotIdentifier: "before-move" }, {}],
  ["engineVersion", { engineVersion: "16.4" }, { engineVersion: "16.4" }, { engineVersion: "16.4" }],
  ["databaseName", { databaseName: "records" }, { databaseName: "records" }, {}],
  ["masterUsername", { masterUsername: "keeper" }, { masterUsername: "keeper" }, {}],
];

describe("knobs of AuroraPostgresCluster", () => {
  for (const [knob, args, ofCluster, ofInstance] of knobs) {
    it(`${knob}: changes that and nothing else`, async () => {
      const before = await record(cluster(), "update");
      const after = await record(cluster(args), "update");
      assert.deepEqual(after.one(clusterType).inputs, { ...before.one(clusterType).inputs, ...ofCluster });
      for (const name of ["db-0", "db-1"])
        assert.deepEqual(after.one(instanceType, name).inputs, {
          ...before.one(instanceType, name).inputs,
          ...ofInstance,
        });
    });
  }

  it("readers: as many instances beside the writer, of which the later ones follow when the first are gone", async () => {
    for (const readers of [0, 3]) {
      const graph = await record(cluster({ readers }));
      const tiers = graph.all(instanceType).map(({ inputs }) => inputs.promotionTier);
      assert.deepEqual(tiers, [0, 0, 1, 1].slice(0, readers + 1));
    }
  });

  it("readers 0: nothing to watch for lag; serverless: its capacity is watched", async () => {
    const { alarmTopicArn } = primary;
    const alone = await record(cluster({ readers: 0, alarmTopicArn }));
    assert.ok(!alone.names.some((name) => name.endsWith("db-replica-lag")));
    const serverless = await record(cluster({ serverless: {}, alarmTopicArn }));
    assert.ok(serverless.names.some((name) => name.endsWith("db-capacity")));
  });

  it("identifier: names the cluster, its final snapshot and the log groups", async () => {
    const graph = await record(cluster({ identifier: "legacy" }));
    const { inputs } = graph.one(clusterType);
    assert.equal(inputs.clusterIdentifier, "legacy");
    assert.equal(inputs.finalSnapshotIdentifier, "legacy-final");
    const names = graph.all("aws:cloudwatch/logGroup:LogGroup").map((group) => group.inputs.name);
    assert.ok(names.includes("/aws/rds/cluster/legacy/postgresql"));
  });

  it("parameters, instanceParameters and preloadLibraries: go to the group of the cluster or of the instances", async () => {
    const one = (name: string, value: string) => [{ name, value, pendingReboot: true }];
    const graph = await record(
      cluster({
        engineVersion: "16",
        parameters: one("max_connections", "400"),
        instanceParameters: one("work_mem", "65536"),
        preloadLibraries: ["pg_cron"],
      }),
    );
    const ofCluster = graph.one("aws:rds/clusterParameterGroup:ClusterParameterGroup").inputs;
    const ofInstances = graph.one("aws:rds/parameterGroup:ParameterGroup").inputs;
    assert.deepEqual([ofCluster.family, ofInstances.family], ["aurora-postgresql16", "aurora-postgresql16"]);
    const named = (name: string) =>
      (ofCluster.parameters as { name: string; value: string }[]).find((p) => p.name === name);
    assert.equal(named("max_connections")?.value, "400");
    assert.equal(named("shared_preload_libraries")?.value, "pg_stat_statements,pgaudit,pg_cron");
    assert.deepEqual(ofInstances.parameters, [{ name: "work_mem", value: "65536", applyMethod: "pending-reboot" }]);
  });

  it("rotatedMaster.rotateEveryDays: the interval of the rotation", async () => {
    const graph = await record(cluster({ rotatedMaster: { ...rotatedMaster, rotateEveryDays: 30 } }));
    const { inputs } = graph.one("aws:secretsmanager/secretRotation:SecretRotation");
    assert.deepEqual(inputs.rotationRules, { automaticallyAfterDays: 30 });
  });

  it("tags: reach every child that takes tags, beside its own", async () => {
    const graph = await record(cluster({ ...primary, tags: { team: "records" } }));
    const untaggable = /RolePolicyAttachment|SecretRotation|SecretPolicy|SecretVersion|ClusterActivityStream/;
    for (const child of childrenOf(graph))
      if (!untaggable.test(child.type))
        assert.equal((child.inputs.tags as Record<string, string>).team, "records", child.urn);
  });
});

const globalDatabase = primary.globalDatabase;

const refused: [Partial<AuroraPostgresClusterArgs>, RegExp][] = [
  [{ instanceClass: "db.r7g.large", serverless: {} }, /instanceClass and serverless are given together/],
  [{ instanceClass: "large" }, /instanceClass is "large"\. It must be a class such as "db\.r7g\.large"/],
  [
    { serverless: {}, activityStream: { key: required.key } },
    /activityStream and serverless do not fit: Aurora Serverless has no database activity streams/,
  ],
  [
    { instanceClass: "db.t4g.medium", activityStream: { key: required.key } },
    /activityStream and instanceClass do not fit: burstable classes/,
  ],
  [
    { instanceClass: "db.t4g.medium", globalDatabase, rotatedMaster },
    /globalDatabase and instanceClass do not fit: burstable classes/,
  ],
  [{ serverless: { minCapacity: 0 } }, /serverless\.minCapacity is 0, which is not 0\.5 to 256 in steps of 0\.5/],
  [{ serverless: { maxCapacity: 16.2 } }, /serverless\.maxCapacity is 16\.2/],
  [
    { serverless: { minCapacity: 8, maxCapacity: 4 } },
    /serverless\.minCapacity and serverless\.maxCapacity are 8 and 4/,
  ],
  [{ readers: 16 }, /readers is 16, .* 0 to 15/],
  [{ readers: -1 }, /readers is -1/],
  [{ globalDatabase }, /globalDatabase and rotatedMaster do not fit: RDS cannot manage the master password/],
  [
    { globalDatabase, rotatedMaster, snapshotIdentifier: "before-move" },
    /globalDatabase and snapshotIdentifier are given together/,
  ],
  [
    {
      rotatedMaster,
      globalDatabase: { role: AuroraPostgresClusterGlobalRole.Primary, identifier: "a", sourceRegion: "b" },
    },
    /globalDatabase\.sourceRegion is given for a primary/,
  ],
  [
    { rotatedMaster, globalDatabase: { role: AuroraPostgresClusterGlobalRole.Primary, identifier: "Records" } },
    /globalDatabase\.identifier is "Records"/,
  ],
  [
    { globalDatabase: { role: "reader" as AuroraPostgresClusterGlobalRole, identifier: "records" } },
    /globalDatabase\.role is "reader".* Choose one of primary, secondary/,
  ],
  [{ ...secondary, rotatedMaster }, /globalDatabase and rotatedMaster do not fit: a secondary has the master user/],
  [{ ...secondary, masterUsername: "keeper" }, /globalDatabase and masterUsername do not fit/],
  [
    { globalDatabase: { role: AuroraPostgresClusterGlobalRole.Secondary, identifier: "records" } },
    /globalDatabase\.sourceRegion is missing/,
  ],
  [
    { activityStream: { key: required.key, mode: "later" as AuroraPostgresClusterActivityStreamMode } },
    /activityStream\.mode is "later".* Choose one of async, sync/,
  ],
  [
    { rotatedMaster: { ...rotatedMaster, initialPassword: "secret@home" } },
    /rotatedMaster\.initialPassword is not a password that RDS takes/,
  ],
  [{ rotatedMaster: { ...rotatedMaster, rotateEveryDays: 91 } }, /rotatedMaster\.rotateEveryDays is 91, .* 1 to 90/],
  [{ secretsKey: undefined }, /secretsKey is missing/],
  [{ engineVersion: "18" }, /engineVersion is "18", whose parameters are not known\. Use one of 15, 16, 17\./],
  [{ insights: "off" as DatabaseInsights }, /insights is "off"/],
  [{ backupRetentionDays: 6 }, /backupRetentionDays is 6/],
  [{ maintenanceWindow: "sun:06:30-sun:07:30" }, /backupWindow and maintenanceWindow overlap/],
  [{ masterUsername: "rdsadmin" }, /masterUsername is "rdsadmin", a word that PostgreSQL or RDS reserves/],
  [{ databaseName: "patient records" }, /databaseName is "patient records"/],
  [{ identifier: "a".repeat(61) }, /identifier has 61 characters/],
  [
    { parameters: [{ name: "log_statement", value: "all" }] },
    /parameters\[0\] sets "log_statement", which the component locks/,
  ],
  [
    { instanceParameters: [{ name: "log_statement", value: "all" }] },
    /instanceParameters\[0\] sets "log_statement", which the component locks to none/,
  ],
  [{ instanceParameters: [{ name: "pgaudit.log_level", value: "log" }] }, /would change the audit record/],
];

describe("what AuroraPostgresCluster refuses", () => {
  for (const [args, message] of refused) {
    it(JSON.stringify(args).slice(0, 100), async () => {
      const said = await refusal(cluster(args));
      assert.match(said, message);
      assert.match(said, /^AuroraPostgresCluster "db": /);
      assert.doesNotMatch(said, /secret@home/, "a password stands in no message");
    });
  }

  it("a name that leaves no room for the instances' numbers", async () => {
    assert.match(
      await refusal(cluster({}, "a".repeat(53))),
      /passes the 60 characters AWS allows for a database identifier/,
    );
  });
});
