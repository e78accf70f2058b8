import assert from "node:assert/strict";
import { childrenOf, nameOf, record, refusal, text, type Graph } from "@hipaa-aws/component-testing";
import * as pulumi from "@pulumi/pulumi";
import { AuroraPostgresCluster } from "../aurora/aurora-postgres-cluster";
import { PostgresInstance } from "../postgres-instance";
import { everything, required } from "../testing/example";
import { proxy, proxyArgs, proxySecret } from "../testing/proxy";
import { DatabaseProxyFamily, type DatabaseProxyArgs } from "./args";
import { DatabaseProxy } from "./database-proxy";

const proxyType = "aws:rds/proxy:Proxy";

interface Statement {
  Sid: string;
  Action: string;
  Resource: string | string[];
  Condition?: unknown;
}

function statementsOf(graph: Graph): Statement[] {
  const policy = text(graph.one("aws:iam/policy:Policy").inputs.policy);
  return (JSON.parse(policy) as { Statement: Statement[] }).Statement;
}

describe("DatabaseProxy with default arguments", () => {
  let graph: Graph;
  let inputs: Record<string, unknown>;
  before(async () => {
    graph = await record(proxy(), "update");
    inputs = graph.one(proxyType).inputs;
  });

  it("rds-proxy-tls, rds-proxy-debug-logging: TLS only, and no statement in the log", () => {
    assert.equal(inputs.requireTls, true);
    assert.equal(inputs.debugLogging, false);
  });

  it("rds-proxy-iam-auth: IAM all the way, as the named users of the one database, without a password", () => {
    assert.equal(inputs.defaultAuthScheme, "IAM_AUTH");
    assert.ok(!("auths" in inputs));
    assert.equal(inputs.roleArn, graph.one("aws:iam/role:Role").outputs.arn);
    assert.deepEqual(statementsOf(graph), [
      {
        Sid: "SignInAsUsers",
        Effect: "Allow",
        Action: "rds-db:connect",
        Resource: "arn:aws:rds-db:us-east-1:111122223333:dbuser:db-ABCDEFGHIJKL/app",
      },
    ]);
  });

  it("logs idle clients off after 15 minutes, and leaves a tenth of the connections to administrators", () => {
    assert.equal(inputs.idleClientTimeout, 900);
    const group = graph.one("aws:rds/proxyDefaultTargetGroup:ProxyDefaultTargetGroup");
    assert.deepEqual(group.inputs.connectionPoolConfig, {
      maxConnectionsPercent: 90,
      maxIdleConnectionsPercent: 45,
      connectionBorrowTimeout: 120,
    });
  });

  it("cloudwatch-log-group-cmk, cloudwatch-log-retention-six-years: its log group is made first", () => {
    const group = graph.one("aws:cloudwatch/logGroup:LogGroup");
    assert.equal(group.inputs.name, `/aws/rds/proxy/${text(inputs.name)}`);
    assert.match(text(group.inputs.kmsKeyId), /key\/22222222-/);
    assert.equal(group.inputs.retentionInDays, 2192);
    assert.ok(graph.one(proxyType).dependencies.includes(group.urn));
  });

  it("vpc-sg-database-from-app-only: its own group reaches the database's and nothing else", () => {
    const group = graph.one("aws:ec2/securityGroup:SecurityGroup");
    assert.deepEqual(inputs.vpcSecurityGroupIds, [group.id]);
    assert.ok(!("ingress" in group.inputs) && !("egress" in group.inputs));
    const out = graph.one("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule").inputs;
    const into = graph.one("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule").inputs;
    assert.deepEqual([out.securityGroupId, out.referencedSecurityGroupId], [group.id, "sg-0123456789abcdef0"]);
    assert.deepEqual([into.securityGroupId, into.referencedSecurityGroupId], ["sg-0123456789abcdef0", group.id]);
    for (const rule of [out, into])
      assert.deepEqual([rule.fromPort, rule.toPort, rule.ipProtocol], [5432, 5432, "tcp"]);
  });

  it("its outputs are those of a database, with the id of the proxy for rds-db:connect", () => {
    const { outputs } = graph.one("database:index:DatabaseProxy");
    assert.match(text(outputs.resourceId), /^prx-[0-9a-f]{17}$/);
    assert.equal(outputs.port, 5432);
    assert.equal(outputs.address, graph.one(proxyType).outputs.endpoint);
  });

  it("has the children of the golden list, all of them the component's", () => {
    assert.deepEqual(graph.names, [
      "aws:cloudwatch/logGroup:LogGroup pool-log",
      "aws:ec2/securityGroup:SecurityGroup pool-security-group",
      "aws:iam/policy:Policy pool",
      "aws:iam/role:Role pool",
      "aws:iam/rolePolicyAttachment:RolePolicyAttachment pool",
      "aws:rds/proxy:Proxy pool",
      "aws:rds/proxyDefaultTargetGroup:ProxyDefaultTargetGroup pool",
      "aws:rds/proxyTarget:ProxyTarget pool",
      "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule pool-to-database",
      "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule pool-to-database",
      "database:index:DatabaseProxy pool",
    ]);
    const component = graph.one("database:index:DatabaseProxy");
    for (const child of childrenOf(graph)) assert.equal(child.parent, component.urn, nameOf(child));
  });

  for (const mode of ["preview", "update"] as const)
    it(`registers its fields as outputs (${mode})`, async () => {
      let fields: string[] = [];
      const recorded = await record(() => {
        fields = Object.entries(new DatabaseProxy("pool", proxyArgs))
          .filter(([key, value]) => key !== "urn" && !key.startsWith("__") && pulumi.Output.isInstance(value))
          .map(([key]) => key);
      }, mode);
      assert.deepEqual(Object.keys(recorded.one("database:index:DatabaseProxy").outputs).sort(), fields.sort());
    });
});

