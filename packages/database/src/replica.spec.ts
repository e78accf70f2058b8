import assert from "node:assert/strict";
import { childrenOf, nameOf, record, refusal, text, type Graph } from "@hipaa-aws/component-testing";
import * as pulumi from "@pulumi/pulumi";
import type { PostgresInstanceArgs } from "./args";
import { PostgresInstance } from "./postgres-instance";
import { database, recovery, required } from "./testing/example";

const instanceType = "aws:rds/instance:Instance";

describe("PostgresInstance with a replica in another Region", () => {
  let graph: Graph;
  let inputs: Record<string, unknown>;
  before(async () => {
    graph = await record(database(recovery), "update");
    inputs = graph.one(instanceType, "db-replica").inputs;
  });

  it("adds its children to the golden list, the same at preview and at update", async () => {
    const base = await record(database());
    assert.deepEqual(
      graph.names.filter((name) => !base.names.includes(name)),
      [
        "aws:cloudwatch/logGroup:LogGroup db-replica-iam-db-auth-error",
        "aws:cloudwatch/logGroup:LogGroup db-replica-postgresql",
        "aws:cloudwatch/logGroup:LogGroup db-replica-upgrade",
        "aws:cloudwatch/metricAlarm:MetricAlarm db-replica-lag",
        "aws:ec2/securityGroup:SecurityGroup db-replica-security-group",
        "aws:rds/instance:Instance db-replica",
        "aws:rds/parameterGroup:ParameterGroup db-replica",
        "aws:rds/subnetGroup:SubnetGroup db-replica",
        "aws:secretsmanager/secret:Secret db-master",
        "aws:secretsmanager/secretPolicy:SecretPolicy db-master",
        "aws:secretsmanager/secretRotation:SecretRotation db-master",
        "aws:secretsmanager/secretVersion:SecretVersion db-master",
      ],
    );
    assert.deepEqual((await record(database(recovery), "preview")).names, graph.names);
  });

  it("dr-component: replicates the database, and everything of it is in the other Region", () => {
    assert.equal(inputs.replicateSourceDb, graph.one(instanceType, "db").outputs.arn);
    for (const child of childrenOf(graph).filter((one) => nameOf(one).startsWith("db-replica")))
      assert.equal(child.inputs.region, "us-west-2", child.urn);
  });

  it("rds-cmk, rds-performance-insights-encrypted: under the key of that Region", () => {
    assert.equal(inputs.storageEncrypted, true);
    assert.equal(inputs.kmsKeyId, recovery.replica.key.arn);
    assert.equal(inputs.performanceInsightsKmsKeyId, recovery.replica.key.arn);
    for (const group of graph.all("aws:cloudwatch/logGroup:LogGroup"))
      if (nameOf(group).startsWith("db-replica")) {
        assert.equal(group.inputs.kmsKeyId, recovery.replica.logsKey.arn);
        assert.match(text(group.inputs.name), new RegExp(`^/aws/rds/instance/${text(inputs.identifier)}/`));
        assert.equal(group.inputs.retentionInDays, 2192);
      }
  });

  it("is as safe as its source: TLS and audit parameters, private, standby, backups, IAM, protection", () => {
    const groups = graph.all("aws:rds/parameterGroup:ParameterGroup");
    assert.deepEqual(groups[0]?.inputs.parameters, groups[1]?.inputs.parameters);
    const source = graph.one(instanceType, "db").inputs;
    for (const safeguard of [
      "publiclyAccessible",
      "multiAz",
      "backupRetentionPeriod",
      "deletionProtection",
      "iamDatabaseAuthenticationEnabled",
      "caCertIdentifier",
      "enabledCloudwatchLogsExports",
      "monitoringInterval",
      "autoMinorVersionUpgrade",
      "deleteAutomatedBackups",
      "copyTagsToSnapshot",
    ])
      assert.deepEqual(inputs[safeguard], source[safeguard], safeguard);
    assert.equal(inputs.skipFinalSnapshot, true, "RDS refuses a final snapshot of a replica");
  });

  it("its alarm reports to the topic of its Region", () => {
    const alarm = graph.one("aws:cloudwatch/metricAlarm:MetricAlarm").inputs;
    assert.deepEqual(alarm.alarmActions, [recovery.replica.alarmTopicArn]);
    assert.equal(alarm.metricName, "ReplicaLag");
  });

  it("secretsmanager-cmk, secretsmanager-rotation: a function keeps the master password, which RDS does not manage", () => {
    const source = graph.one(instanceType, "db");
    assert.ok(!("manageMasterUserPassword" in source.inputs) && "passwordWo" in source.inputs);
    const rotation = graph.one("aws:secretsmanager/secretRotation:SecretRotation");
    assert.equal(rotation.inputs.rotateImmediately, true);
    assert.ok(rotation.dependencies.includes(source.urn), "the function signs in");
    const { outputs } = graph.one("database:index:PostgresInstance");
    assert.equal(outputs.masterSecretArn, graph.one("aws:secretsmanager/secret:Secret").outputs.arn);
  });

  it("the initial password is secret, and not among the component's inputs", () => {
    const blank = (_key: string, value: unknown): unknown =>
      typeof value === "object" && value !== null && "4dabf18193072939515e22adb298388d" in value ? "[secret]" : value;
    for (const resource of graph.resources)
      assert.doesNotMatch(JSON.stringify(resource.inputs, blank), /Initial-Password/, nameOf(resource));
  });

  it("replica.instanceClass and replica.multiAz: change that and nothing else of the replica", async () => {
    const replica = { ...recovery.replica, instanceClass: "db.r7g.large", multiAz: false };
    const after = (await record(database({ ...recovery, replica }), "update")).one(instanceType, "db-replica").inputs;
    assert.deepEqual(after, { ...inputs, instanceClass: "db.r7g.large", multiAz: false });
  });

  for (const mode of ["preview", "update"] as const)
    it(`registers its fields as outputs (${mode})`, async () => {
      let fields: string[] = [];
      const recorded = await record(() => {
        fields = Object.entries(new PostgresInstance("db", { ...required, ...recovery }))
          .filter(([key, value]) => key !== "urn" && !key.startsWith("__") && pulumi.Output.isInstance(value))
          .map(([key]) => key);
      }, mode);
      assert.ok(fields.includes("replicaAddress"));
      assert.deepEqual(Object.keys(recorded.one("database:index:PostgresInstance").outputs).sort(), fields.sort());
    });
});

