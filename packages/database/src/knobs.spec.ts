import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { PostgresInstanceInsights, type PostgresInstanceArgs } from "./args";
import { database, everything } from "./testing/example";
import { childrenOf, record } from "@hipaa-aws/component-testing";

const instanceType = "aws:rds/instance:Instance";

/** What each knob changes on the instance, beside nothing else. */
const knobs: [string, Partial<PostgresInstanceArgs>, Record<string, unknown>][] = [
  ["instanceClass", { instanceClass: "db.t4g.medium" }, { instanceClass: "db.t4g.medium" }],
  ["allocatedStorage", { allocatedStorage: 20 }, { allocatedStorage: 20, maxAllocatedStorage: 200 }],
  ["maxAllocatedStorage", { maxAllocatedStorage: 110 }, { maxAllocatedStorage: 110 }],
  [
    "iops and storageThroughput",
    { allocatedStorage: 400, iops: 12_000, storageThroughput: 500 },
    { allocatedStorage: 400, maxAllocatedStorage: 4000, iops: 12_000, storageThroughput: 500 },
  ],
  ["multiAz", { multiAz: false }, { multiAz: false }],
  [
    "insights",
    { insights: PostgresInstanceInsights.Advanced },
    { databaseInsightsMode: "advanced", performanceInsightsRetentionPeriod: 465 },
  ],
  ["backupRetentionDays", { backupRetentionDays: 7 }, { backupRetentionPeriod: 7 }],
  ["deletionProtection", { deletionProtection: false }, { deletionProtection: false }],
  ["backupWindow", { backupWindow: "02:00-02:30" }, { backupWindow: "02:00-02:30" }],
  ["maintenanceWindow", { maintenanceWindow: "mon:00:00-mon:01:00" }, { maintenanceWindow: "mon:00:00-mon:01:00" }],
  ["snapshotIdentifier", { snapshotIdentifier: "before-move" }, { snapshotIdentifier: "before-move" }],
  ["engineVersion", { engineVersion: "16.4" }, { engineVersion: "16.4" }],
  ["identifier", { identifier: "legacy" }, { identifier: "legacy", finalSnapshotIdentifier: "legacy-final" }],
  ["databaseName", { databaseName: "records" }, { dbName: "records" }],
  ["masterUsername", { masterUsername: "keeper" }, { username: "keeper" }],
];

describe("knobs of PostgresInstance", () => {
  for (const [knob, args, change] of knobs) {
    it(`${knob}: changes that and nothing else of the instance`, async () => {
      const before = (await record(database(), "update")).one(instanceType).inputs;
      const after = (await record(database(args), "update")).one(instanceType).inputs;
      assert.deepEqual(after, { ...before, ...change });
    });
  }

  it("engineVersion: selects the parameter group family", async () => {
    for (const major of ["15", "16", "17", "18"]) {
      const graph = await record(database({ engineVersion: `${major}.2` }));
      assert.equal(graph.one("aws:rds/parameterGroup:ParameterGroup").inputs.family, `postgres${major}`);
    }
  });

  it("identifier: names the log groups", async () => {
    const graph = await record(database({ identifier: "legacy" }));
    const names = graph.all("aws:cloudwatch/logGroup:LogGroup").map(({ inputs }) => inputs.name);
    assert.ok(names.includes("/aws/rds/instance/legacy/postgresql"));
  });

  it("parameters and preloadLibraries: are added to the group", async () => {
    const graph = await record(
      database({
        parameters: [{ name: "max_connections", value: "400", pendingReboot: true }],
        preloadLibraries: ["pg_cron"],
      }),
    );
    const { parameters } = graph.one("aws:rds/parameterGroup:ParameterGroup").inputs;
    const named = (name: string) => (parameters as { name: string }[]).find((parameter) => parameter.name === name);
    assert.deepEqual(named("max_connections"), {
      name: "max_connections",
      value: "400",
      applyMethod: "pending-reboot",
    });
    assert.deepEqual(named("shared_preload_libraries"), {
      name: "shared_preload_libraries",
      value: "pg_stat_statements,pgaudit,pg_cron",
      applyMethod: "pending-reboot",
    });
  });

  it("backupReplication (rds-cross-region-backup, rds-replicated-backup-cmk): copies under a key of the other Region", async () => {
    const graph = await record(database(everything), "update");
    const { inputs } = graph.one("aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication");
    assert.deepEqual(inputs, {
      region: "us-west-2",
      sourceDbInstanceArn: graph.one(instanceType).outputs.arn,
      kmsKeyId: "arn:aws:kms:us-west-2:111122223333:key/44444444-4444-4444-8444-444444444444",
      retentionPeriod: 35,
    });
  });

  it("alarmTopicArn (cloudwatch-alarms-have-actions): every alarm reports to the topic about this instance", async () => {
    const graph = await record(database(everything), "update");
    const alarms = graph.all("aws:cloudwatch/metricAlarm:MetricAlarm");
    assert.equal(alarms.length, 5);
    for (const { inputs } of alarms) {
      assert.deepEqual(inputs.alarmActions, ["arn:aws:sns:us-east-1:111122223333:alarms"]);
      assert.deepEqual(inputs.dimensions, { DBInstanceIdentifier: graph.one(instanceType).outputs.identifier });
      assert.equal(inputs.namespace, "AWS/RDS");
    }
    assert.equal(graph.one("aws:cloudwatch/metricAlarm:MetricAlarm", "db-storage").inputs.threshold, 5 * 1024 ** 3);
  });

  it("eventTopicArn (rds-event-notifications): events of this instance go to the topic", async () => {
    const graph = await record(database(everything), "update");
    const { inputs } = graph.one("aws:rds/eventSubscription:EventSubscription");
    assert.equal(inputs.snsTopic, "arn:aws:sns:us-east-1:111122223333:events");
    assert.deepEqual(inputs.sourceIds, [graph.one(instanceType).outputs.identifier]);
    for (const category of ["failover", "failure", "deletion", "configuration change", "low storage"])
      assert.ok((inputs.eventCategories as string[]).includes(category), category);
  });

  it("tags: reach every child that takes tags, beside its own", async () => {
    const graph = await record(database({ ...everything, tags: { team: "records" } }));
    const untaggable = ["RolePolicyAttachment", "SecretRotation", "InstanceAutomatedBackupsReplication"];
    for (const child of childrenOf(graph)) {
      if (untaggable.includes(child.type.split(":")[2] ?? "")) continue;
      assert.equal((child.inputs.tags as Record<string, string>).team, "records", child.urn);
    }
  });

  it("network may be a component with these outputs, and keys may be outputs that hold more", async () => {
    class Network extends pulumi.ComponentResource {
      readonly vpcId = pulumi.output("vpc-1");
      readonly dataSubnetIds = pulumi.output(["subnet-1", "subnet-2"]);
    }
    const key = pulumi.output({ arn: "arn:aws:kms:us-east-1:111122223333:key/k", keyId: "k", aliasName: "alias/k" });
    const graph = await record(() => database({ network: new Network("test:index:Network", "network"), key })());
    assert.equal(graph.one(instanceType).inputs.kmsKeyId, "arn:aws:kms:us-east-1:111122223333:key/k");
    const component = graph.one("database:index:PostgresInstance").inputs;
    assert.deepEqual(component.network, { vpcId: "vpc-1", dataSubnetIds: ["subnet-1", "subnet-2"] });
    assert.deepEqual(component.key, { arn: "arn:aws:kms:us-east-1:111122223333:key/k" });
  });
});
