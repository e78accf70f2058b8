import assert from "node:assert/strict";
import { childrenOf, nameOf, record, text, type Graph } from "@hipaa-aws/component-testing";
import * as pulumi from "@pulumi/pulumi";
import { engineDatabase, everyChild, requiredOf } from "../testing/engines";
import { DatabaseInstanceEngine, DatabaseInstanceOracleEncryption } from "./args";
import { DatabaseInstance } from "./database-instance";

const instanceType = "aws:rds/instance:Instance";
const optionGroupType = "aws:rds/optionGroup:OptionGroup";
const engines = Object.values(DatabaseInstanceEngine);
const { MySql, MariaDb, OracleEnterprise, OracleStandardTwo, SqlServerStandard, SqlServerWeb } = DatabaseInstanceEngine;

interface Setting {
  name: string;
  value: string;
}

const byName = (settings: unknown) =>
  Object.fromEntries((settings as Setting[]).map(({ name, value }) => [name, value] as const));
const parametersOf = (graph: Graph) => byName(graph.one("aws:rds/parameterGroup:ParameterGroup").inputs.parameters);

/** Settings by option. */
function optionsOf(graph: Graph): Record<string, Record<string, string>> {
  const options: unknown = graph.one(optionGroupType).inputs.options;
  return Object.fromEntries(
    (options as { optionName: string; optionSettings: Setting[] }[]).map(
      ({ optionName, optionSettings }) => [optionName, byName(optionSettings)] as const,
    ),
  );
}

for (const engine of engines) {
  describe(`DatabaseInstance ${engine} with default arguments`, () => {
    let graph: Graph;
    let inputs: Record<string, unknown>;
    before(async () => {
      graph = await record(engineDatabase(engine), "update");
      inputs = graph.one(instanceType).inputs;
    });

    it("rds-component, rds-storage-encrypted, rds-cmk, rds-performance-insights-encrypted: under the given key", () => {
      assert.equal(inputs.engine, engine);
      assert.equal(inputs.storageEncrypted, true);
      assert.match(text(inputs.kmsKeyId), /key\/11111111-/);
      assert.equal(inputs.performanceInsightsEnabled, true);
      assert.equal(inputs.performanceInsightsKmsKeyId, inputs.kmsKeyId);
      assert.equal(inputs.databaseInsightsMode, "standard");
    });

    it("rds-not-public, rds-private-subnet-group, vpc-sg-database-from-app-only: data subnets, a group without rules", () => {
      assert.equal(inputs.publiclyAccessible, false);
      assert.equal(inputs.dbSubnetGroupName, graph.one("aws:rds/subnetGroup:SubnetGroup").outputs.name);
      const group = graph.one("aws:ec2/securityGroup:SecurityGroup");
      assert.deepEqual(inputs.vpcSecurityGroupIds, [group.id]);
      assert.ok(!("ingress" in group.inputs) && !("egress" in group.inputs));
    });

    it("rds-multi-az, rds-backup-retention, rds-keep-automated-backups, rds-final-snapshot, rds-deletion-protection", () => {
      assert.equal(inputs.multiAz, true);
      assert.equal(inputs.backupRetentionPeriod, 35);
      assert.equal(inputs.deleteAutomatedBackups, false);
      assert.equal(inputs.skipFinalSnapshot, false);
      assert.equal(inputs.finalSnapshotIdentifier, `${text(inputs.identifier)}-final`);
      assert.equal(inputs.deletionProtection, true);
      assert.equal(inputs.copyTagsToSnapshot, true);
    });

    it("rds-managed-master-password, rds-master-secret-cmk, secretsmanager-rotation: RDS keeps and rotates the password", () => {
      assert.equal(inputs.manageMasterUserPassword, true);
      assert.match(text(inputs.masterUserSecretKmsKeyId), /key\/33333333-/);
      assert.ok(!("password" in inputs) && !("passwordWo" in inputs));
      const rotation = graph.one("aws:secretsmanager/secretRotation:SecretRotation");
      assert.deepEqual(rotation.inputs.rotationRules, { automaticallyAfterDays: 7 });
    });

    it("rds-log-exports, rds-log-exports-engine, cloudwatch-log-group-cmk, cloudwatch-log-retention-six-years", () => {
      const logs = inputs.enabledCloudwatchLogsExports as string[];
      const groups = graph.all("aws:cloudwatch/logGroup:LogGroup");
      assert.deepEqual(
        groups.map((group) => group.inputs.name).sort(),
        logs.map((log) => `/aws/rds/instance/${text(inputs.identifier)}/${log}`).sort(),
      );
      for (const group of groups) {
        assert.match(text(group.inputs.kmsKeyId), /key\/22222222-/);
        assert.equal(group.inputs.retentionInDays, 2192);
        assert.ok(graph.one(instanceType).dependencies.includes(group.urn), nameOf(group));
      }
    });

    it("rds-custom-parameter-group, rds-enhanced-monitoring, rds-tls-ca-current, rds-minor-version-upgrade", () => {
      assert.equal(inputs.parameterGroupName, graph.one("aws:rds/parameterGroup:ParameterGroup").outputs.name);
      assert.equal(inputs.optionGroupName, graph.one(optionGroupType).outputs.name);
      assert.equal(inputs.monitoringInterval, 60);
      assert.equal(inputs.monitoringRoleArn, graph.one("aws:iam/role:Role", "db-monitoring").outputs.arn);
      assert.equal(inputs.caCertIdentifier, "rds-ca-rsa4096-g1");
      assert.equal(inputs.autoMinorVersionUpgrade, true);
      assert.equal(inputs.allowMajorVersionUpgrade, false);
    });

    it("has the children of the golden list, all of them the component's", () => {
      const logs = inputs.enabledCloudwatchLogsExports as string[];
      const audit = engine.startsWith("sqlserver-")
        ? [
            "aws:iam/policy:Policy db-audit",
            "aws:iam/role:Role db-audit",
            "aws:iam/rolePolicyAttachment:RolePolicyAttachment db-audit",
          ]
        : [];
      assert.deepEqual(
        graph.names,
        [
          ...logs.map((log) => `aws:cloudwatch/logGroup:LogGroup db-${log}`),
          ...audit,
          "aws:ec2/securityGroup:SecurityGroup db-security-group",
          "aws:iam/role:Role db-monitoring",
          "aws:iam/rolePolicyAttachment:RolePolicyAttachment db-monitoring",
          "aws:rds/instance:Instance db",
          "aws:rds/optionGroup:OptionGroup db",
          "aws:rds/parameterGroup:ParameterGroup db",
          "aws:rds/subnetGroup:SubnetGroup db",
          "aws:secretsmanager/secretRotation:SecretRotation db-master-secret",
          "database:index:DatabaseInstance db",
        ].sort(),
      );
      const component = graph.one("database:index:DatabaseInstance");
      for (const child of childrenOf(graph)) assert.equal(child.parent, component.urn, nameOf(child));
    });

    for (const mode of ["preview", "update"] as const)
      it(`registers its fields as outputs (${mode})`, async () => {
        let fields: string[] = [];
        const recorded = await record(() => {
          const component = new DatabaseInstance("db", requiredOf(engine));
          fields = Object.entries(component)
            .filter(([key, value]) => key !== "urn" && !key.startsWith("__") && pulumi.Output.isInstance(value))
            .map(([key]) => key);
        }, mode);
        assert.deepEqual(Object.keys(recorded.one("database:index:DatabaseInstance").outputs).sort(), fields.sort());
      });
  });
}

