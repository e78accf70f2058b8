import assert from "node:assert/strict";
import { childrenOf, nameOf, record, text, type Graph } from "@hipaa-aws/component-testing";
import * as pulumi from "@pulumi/pulumi";
import { cluster, primary, secondary } from "../testing/aurora";
import { required } from "../testing/example";
import { AuroraPostgresCluster } from "./aurora-postgres-cluster";

const clusterType = "aws:rds/cluster:Cluster";
const instanceType = "aws:rds/clusterInstance:ClusterInstance";
const keyOf = (digit: string) =>
  `arn:aws:kms:us-east-1:111122223333:key/${"11111111-1111-4111-8111-111111111111".replace(/1/g, digit)}`;

function parametersOf(graph: Graph, type = "aws:rds/clusterParameterGroup:ClusterParameterGroup") {
  const { parameters } = graph.one(type).inputs;
  return Object.fromEntries((parameters as { name: string; value: string }[]).map(({ name, value }) => [name, value]));
}

describe("AuroraPostgresCluster with default arguments", () => {
  let graph: Graph;
  let inputs: Record<string, unknown>;
  let instances: Record<string, unknown>[];
  before(async () => {
    graph = await record(cluster(), "update");
    inputs = graph.one(clusterType).inputs;
    instances = graph.all(instanceType).map((instance) => instance.inputs);
  });

  it("rds-component, rds-storage-encrypted, rds-cmk, rds-performance-insights-encrypted: all is under the given key", () => {
    assert.equal(inputs.storageEncrypted, true);
    assert.equal(inputs.kmsKeyId, keyOf("1"));
    for (const part of [inputs, ...instances]) {
      assert.equal(part.performanceInsightsEnabled, true);
      assert.equal(part.performanceInsightsKmsKeyId, keyOf("1"));
      assert.equal(part.performanceInsightsRetentionPeriod, 7);
    }
    assert.equal(inputs.databaseInsightsMode, "standard");
  });

  it("aurora-multi-az: a writer and a reader that can take over at once", () => {
    assert.deepEqual(
      instances.map(({ instanceClass, promotionTier }) => [instanceClass, promotionTier]),
      [
        ["db.r7g.large", 0],
        ["db.r7g.large", 0],
      ],
    );
    for (const instance of instances) assert.equal(instance.clusterIdentifier, graph.one(clusterType).id);
  });

  it("rds-not-public, rds-private-subnet-group, vpc-sg-database-from-app-only: data subnets, and a group without rules", () => {
    for (const instance of instances) assert.equal(instance.publiclyAccessible, false);
    const subnetGroup = graph.one("aws:rds/subnetGroup:SubnetGroup");
    assert.equal(inputs.dbSubnetGroupName, subnetGroup.outputs.name);
    const group = graph.one("aws:ec2/securityGroup:SecurityGroup");
    assert.deepEqual(inputs.vpcSecurityGroupIds, [group.id]);
    assert.ok(!("ingress" in group.inputs) && !("egress" in group.inputs));
  });

  it("rds-backup-retention, rds-keep-automated-backups, rds-final-snapshot, rds-deletion-protection: copies outlive it", () => {
    assert.equal(inputs.backupRetentionPeriod, 35);
    assert.equal(inputs.deleteAutomatedBackups, false);
    assert.equal(inputs.skipFinalSnapshot, false);
    assert.equal(inputs.finalSnapshotIdentifier, `${text(inputs.clusterIdentifier)}-final`);
    assert.equal(inputs.deletionProtection, true);
    assert.equal(inputs.copyTagsToSnapshot, true);
  });

  it("rds-log-exports, cloudwatch-log-group-cmk, cloudwatch-log-retention-six-years: log groups are made first", () => {
    assert.deepEqual(inputs.enabledCloudwatchLogsExports, ["postgresql", "instance", "iam-db-auth-error"]);
    const groups = graph.all("aws:cloudwatch/logGroup:LogGroup");
    assert.equal(groups.length, 3);
    for (const group of groups) {
      assert.match(text(group.inputs.name), new RegExp(`^/aws/rds/cluster/${text(inputs.clusterIdentifier)}/`));
      assert.equal(group.inputs.kmsKeyId, keyOf("2"));
      assert.equal(group.inputs.retentionInDays, 2192);
      assert.equal(group.inputs.skipDestroy, true);
      assert.ok(graph.one(clusterType).dependencies.includes(group.urn), nameOf(group));
    }
  });

  it("rds-managed-master-password, rds-master-secret-cmk, secretsmanager-rotation: RDS keeps the password and rotates it", () => {
    assert.equal(inputs.manageMasterUserPassword, true);
    assert.equal(inputs.masterUserSecretKmsKeyId, keyOf("3"));
    assert.ok(!("masterPassword" in inputs) && !("masterPasswordWo" in inputs));
    const rotation = graph.one("aws:secretsmanager/secretRotation:SecretRotation");
    assert.deepEqual(rotation.inputs.rotationRules, { automaticallyAfterDays: 7 });
    assert.deepEqual(rotation.propertyDependencies.secretId, [graph.one(clusterType).urn]);
  });

  it("rds-iam-authentication, rds-tls-ca-current, rds-enhanced-monitoring, rds-minor-version-upgrade", () => {
    assert.equal(inputs.iamDatabaseAuthenticationEnabled, true);
    assert.equal(inputs.engineLifecycleSupport, "open-source-rds-extended-support-disabled");
    for (const instance of instances) {
      assert.equal(instance.caCertIdentifier, "rds-ca-rsa4096-g1");
      assert.equal(instance.monitoringInterval, 60);
      assert.equal(instance.monitoringRoleArn, graph.one("aws:iam/role:Role").outputs.arn);
      assert.equal(instance.autoMinorVersionUpgrade, true);
    }
  });

  it("aurora-postgresql-force-ssl, rds-postgresql-audit, rds-tls-minimum-version: TLS, pgaudit, and no values in the log", () => {
    const parameters = parametersOf(graph);
    assert.equal(graph.one("aws:rds/clusterParameterGroup:ClusterParameterGroup").inputs.family, "aurora-postgresql17");
    assert.equal(parameters["rds.force_ssl"], "1");
    assert.equal(parameters.ssl_min_protocol_version, "TLSv1.2");
    assert.equal(parameters["pgaudit.log"], "ddl,role");
    assert.equal(parameters["pgaudit.log_parameter"], "0");
    assert.equal(parameters.log_statement, "none");
    assert.equal(parameters.log_parameter_max_length, "0");
    assert.equal(parameters.log_parameter_max_length_on_error, "0");
    assert.ok(!("log_checkpoints" in parameters), "Aurora has no such parameter");
  });

  it("the group of the instances leaves everything to the cluster's", () => {
    const group = graph.one("aws:rds/parameterGroup:ParameterGroup");
    assert.deepEqual(group.inputs.parameters, []);
    for (const instance of instances) assert.equal(instance.dbParameterGroupName, group.outputs.name);
  });

  it("the children are those of the golden list", () => {
    assert.deepEqual(graph.names, [
      "aws:cloudwatch/logGroup:LogGroup db-iam-db-auth-error",
      "aws:cloudwatch/logGroup:LogGroup db-instance",
      "aws:cloudwatch/logGroup:LogGroup db-postgresql",
      "aws:ec2/securityGroup:SecurityGroup db-security-group",
      "aws:iam/role:Role db-monitoring",
      "aws:iam/rolePolicyAttachment:RolePolicyAttachment db-monitoring",
      "aws:rds/cluster:Cluster db",
      "aws:rds/clusterInstance:ClusterInstance db-0",
      "aws:rds/clusterInstance:ClusterInstance db-1",
      "aws:rds/clusterParameterGroup:ClusterParameterGroup db",
      "aws:rds/parameterGroup:ParameterGroup db",
      "aws:rds/subnetGroup:SubnetGroup db",
      "aws:secretsmanager/secretRotation:SecretRotation db-master-secret",
      "database:index:AuroraPostgresCluster db",
    ]);
    const component = graph.one("database:index:AuroraPostgresCluster");
    for (const child of childrenOf(graph)) assert.equal(child.parent, component.urn, nameOf(child));
  });
});