describe("knobs of DatabaseProxy", () => {
  it("secrets: clients sign in by IAM, and the role reads just these under just their key", async () => {
    const graph = await record(proxy({ users: undefined, secrets: [proxySecret] }), "update");
    const { inputs } = graph.one(proxyType);
    assert.deepEqual(inputs.auths, [{ authScheme: "SECRETS", iamAuth: "REQUIRED", secretArn: proxySecret.secretArn }]);
    const [read, decrypt] = statementsOf(graph);
    assert.equal(read?.Resource, proxySecret.secretArn);
    assert.match(String(decrypt?.Resource), /key\/33333333-/);
    assert.deepEqual(decrypt?.Condition, {
      StringEquals: { "kms:ViaService": "secretsmanager.us-east-1.amazonaws.com" },
    });
  });

  it("family, idleClientSeconds and maxConnectionsPercent", async () => {
    const args = { family: DatabaseProxyFamily.MySql, idleClientSeconds: 60, maxConnectionsPercent: 1 };
    const graph = await record(proxy(args));
    const { inputs } = graph.one(proxyType);
    assert.deepEqual([inputs.engineFamily, inputs.idleClientTimeout], ["MYSQL", 60]);
    const group = graph.one("aws:rds/proxyDefaultTargetGroup:ProxyDefaultTargetGroup").inputs;
    assert.deepEqual((group.connectionPoolConfig as Record<string, unknown>).maxConnectionsPercent, 1);
  });

  it("alarmTopicArn and eventTopicArn (rds-event-notifications): about this proxy, and tags reach every child", async () => {
    const { alarmTopicArn, eventTopicArn } = everything;
    const graph = await record(proxy({ alarmTopicArn, eventTopicArn, tags: { team: "records" } }), "update");
    const names = graph.all("aws:cloudwatch/metricAlarm:MetricAlarm").map(nameOf);
    assert.deepEqual(names.sort(), ["pool-borrow-latency", "pool-sign-ins"]);
    const { inputs } = graph.one("aws:rds/eventSubscription:EventSubscription");
    assert.equal(inputs.sourceType, "db-proxy");
    assert.deepEqual(inputs.sourceIds, [graph.one(proxyType).inputs.name]);
    for (const child of childrenOf(graph))
      if (!/RolePolicyAttachment|ProxyTarget|ProxyDefaultTargetGroup/.test(child.type))
        assert.equal((child.inputs.tags as Record<string, string>).team, "records", child.urn);
  });

  it("database: an instance or a cluster component as it is", async () => {
    for (const [what, make] of Object.entries({
      dbInstanceIdentifier: () => new PostgresInstance("db", required),
      dbClusterIdentifier: () => new AuroraPostgresCluster("db", required),
    })) {
      const graph = await record(() => {
        new DatabaseProxy("pool", { ...proxyArgs, database: make() });
      }, "update");
      const { inputs } = graph.one("aws:rds/proxyTarget:ProxyTarget");
      const database = graph.resources.find(({ type }) => /^database:index:(Postgres|Aurora)/.test(type));
      assert.equal(inputs[what], database?.outputs.identifier);
      assert.ok(statementsOf(graph)[0]?.Resource.includes(text(database?.outputs.resourceId)));
    }
  });
});

