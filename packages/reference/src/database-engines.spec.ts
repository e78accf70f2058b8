import assert from "node:assert/strict";
import type { ResourceState } from "@hipaa-aws/simulated-aws";
import { HipaaWebApplicationDatabaseEngine, type HipaaWebApplicationArgs } from "./args";
import { image, record } from "./testing/example";
import { admittedBy, environmentOf, named, permissionsOf } from "./testing/find";

const { AuroraPostgres, MySql, MariaDb, OracleEnterprise, OracleStandardTwo, SqlServerStandard, SqlServerWeb } =
  HipaaWebApplicationDatabaseEngine;
const userRotationFunctionArn = "arn:aws:lambda:us-east-1:111122223333:function:rotate-app-user";
const instanceOf = (resources: readonly ResourceState[]) =>
  named(resources, "aws:rds/instance:Instance", "clinic-database");
const groupOf = (resources: readonly ResourceState[], name: string) =>
  named(resources, "aws:ec2/securityGroup:SecurityGroup", name).id;
const dataTierPorts = (resources: readonly ResourceState[]) => {
  const { inputs } = named(resources, "aws:ec2/networkAcl:NetworkAcl", "clinic-network-data");
  return (inputs["ingress"] as { fromPort: number }[]).map(({ fromPort }) => fromPort);
};
const secrets = (resources: readonly ResourceState[]) =>
  resources.filter(({ type }) => type === "aws:secretsmanager/secret:Secret");