describe("AuroraPostgresCluster as the primary of a global database, with every child", () => {
  let graph: Graph;
  before(async () => {
    graph = await record(cluster(primary), "update");
  });

  it("adds its children to the golden list, the same at preview and at update", async () => {
    const base = await record(cluster());
    const added = graph.names.filter((name) => !base.names.includes(name));
    assert.deepEqual(added, [
      "aws:cloudwatch/metricAlarm:MetricAlarm db-cpu",
      "aws:cloudwatch/metricAlarm:MetricAlarm db-memory",
      "aws:cloudwatch/metricAlarm:MetricAlarm db-replica-lag",
      "aws:cloudwatch/metricAlarm:MetricAlarm db-slot-lag",
      "aws:cloudwatch/metricAlarm:MetricAlarm db-transaction-ids",
      "aws:rds/clusterActivityStream:ClusterActivityStream db-activity",
      "aws:rds/eventSubscription:EventSubscription db-events",
      "aws:rds/globalCluster:GlobalCluster db-global",
      "aws:secretsmanager/secret:Secret db-master",
      "aws:secretsmanager/secretPolicy:SecretPolicy db-master",
      "aws:secretsmanager/secretRotation:SecretRotation db-master",
      "aws:secretsmanager/secretVersion:SecretVersion db-master",
    ]);
    assert.deepEqual((await record(cluster(primary), "preview")).names, graph.names);
  });

  it("rds-cross-region-backup: the global cluster is encrypted and locked, and the cluster joins it", () => {
    const { inputs } = graph.one("aws:rds/globalCluster:GlobalCluster");
    assert.equal(inputs.storageEncrypted, true);
    assert.equal(inputs.deletionProtection, true);
    assert.equal(inputs.engineVersion, "17");
    assert.equal(graph.one(clusterType).inputs.globalClusterIdentifier, "records");
    assert.equal(graph.one("database:index:AuroraPostgresCluster").outputs.globalClusterIdentifier, "records");
  });

  it("aurora-activity-stream, rds-activity-stream-cmk: starts when the instances run, under the given key", () => {
    const stream = graph.one("aws:rds/clusterActivityStream:ClusterActivityStream");
    assert.deepEqual(stream.inputs, {
      resourceArn: graph.one(clusterType).outputs.arn,
      mode: "sync",
      kmsKeyId: keyOf("1"),
      region: "us-east-1",
    });
    for (const instance of graph.all(instanceType)) assert.ok(stream.dependencies.includes(instance.urn));
  });

  it("activityStream.mode: asynchronous unless it is given", async () => {
    const { inputs } = (await record(cluster({ activityStream: { key: required.key } }))).one(
      "aws:rds/clusterActivityStream:ClusterActivityStream",
    );
    assert.equal(inputs.mode, "async");
  });

  it("secretsmanager-cmk, secretsmanager-rotation, secretsmanager-block-public-policy: a function rotates the password", () => {
    const secret = graph.one("aws:secretsmanager/secret:Secret");
    assert.equal(secret.inputs.kmsKeyId, keyOf("3"));
    assert.equal(secret.inputs.recoveryWindowInDays, 30);
    assert.equal(graph.one("aws:secretsmanager/secretPolicy:SecretPolicy").inputs.blockPublicPolicy, true);
    const rotation = graph.one("aws:secretsmanager/secretRotation:SecretRotation");
    assert.equal(rotation.inputs.rotateImmediately, true);
    assert.deepEqual(rotation.inputs.rotationRules, { automaticallyAfterDays: 7 });
    for (const instance of graph.all(instanceType)) assert.ok(rotation.dependencies.includes(instance.urn));
    assert.ok(!("manageMasterUserPassword" in graph.one(clusterType).inputs));
  });

  it("the initial password is secret, and not among the component's inputs", () => {
    const open = graph.resources.map(({ inputs }) => JSON.stringify(inputs, (_key, value: unknown) => blank(value)));
    for (const inputs of open) assert.doesNotMatch(inputs, /Initial-Password/);
    const version = graph.one("aws:secretsmanager/secretVersion:SecretVersion").inputs.secretStringWo;
    assert.match(JSON.stringify(version), /Initial-Password/);
    assert.match(JSON.stringify(version), /\.cluster-/, "the host to sign in at");
  });

  it("eventTopicArn, alarmTopicArn: about this cluster", () => {
    const { inputs } = graph.one("aws:rds/eventSubscription:EventSubscription");
    assert.equal(inputs.sourceType, "db-cluster");
    assert.deepEqual(inputs.sourceIds, [graph.one(clusterType).outputs.clusterIdentifier]);
    for (const alarm of graph.all("aws:cloudwatch/metricAlarm:MetricAlarm"))
      assert.deepEqual(alarm.inputs.dimensions, {
        DBClusterIdentifier: graph.one(clusterType).outputs.clusterIdentifier,
      });
  });
});