describe("how DatabaseInstance makes each engine safe", () => {
  it("rds-mysql-require-tls, rds-mysql-audit, rds-tls-minimum-version: TLS 1.2, audit plugin, no statements in logs", async () => {
    const graph = await record(engineDatabase(MySql), "update");
    const parameters = parametersOf(graph);
    assert.equal(graph.one("aws:rds/parameterGroup:ParameterGroup").inputs.family, "mysql8.4");
    assert.equal(parameters.require_secure_transport, "1");
    assert.equal(parameters.tls_version, "TLSv1.2,TLSv1.3");
    for (const log of ["general_log", "slow_query_log", "innodb_print_all_deadlocks"])
      assert.equal(parameters[log], "0");
    assert.equal(parameters.wait_timeout, "900");
    assert.deepEqual(optionsOf(graph), {
      MARIADB_AUDIT_PLUGIN: { SERVER_AUDIT_EVENTS: "CONNECT,QUERY_DDL,QUERY_DCL" },
    });
    const { inputs } = graph.one(instanceType);
    assert.equal(inputs.iamDatabaseAuthenticationEnabled, true);
    assert.equal(inputs.engineLifecycleSupport, "open-source-rds-extended-support-disabled");
  });

  it("rds-mariadb-require-tls, rds-mysql-audit: TLS, audit plugin with the tables that statements touch", async () => {
    const graph = await record(engineDatabase(MariaDb), "update");
    assert.equal(graph.one("aws:rds/parameterGroup:ParameterGroup").inputs.family, "mariadb11.4");
    assert.equal(parametersOf(graph).require_secure_transport, "1");
    assert.deepEqual(optionsOf(graph), {
      MARIADB_AUDIT_PLUGIN: { SERVER_AUDIT_EVENTS: "CONNECT,QUERY_DDL,QUERY_DCL,TABLE" },
    });
    assert.ok(!("engineLifecycleSupport" in graph.one(instanceType).inputs), "RDS sells none for MariaDB");
  });

  it("rds-oracle-network-encryption, rds-oracle-option-group-bound: no client turns encryption down", async () => {
    const graph = await record(engineDatabase(OracleStandardTwo), "update");
    const settings = optionsOf(graph).NATIVE_NETWORK_ENCRYPTION ?? {};
    assert.equal(settings["SQLNET.ENCRYPTION_SERVER"], "REQUIRED");
    assert.equal(settings["SQLNET.ENCRYPTION_TYPES_SERVER"], "AES256");
    assert.equal(settings["SQLNET.CRYPTO_CHECKSUM_SERVER"], "REQUIRED");
    assert.equal(settings["SQLNET.CRYPTO_CHECKSUM_TYPES_SERVER"], "SHA256,SHA384,SHA512");
    assert.equal(settings["SQLNET.ALLOW_WEAK_CRYPTO"], "FALSE");
    assert.equal(settings["SQLNET.ALLOW_WEAK_CRYPTO_CLIENTS"], "FALSE");
    const component = graph.one("database:index:DatabaseInstance");
    assert.equal(component.outputs.port, 1521);
    assert.equal(graph.one(instanceType).inputs.licenseModel, "bring-your-own-license");
  });

  it("oracle.encryption Tls: TLS 1.2 on its own port, which is the one that clients are told", async () => {
    const oracle = { encryption: DatabaseInstanceOracleEncryption.Tls };
    const graph = await record(engineDatabase(OracleStandardTwo, { oracle }), "update");
    assert.deepEqual(Object.keys(optionsOf(graph)), ["SSL"]);
    assert.deepEqual(optionsOf(graph).SSL, {
      "SQLNET.SSL_VERSION": "1.2",
      "SQLNET.CIPHER_SUITE": "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
      "FIPS.SSLFIPS_140": "TRUE",
    });
    const [option] = graph.one(optionGroupType).inputs.options as Record<string, unknown>[];
    assert.equal(option?.port, 2484);
    assert.deepEqual(option?.vpcSecurityGroupMemberships, [graph.one("aws:ec2/securityGroup:SecurityGroup").id]);
    assert.equal(graph.one("database:index:DatabaseInstance").outputs.port, 2484);
    assert.equal(graph.one(instanceType).inputs.port, 1521);
  });

  it("rds-oracle-tde-option: the second layer, where it is asked for", async () => {
    const graph = await record(engineDatabase(OracleEnterprise, { oracle: { transparentDataEncryption: true } }));
    assert.deepEqual(Object.keys(optionsOf(graph)), ["NATIVE_NETWORK_ENCRYPTION", "TDE"]);
  });

  it("rds-option-group-audit-oracle: a trail without the text of statements", async () => {
    const graph = await record(engineDatabase(OracleEnterprise));
    assert.deepEqual(parametersOf(graph), { audit_trail: "OS" });
    assert.equal(graph.one("aws:rds/parameterGroup:ParameterGroup").inputs.family, "oracle-ee-19");
  });

  it("rds-sqlserver-force-ssl, rds-sqlserver-audit, rds-sqlserver-version: TLS 1.2 and audit files in the bucket", async () => {
    const graph = await record(engineDatabase(SqlServerStandard), "update");
    const group = graph.one("aws:rds/parameterGroup:ParameterGroup").inputs;
    assert.equal(group.family, "sqlserver-se-16.0");
    for (const { applyMethod } of group.parameters as { applyMethod: string }[])
      assert.equal(applyMethod, "pending-reboot");
    const parameters = parametersOf(graph);
    assert.equal(parameters["rds.force_ssl"], "1");
    assert.equal(parameters["rds.tls10"], "disabled");
    assert.equal(parameters["rds.tls11"], "disabled");
    assert.equal(parameters["rds.sqlserver_audit"], "fedramp_hipaa");
    const audit = optionsOf(graph).SQLSERVER_AUDIT;
    assert.equal(audit?.S3_BUCKET_ARN, "arn:aws:s3:::clinic-audit/sqlserver-audit");
    assert.equal(audit?.IAM_ROLE_ARN, graph.one("aws:iam/role:Role", "db-audit").outputs.arn);
    assert.equal(audit?.RETENTION_TIME, "168");
    const attachment = graph.one("aws:iam/rolePolicyAttachment:RolePolicyAttachment", "db-audit");
    assert.ok(graph.one(optionGroupType).dependencies.includes(attachment.urn), "RDS tries the role at once");
  });

  it("the audit role writes below its prefix of one bucket, with that bucket's key", async () => {
    const graph = await record(engineDatabase(SqlServerStandard), "update");
    const { Statement } = JSON.parse(text(graph.one("aws:iam/policy:Policy").inputs.policy)) as {
      Statement: { Sid: string; Action: string | string[]; Resource: string }[];
    };
    const of = (sid: string) => Statement.find(({ Sid }) => Sid === sid);
    assert.equal(of("UploadAuditFiles")?.Resource, "arn:aws:s3:::clinic-audit/sqlserver-audit/*");
    assert.deepEqual(of("EncryptAuditFiles")?.Action, ["kms:GenerateDataKey", "kms:Decrypt"]);
    assert.match(of("EncryptAuditFiles")?.Resource ?? "", /key\/55555555-/);
    assert.equal(of("FindBucket")?.Action, "s3:ListAllMyBuckets");
    assert.match(text(graph.one("aws:iam/role:Role", "db-audit").inputs.assumeRolePolicy), /"rds\.amazonaws\.com"/);
  });

  it("rds-sqlserver-tde-option: the second layer, where it is asked for", async () => {
    const sqlServer = { ...requiredOf(SqlServerStandard).sqlServer, transparentDataEncryption: true };
    const graph = await record(engineDatabase(SqlServerStandard, { sqlServer: sqlServer as never }));
    assert.deepEqual(Object.keys(optionsOf(graph)), ["TRANSPARENT_DATA_ENCRYPTION", "SQLSERVER_AUDIT"]);
  });

  it("rds-sqlserver-edition: Express is not an engine of the component", () => {
    assert.ok(!engines.map(String).includes("sqlserver-ex"));
    assert.ok(engines.includes(SqlServerWeb));
  });

  it("SQL Server and Oracle: no IAM sign-in, which RDS does not have for them", async () => {
    for (const engine of [OracleEnterprise, SqlServerStandard]) {
      const { inputs } = (await record(engineDatabase(engine))).one(instanceType);
      assert.ok(!("iamDatabaseAuthenticationEnabled" in inputs));
    }
  });
});