describe("HipaaWebApplication with other databases", () => {
  for (const engine of [MySql, MariaDb]) {
    it(`signs in to ${engine} by IAM, as to PostgreSQL`, async () => {
      const resources = await record({ database: { engine, allocatedStorage: 50 } });
      const { inputs, outputs } = instanceOf(resources);
      assert.deepEqual(
        [inputs["engine"], inputs["allocatedStorage"], inputs["iamDatabaseAuthenticationEnabled"]],
        [engine, 50, true],
      );
      const { SignInToDatabaseDatabase: statement } = permissionsOf(resources, "clinic-app");
      assert.equal(statement?.Action, "rds-db:connect");
      assert.match(String(statement.Resource), new RegExp(`dbuser:${outputs["resourceId"] as string}/app$`));
      const environment = environmentOf(resources, "clinic-app-task");
      assert.equal(environment["DATABASE_HOST"], outputs["address"]);
      assert.equal(environment["DATABASE_PORT"], "3306");
      assert.ok(!("DATABASE_SECRET_ARN" in environment));
      assert.deepEqual(secrets(resources), []);
      assert.deepEqual(admittedBy(resources, groupOf(resources, "clinic-database-security-group"), 3306), [
        groupOf(resources, "clinic-app-sg"),
      ]);
      assert.ok(dataTierPorts(resources).includes(3306));
    });
  }

  it("puts a proxy of its own kind before MySQL", async () => {
    const resources = await record({ database: { engine: MySql, proxy: true } });
    const [proxy] = resources.filter(({ type }) => type === "aws:rds/proxy:Proxy");
    assert.equal(proxy?.inputs["engineFamily"], "MYSQL");
    const environment = environmentOf(resources, "clinic-app-task");
    assert.deepEqual([environment["DATABASE_HOST"], environment["DATABASE_PORT"]], [proxy.outputs["endpoint"], "3306"]);
  });

  for (const [engine, port, database] of [
    [OracleEnterprise, 1521, "ORCL"],
    [SqlServerStandard, 1433, undefined],
  ] as const) {
    it(`reads the rotated secret of its user for ${engine}, and no other`, async () => {
      const resources = await record({
        database: { engine, userRotationFunctionArn },
        jobs: { worker: { image: image("worker") } },
        migration: { image: image("migration") },
      });
      const secret = named(resources, "aws:secretsmanager/secret:Secret", "clinic-database-user");
      const rotation = named(
        resources,
        "aws:secretsmanager/secretRotation:SecretRotation",
        "clinic-database-user-rotation",
      );
      assert.equal(rotation.inputs["rotationLambdaArn"], userRotationFunctionArn);
      const key = named(resources, "aws:kms/key:Key", "clinic-keys-secrets").outputs["arn"];
      assert.equal(secret.inputs["kmsKeyId"], key);
      const group = groupOf(resources, "clinic-database-security-group");
      for (const program of ["clinic-app", "clinic-worker", "clinic-migration"]) {
        const permissions = permissionsOf(resources, program);
        assert.equal(permissions["ReadSecretDatabaseUser"]?.Resource, secret.outputs["arn"]);
        assert.equal(permissions["SignInToDatabaseDatabase"], undefined);
        const environment = environmentOf(resources, `${program}-task`);
        assert.equal(environment["DATABASE_SECRET_ARN"], secret.outputs["arn"]);
        assert.equal(environment["DATABASE_PORT"], String(port));
        assert.equal(environment["DATABASE_NAME"], database);
        assert.ok(admittedBy(resources, group, port).includes(groupOf(resources, `${program}-sg`)), program);
      }
      assert.ok(dataTierPorts(resources).includes(port));
      const { outputs } = named(resources, "reference:index:HipaaWebApplication", "clinic");
      assert.equal(outputs["databaseUserSecretArn"], secret.outputs["arn"]);
      assert.equal(outputs["databaseSecurityGroupId"], group);
    });
  }

  it("keeps audit files of SQL Server in a bucket of their own, and makes none for others", async () => {
    const resources = await record({ database: { engine: SqlServerWeb, userRotationFunctionArn } });
    const bucket = named(resources, "aws:s3/bucket:Bucket", "clinic-database-audit");
    const [options] = resources.filter(({ type }) => type === "aws:rds/optionGroup:OptionGroup");
    assert.ok(JSON.stringify(options?.inputs).includes(bucket.outputs["arn"] as string));
    const logging = named(resources, "aws:s3/bucketLogging:BucketLogging", "clinic-database-audit-access-logging");
    assert.equal(
      logging.inputs["targetBucket"],
      named(resources, "aws:s3/bucket:Bucket", "clinic-access-logs").outputs["bucket"],
    );
    const others = await record({ database: { engine: MySql } });
    assert.ok(!others.some(({ urn }) => urn.includes("clinic-database-audit-access")));
  });

  it("takes Oracle's license from AWS where that is asked for", async () => {
    const license = async (oracleLicenseIncluded?: boolean) =>
      instanceOf(
        await record({ database: { engine: OracleStandardTwo, userRotationFunctionArn, oracleLicenseIncluded } }),
      ).inputs["licenseModel"];
    assert.equal(await license(true), "license-included");
    assert.equal(await license(), "bring-your-own-license");
  });

  it("backs them up", async () => {
    const resources = await record({ database: { engine: MariaDb } });
    const [selection] = resources.filter(({ type }) => type === "aws:backup/selection:Selection");
    assert.ok((selection?.inputs["resources"] as unknown[]).includes(instanceOf(resources).outputs["arn"]));
  });

  const refused: readonly (readonly [string, HipaaWebApplicationArgs["database"], RegExp])[] = [
    ["an engine that is none", { engine: "db2" as HipaaWebApplicationDatabaseEngine }, /database\.engine is "db2"/],
    [
      "a proxy before MariaDB",
      { engine: MariaDb, proxy: true },
      /database\.proxy and database\.engine do not fit: before mariadb no proxy signs in by IAM/,
    ],
    [
      "a proxy before Oracle",
      { engine: OracleEnterprise, proxy: true, userRotationFunctionArn },
      /before oracle-ee no proxy/,
    ],
    [
      "Oracle without anybody who rotates the password",
      { engine: OracleEnterprise },
      /database\.userRotationFunctionArn is missing: oracle-ee knows no sign-in by IAM/,
    ],
    [
      "SQL Server without anybody who rotates the password",
      { engine: SqlServerStandard },
      /database\.userRotationFunctionArn is missing: sqlserver-se/,
    ],
    [
      "a password where there is none",
      { engine: AuroraPostgres, userRotationFunctionArn },
      /userRotationFunctionArn and database\.engine do not fit: to aurora-postgres the app signs in by IAM/,
    ],
    [
      "a license in the price of Enterprise Edition",
      { engine: OracleEnterprise, userRotationFunctionArn, oracleLicenseIncluded: true },
      /database\.oracleLicenseIncluded and database\.engine do not fit: AWS sells no license with oracle-ee/,
    ],
  ];
  for (const [title, database, message] of refused) {
    it(`refuses ${title}`, async () => {
      await assert.rejects(record({ database }), message);
    });
  }
});