describe("AuroraPostgresCluster as a secondary", () => {
  it("has no master user of its own, and joins from the primary's Region", async () => {
    const graph = await record(cluster({ ...secondary, alarmTopicArn: primary.alarmTopicArn }), "update");
    const { inputs } = graph.one(clusterType);
    assert.equal(inputs.globalClusterIdentifier, "records");
    assert.equal(inputs.sourceRegion, "us-west-2");
    for (const absent of ["masterUsername", "masterPasswordWo", "manageMasterUserPassword", "databaseName"])
      assert.ok(!(absent in inputs), absent);
    assert.deepEqual(graph.all("aws:rds/globalCluster:GlobalCluster"), []);
    assert.deepEqual(graph.all("aws:secretsmanager/secretRotation:SecretRotation"), []);
    assert.ok(!("masterSecretArn" in graph.one("database:index:AuroraPostgresCluster").outputs));
    assert.ok(graph.names.includes("aws:cloudwatch/metricAlarm:MetricAlarm db-global-lag"));
  });
});

describe("AuroraPostgresCluster in each partition", () => {
  for (const [partition, region] of [
    ["aws", "us-east-1"],
    ["aws-us-gov", "us-gov-west-1"],
    ["aws-cn", "cn-north-1"],
  ] as const) {
    it(`${partition}: the policy of the monitoring role is the partition's own`, async () => {
      const graph = await record(cluster(), "update", region);
      assert.equal(
        graph.one("aws:iam/rolePolicyAttachment:RolePolicyAttachment").inputs.policyArn,
        `arn:${partition}:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole`,
      );
      assert.match(text(graph.one("aws:iam/role:Role").outputs.arn), new RegExp(`^arn:${partition}:iam::`));
    });
  }
});

describe("outputs of AuroraPostgresCluster", () => {
  for (const [what, args] of Object.entries({ alone: {}, primary, secondary })) {
    for (const mode of ["preview", "update"] as const) {
      it(`are the registered ones (${what}, ${mode})`, async () => {
        let fields: string[] = [];
        const graph = await record(() => {
          const component = new AuroraPostgresCluster("db", { ...required, ...args });
          fields = Object.entries(component)
            .filter(([key, value]) => key !== "urn" && !key.startsWith("__") && pulumi.Output.isInstance(value))
            .map(([key]) => key);
        }, mode);
        assert.deepEqual(Object.keys(graph.one("database:index:AuroraPostgresCluster").outputs).sort(), fields.sort());
      });
    }
  }
});

// What the engine keeps encrypted.
function blank(value: unknown): unknown {
  const secret = typeof value === "object" && value !== null && "4dabf18193072939515e22adb298388d" in value;
  return secret ? "[secret]" : value;
}
