import assert from "node:assert/strict";
import { Provider } from "@pulumi/aws/provider";
import * as pulumi from "@pulumi/pulumi";
import { PostgresInstance } from "./postgres-instance";
import { database, everything, required } from "./testing/example";
import { childrenOf, nameOf, record, text, type Graph } from "@hipaa-aws/component-testing";

const instanceType = "aws:rds/instance:Instance";
const partitions = [
  ["aws", "us-east-1"],
  ["aws-us-gov", "us-gov-west-1"],
  ["aws-cn", "cn-north-1"],
] as const;
const secretMark = "4dabf18193072939515e22adb298388d";

function parametersOf(graph: Graph): Record<string, string> {
  const { parameters } = graph.one("aws:rds/parameterGroup:ParameterGroup").inputs;
  return Object.fromEntries((parameters as { name: string; value: string }[]).map(({ name, value }) => [name, value]));
}

describe("PostgresInstance with default arguments", () => {
  let graph: Graph;
  let inputs: Record<string, unknown>;
  before(async () => {
    graph = await record(database(), "update");
    inputs = graph.one(instanceType).inputs;
  });

  it("rds-storage-encrypted, rds-cmk, rds-performance-insights-encrypted: everything is under the given key", () => {
    assert.equal(inputs.storageEncrypted, true);
    assert.equal(inputs.kmsKeyId, "arn:aws:kms:us-east-1:111122223333:key/11111111-1111-4111-8111-111111111111");
    assert.equal(inputs.performanceInsightsEnabled, true);
    assert.equal(inputs.performanceInsightsKmsKeyId, inputs.kmsKeyId);
    assert.equal(inputs.performanceInsightsRetentionPeriod, 7);
    assert.equal(inputs.databaseInsightsMode, "standard");
  });

  it("rds-not-public, rds-private-subnet-group: it lives in the data subnets", () => {
    assert.equal(inputs.publiclyAccessible, false);
    const subnetGroup = graph.one("aws:rds/subnetGroup:SubnetGroup");
    assert.equal(inputs.dbSubnetGroupName, subnetGroup.outputs.name);
    assert.deepEqual(subnetGroup.inputs.subnetIds, ["subnet-0a1b2c3d", "subnet-4e5f6a7b"]);
  });

  it("vpc-sg-database-from-app-only: the security group has no rules", () => {
    const group = graph.one("aws:ec2/securityGroup:SecurityGroup");
    assert.deepEqual(inputs.vpcSecurityGroupIds, [group.id]);
    assert.ok(!("ingress" in group.inputs) && !("egress" in group.inputs));
    assert.equal(group.inputs.revokeRulesOnDelete, true);
    assert.deepEqual(group.inputs.tags, { "hipaa:tier": "data" });
    assert.deepEqual(graph.all("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule"), []);
    assert.deepEqual(graph.all("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule"), []);
  });

  it("rds-backup-retention, rds-keep-automated-backups, rds-final-snapshot: copies outlive the database", () => {
    assert.equal(inputs.backupRetentionPeriod, 35);
    assert.equal(inputs.deleteAutomatedBackups, false);
    assert.equal(inputs.skipFinalSnapshot, false);
    assert.equal(inputs.finalSnapshotIdentifier, `${text(inputs.identifier)}-final`);
    assert.equal(inputs.copyTagsToSnapshot, true);
  });

  it("rds-deletion-protection, general-stateful-resources-protected: RDS refuses to delete it", () => {
    assert.equal(inputs.deletionProtection, true);
  });

  it("rds-multi-az: there is a standby", () => {
    assert.equal(inputs.multiAz, true);
  });

  it("rds-enhanced-monitoring: 60 seconds, by a role that only RDS assumes for this account", () => {
    assert.equal(inputs.monitoringInterval, 60);
    const role = graph.one("aws:iam/role:Role");
    assert.equal(inputs.monitoringRoleArn, role.outputs.arn);
    const trust = JSON.parse(text(role.inputs.assumeRolePolicy)) as { Statement: Record<string, unknown>[] };
    assert.deepEqual(trust.Statement, [
      {
        Sid: "AssumeByService",
        Effect: "Allow",
        Principal: { Service: "monitoring.rds.amazonaws.com" },
        Action: "sts:AssumeRole",
        Condition: { StringEquals: { "aws:SourceAccount": "111122223333" } },
      },
    ]);
  });

  it("rds-log-exports, cloudwatch-log-group-cmk, cloudwatch-log-retention-six-years: audited in log groups made first", () => {
    assert.deepEqual(inputs.enabledCloudwatchLogsExports, ["postgresql", "upgrade", "iam-db-auth-error"]);
    const groups = graph.all("aws:cloudwatch/logGroup:LogGroup");
    assert.deepEqual(
      groups.map((group) => group.inputs.name).sort(),
      ["iam-db-auth-error", "postgresql", "upgrade"].map(
        (log) => `/aws/rds/instance/${text(inputs.identifier)}/${log}`,
      ),
    );
    const instance = graph.one(instanceType);
    for (const group of groups) {
      assert.equal(
        group.inputs.kmsKeyId,
        "arn:aws:kms:us-east-1:111122223333:key/22222222-2222-4222-8222-222222222222",
      );
      assert.equal(group.inputs.retentionInDays, 2192);
      assert.ok(instance.dependencies.includes(group.urn), `${nameOf(group)} is made before the instance`);
    }
  });

  it("cloudwatch-log-deletion-protected: the audit log groups survive the stack", () => {
    for (const group of graph.all("aws:cloudwatch/logGroup:LogGroup")) {
      assert.equal(group.inputs.skipDestroy, true);
      assert.deepEqual(group.inputs.tags, { "hipaa:purpose": "audit" });
    }
  });

  it("rds-managed-master-password, rds-master-secret-cmk: RDS makes the password under the secrets key", () => {
    assert.equal(inputs.manageMasterUserPassword, true);
    assert.equal(
      inputs.masterUserSecretKmsKeyId,
      "arn:aws:kms:us-east-1:111122223333:key/33333333-3333-4333-8333-333333333333",
    );
    assert.ok(!("password" in inputs) && !("passwordWo" in inputs));
  });

  it("secretsmanager-rotation, secretsmanager-rotation-interval: the master password rotates weekly", () => {
    const rotation = graph.one("aws:secretsmanager/secretRotation:SecretRotation");
    assert.deepEqual(rotation.inputs.rotationRules, { automaticallyAfterDays: 7 });
    assert.equal(rotation.inputs.rotateImmediately, false);
    assert.deepEqual(rotation.propertyDependencies.secretId, [graph.one(instanceType).urn]);
  });

  it("rds-iam-authentication, rds-tls-ca-current, rds-minor-version-upgrade: sign-in, certificate and patches", () => {
    assert.equal(inputs.iamDatabaseAuthenticationEnabled, true);
    assert.equal(inputs.caCertIdentifier, "rds-ca-rsa4096-g1");
    assert.equal(inputs.autoMinorVersionUpgrade, true);
    assert.equal(inputs.allowMajorVersionUpgrade, false);
    assert.equal(inputs.engineLifecycleSupport, "open-source-rds-extended-support-disabled");
    assert.equal(inputs.engineVersion, "17");
  });

  it("rds-custom-parameter-group, rds-postgresql-force-ssl, rds-tls-minimum-version: TLS 1.2 or nothing", () => {
    const group = graph.one("aws:rds/parameterGroup:ParameterGroup");
    assert.equal(inputs.parameterGroupName, group.outputs.name);
    assert.equal(group.inputs.family, "postgres17");
    assert.equal(parametersOf(graph)["rds.force_ssl"], "1");
    assert.equal(parametersOf(graph).ssl_min_protocol_version, "TLSv1.2");
  });

  it("rds-postgresql-audit: connections and pgaudit, and no values of statements in the log", () => {
    const parameters = parametersOf(graph);
    assert.equal(parameters.log_connections, "1");
    assert.equal(parameters.log_disconnections, "1");
    assert.equal(parameters.shared_preload_libraries, "pg_stat_statements,pgaudit");
    assert.equal(parameters["pgaudit.log"], "ddl,role");
    assert.equal(parameters["pgaudit.log_parameter"], "0");
    assert.equal(parameters.log_statement, "none");
    assert.equal(parameters.log_min_duration_statement, "-1");
    assert.equal(parameters.log_min_error_statement, "panic");
    assert.equal(parameters.log_error_verbosity, "terse");
    assert.equal(parameters.idle_session_timeout, "900000");
  });

  it("gp3 storage grows by itself", () => {
    assert.deepEqual(
      [inputs.storageType, inputs.allocatedStorage, inputs.maxAllocatedStorage, inputs.iops, inputs.storageThroughput],
      ["gp3", 100, 1000, undefined, undefined],
    );
  });

  it("rds-component: the children are those of the golden list", () => {
    assert.deepEqual(graph.names, [
      "aws:cloudwatch/logGroup:LogGroup db-iam-db-auth-error",
      "aws:cloudwatch/logGroup:LogGroup db-postgresql",
      "aws:cloudwatch/logGroup:LogGroup db-upgrade",
      "aws:ec2/securityGroup:SecurityGroup db-security-group",
      "aws:iam/role:Role db-monitoring",
      "aws:iam/rolePolicyAttachment:RolePolicyAttachment db-monitoring",
      "aws:rds/instance:Instance db",
      "aws:rds/parameterGroup:ParameterGroup db",
      "aws:rds/subnetGroup:SubnetGroup db",
      "aws:secretsmanager/secretRotation:SecretRotation db-master-secret",
      "database:index:PostgresInstance db",
    ]);
  });

  it("every child has the component as its parent", () => {
    const component = graph.one("database:index:PostgresInstance");
    for (const child of childrenOf(graph)) assert.equal(child.parent, component.urn, nameOf(child));
  });

  it("every child uses the provider that the component is given", async () => {
    const given = await record(() => {
      const provider = new Provider("other-account", { region: "us-west-2" });
      new PostgresInstance("db", required, { provider });
    });
    for (const child of childrenOf(given)) assert.match(child.provider ?? "", /::other-account::/, nameOf(child));
  });
});