describe("DatabaseInstance with every child", () => {
  it("rds-cross-region-backup, rds-event-notifications: adds its children, the same at preview and at update", async () => {
    for (const engine of engines) {
      const base = await record(engineDatabase(engine));
      const full = await record(engineDatabase(engine, everyChild), "update");
      assert.deepEqual(
        full.names.filter((name) => !base.names.includes(name)),
        [
          "aws:cloudwatch/metricAlarm:MetricAlarm db-cpu",
          "aws:cloudwatch/metricAlarm:MetricAlarm db-memory",
          "aws:cloudwatch/metricAlarm:MetricAlarm db-storage",
          "aws:rds/eventSubscription:EventSubscription db-events",
          "aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication db-backup-replication",
        ],
      );
      assert.deepEqual((await record(engineDatabase(engine, everyChild), "preview")).names, full.names);
    }
  });

  it("tags: reach every child that takes tags", async () => {
    const graph = await record(engineDatabase(SqlServerStandard, { ...everyChild, tags: { team: "records" } }));
    const untaggable = /RolePolicyAttachment|SecretRotation|InstanceAutomatedBackupsReplication/;
    for (const child of childrenOf(graph))
      if (!untaggable.test(child.type))
        assert.equal((child.inputs.tags as Record<string, string>).team, "records", child.urn);
  });
});

describe("DatabaseInstance in each partition", () => {
  for (const [partition, region] of [
    ["aws", "us-east-1"],
    ["aws-us-gov", "us-gov-west-1"],
    ["aws-cn", "cn-north-1"],
  ] as const) {
    it(`${partition}: the roles and their policies are the partition's own`, async () => {
      const graph = await record(engineDatabase(SqlServerStandard), "update", region);
      assert.equal(
        graph.one("aws:iam/rolePolicyAttachment:RolePolicyAttachment", "db-monitoring").inputs.policyArn,
        `arn:${partition}:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole`,
      );
      assert.match(optionsOf(graph).SQLSERVER_AUDIT?.IAM_ROLE_ARN ?? "", new RegExp(`^arn:${partition}:iam::`));
    });
  }
});