const refused: [Partial<DatabaseProxyArgs>, RegExp][] = [
  [{ users: undefined }, /users and secrets are both left out\. Give users/],
  [{ secrets: [proxySecret] }, /users and secrets are given together/],
  [{ users: [] }, /users has 0 element\(s\)/],
  [{ users: Array.from({ length: 31 }, (_, index) => `app${index}`) }, /users has 31 elements\. Give 30 at most/],
  [{ users: undefined, secrets: Array.from({ length: 31 }, () => proxySecret) }, /secrets has 31 elements/],
  [{ users: ["app", "app"] }, /users holds "app" twice/],
  [{ users: ["App"] }, /users\[0\] is "App"/],
  [{ users: ["*"] }, /users\[0\] is "\*"/],
  [{ family: "SQLSERVER" as DatabaseProxyFamily }, /family is "SQLSERVER", .* Choose one of POSTGRESQL, MYSQL/],
  [{ idleClientSeconds: 901 }, /idleClientSeconds is 901, .* 60 to 900/],
  [{ maxConnectionsPercent: 0 }, /maxConnectionsPercent is 0, .* 1 to 100/],
  [{ logsKey: undefined }, /logsKey is missing/],
  [{ network: undefined }, /network is missing/],
  [{ database: undefined }, /database is missing/],
];

describe("what DatabaseProxy refuses", () => {
  for (const [args, message] of refused)
    it(JSON.stringify(args).slice(0, 90), async () => {
      const said = await refusal(proxy(args));
      assert.match(said, message);
      assert.match(said, /^DatabaseProxy "pool": /);
    });

  it("the largest list of users still fits an IAM policy", async () => {
    const users = Array.from({ length: 30 }, (_, index) => `a${String(index).padStart(62, "0")}`);
    const graph = await record(proxy({ users }), "update", "us-gov-west-1");
    assert.ok(text(graph.one("aws:iam/policy:Policy").inputs.policy).length <= 6144);
  });
});

describe("DatabaseProxy in each partition", () => {
  for (const [partition, region] of [
    ["aws", "us-east-1"],
    ["aws-us-gov", "us-gov-west-1"],
    ["aws-cn", "cn-north-1"],
  ] as const)
    it(`${partition}: users are the partition's own, and keys are used by way of Secrets Manager there`, async () => {
      const [connect] = statementsOf(await record(proxy(), "update", region));
      assert.equal(connect?.Resource, `arn:${partition}:rds-db:${region}:111122223333:dbuser:db-ABCDEFGHIJKL/app`);
      const withSecrets = await record(proxy({ users: undefined, secrets: [proxySecret] }), "update", region);
      assert.deepEqual(statementsOf(withSecrets)[1]?.Condition, {
        StringEquals: { "kms:ViaService": `secretsmanager.${region}.amazonaws.com` },
      });
    });
});