describe("PostgresInstance with every child", () => {
  it("adds alarms, events and the replication to the golden list", async () => {
    const base = await record(database());
    const full = await record(database(everything));
    assert.deepEqual(
      full.names.filter((name) => !base.names.includes(name)),
      [
        "aws:cloudwatch/metricAlarm:MetricAlarm db-cpu",
        "aws:cloudwatch/metricAlarm:MetricAlarm db-memory",
        "aws:cloudwatch/metricAlarm:MetricAlarm db-slot-lag",
        "aws:cloudwatch/metricAlarm:MetricAlarm db-storage",
        "aws:cloudwatch/metricAlarm:MetricAlarm db-transaction-ids",
        "aws:rds/eventSubscription:EventSubscription db-events",
        "aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication db-backup-replication",
      ],
    );
  });

  it("makes the same resources at preview and at update", async () => {
    const preview = await record(database(everything), "preview");
    const update = await record(database(everything), "update");
    assert.deepEqual(preview.resources.map(({ urn }) => urn).sort(), update.resources.map(({ urn }) => urn).sort());
  });

  it("decides every safeguard at preview", async () => {
    const { inputs } = (await record(database(everything), "preview")).one(instanceType);
    const unknown = Object.keys(inputs).filter((key) => JSON.stringify(inputs[key])?.includes("04da6b54-80e4-46f7"));
    assert.deepEqual(unknown.sort(), ["monitoringRoleArn", "vpcSecurityGroupIds"]);
  });
});