describe("credentials and recovery of PostgresInstance together", () => {
  it("rotatedMaster alone: no replica", async () => {
    const { rotatedMaster } = recovery;
    const graph = await record(database({ rotatedMaster: { ...rotatedMaster, rotateEveryDays: 30 } }));
    assert.equal(graph.all(instanceType).length, 1);
    const { inputs } = graph.one("aws:secretsmanager/secretRotation:SecretRotation");
    assert.deepEqual(inputs.rotationRules, { automaticallyAfterDays: 30 });
  });

  const { rotatedMaster, replica } = recovery;
  const refused: [Partial<PostgresInstanceArgs>, RegExp][] = [
    [{ replica }, /replica and rotatedMaster do not fit: RDS makes no read replica .*or backupReplication instead/],
    [{ rotatedMaster, replica: { ...replica, key: undefined as never } }, /replica\.key is missing/],
    [{ rotatedMaster, replica: { ...replica, logsKey: undefined as never } }, /replica\.logsKey is missing/],
    [{ rotatedMaster, replica: { ...replica, network: undefined as never } }, /replica\.network is missing/],
    [{ rotatedMaster, replica: { ...replica, region: undefined as never } }, /replica\.region is missing/],
    [{ rotatedMaster: { ...rotatedMaster, rotateEveryDays: 0 } }, /rotatedMaster\.rotateEveryDays is 0, .* 1 to 90/],
    [
      { rotatedMaster: { ...rotatedMaster, initialPassword: "short" } },
      /initialPassword is not a password that RDS takes/,
    ],
  ];
  for (const [args, message] of refused)
    it(`refuses ${String(message).slice(1, 60)}`, async () => {
      const said = await refusal(database(args));
      assert.match(said, message);
      assert.doesNotMatch(said, /"short"/, "a password stands in no message");
    });
});