describe("outputs of PostgresInstance", () => {
  for (const mode of ["preview", "update"] as const) {
    it(`are the registered ones (${mode})`, async () => {
      let fields: string[] = [];
      const graph = await record(() => {
        const component = new PostgresInstance("db", required);
        fields = Object.entries(component)
          .filter(([key, value]) => key !== "urn" && !key.startsWith("__") && pulumi.Output.isInstance(value))
          .map(([key]) => key);
      }, mode);
      assert.deepEqual(Object.keys(graph.one("database:index:PostgresInstance").outputs).sort(), fields.sort());
    });
  }

  it("are of the instance", async () => {
    const graph = await record(database(), "update");
    const { outputs } = graph.one("database:index:PostgresInstance");
    const instance = graph.one(instanceType);
    assert.equal(outputs.instanceArn, instance.outputs.arn);
    assert.equal(outputs.identifier, instance.inputs.identifier);
    assert.equal(outputs.port, 5432);
    assert.equal(outputs.databaseName, "app");
    assert.equal(outputs.securityGroupId, graph.one("aws:ec2/securityGroup:SecurityGroup").id);
  });
});

describe("secrets given to PostgresInstance", () => {
  it("stay secret in the component's and in the children's inputs", async () => {
    const graph = await record(
      database({ snapshotIdentifier: pulumi.secret("before-move"), tags: pulumi.secret({ team: "a" }) }),
    );
    const isSecret = (value: unknown) => typeof value === "object" && value !== null && secretMark in value;
    assert.ok(isSecret(graph.one(instanceType).inputs.snapshotIdentifier));
    assert.ok(isSecret(graph.one("database:index:PostgresInstance").inputs.snapshotIdentifier));
    for (const resource of graph.resources.filter(({ inputs }) => "tags" in inputs))
      assert.ok(isSecret(resource.inputs.tags), nameOf(resource));
  });
});

describe("PostgresInstance in each partition", () => {
  for (const [partition, region] of partitions) {
    it(`${partition}: the policy of the monitoring role is the partition's own`, async () => {
      const graph = await record(database(), "update", region);
      assert.equal(
        graph.one("aws:iam/rolePolicyAttachment:RolePolicyAttachment").inputs.policyArn,
        `arn:${partition}:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole`,
      );
      const [instance, role] = [graph.one(instanceType), graph.one("aws:iam/role:Role")];
      assert.equal(instance.inputs.monitoringRoleArn, role.outputs.arn);
      assert.match(text(role.outputs.arn), new RegExp(`^arn:${partition}:iam::`));
    });
  }
});
