import assert from "node:assert/strict";
import { Provider } from "@pulumi/aws/provider";
import * as pulumi from "@pulumi/pulumi";
import { Cache } from "./cache";
import { cache, required } from "./testing/example";
import { childrenOf, nameOf, record, text, type Graph } from "@hipaa-aws/component-testing";

const groupType = "aws:elasticache/replicationGroup:ReplicationGroup";
const userType = "aws:elasticache/user:User";
const partitions = [
  ["aws", "us-east-1"],
  ["aws-us-gov", "us-gov-west-1"],
  ["aws-cn", "cn-north-1"],
] as const;
const secretMark = "4dabf18193072939515e22adb298388d";

describe("Cache with default arguments", () => {
  let graph: Graph;
  let inputs: Record<string, unknown>;
  before(async () => {
    graph = await record(cache(), "update");
    inputs = graph.one(groupType).inputs;
  });

  it("elasticache-at-rest-encrypted, elasticache-cmk: data and snapshots are under the given key", () => {
    assert.equal(inputs.atRestEncryptionEnabled, true);
    assert.equal(inputs.kmsKeyId, "arn:aws:kms:us-east-1:111122223333:key/11111111-1111-4111-8111-111111111111");
  });

  it("elasticache-transit-encrypted, elasticache-transit-mode: TLS is required", () => {
    assert.equal(inputs.transitEncryptionEnabled, true);
    assert.equal(inputs.transitEncryptionMode, "required");
  });

  it("elasticache-auth: commands are authenticated by the user group, without a token", () => {
    assert.deepEqual(inputs.userGroupIds, [graph.one("aws:elasticache/userGroup:UserGroup").inputs.userGroupId]);
    assert.ok(!("authToken" in inputs) && !("authTokenWo" in inputs));
  });

  it("elasticache-rbac-users: the default user is off, the application signs in by IAM", () => {
    const disabled = graph.one(userType, "sessions-default").inputs;
    assert.equal(disabled.userName, "default");
    assert.equal(disabled.accessString, "off ~* -@all");
    const application = graph.one(userType, "sessions-app").inputs;
    assert.deepEqual(application.authenticationMode, { type: "iam" });
    assert.equal(application.userName, application.userId);
    assert.deepEqual(graph.one("aws:elasticache/userGroup:UserGroup").inputs.userIds, [
      disabled.userId,
      application.userId,
    ]);
    for (const user of graph.all(userType)) assert.ok(!("passwords" in user.inputs) && !("passwordsWo" in user.inputs));
  });

  it("elasticache-user-access-string: no administrative and no dangerous command", () => {
    const { accessString } = graph.one(userType, "sessions-app").inputs;
    assert.equal(accessString, "on ~* +@all -@admin -@dangerous +info");
  });

  it("users and user group serve caches of both engines and can hold a user without a password", () => {
    for (const resource of [...graph.all(userType), graph.one("aws:elasticache/userGroup:UserGroup")])
      assert.equal(resource.inputs.engine, "redis");
  });

  it("elasticache-engine-version, elasticache-node-type, elasticache-no-standalone-redis: a current Valkey", () => {
    assert.equal(inputs.engine, "valkey");
    assert.equal(inputs.engineVersion, "8.1");
    assert.equal(inputs.nodeType, "cache.m7g.large");
    assert.ok(!("dataTieringEnabled" in inputs));
  });

  it("elasticache-security-updates, elasticache-maintenance-window: patched in a chosen window", () => {
    assert.equal(inputs.autoMinorVersionUpgrade, true);
    assert.equal(inputs.maintenanceWindow, "sun:08:00-sun:09:00");
  });

  it("elasticache-ha-and-backup, elasticache-multi-az: two zones and a week of snapshots", () => {
    assert.equal(inputs.automaticFailoverEnabled, true);
    assert.equal(inputs.multiAzEnabled, true);
    assert.equal(inputs.numCacheClusters, 2);
    assert.equal(inputs.snapshotRetentionLimit, 7);
    assert.equal(inputs.snapshotWindow, "06:00-07:00");
    assert.match(text(inputs.finalSnapshotIdentifier), /^sessions-.*-final$/);
  });

  it("elasticache-subnet-group: it lives in the data subnets", () => {
    const subnetGroup = graph.one("aws:elasticache/subnetGroup:SubnetGroup");
    assert.equal(inputs.subnetGroupName, subnetGroup.outputs.name);
    assert.deepEqual(subnetGroup.inputs.subnetIds, ["subnet-0a1b2c3d", "subnet-4e5f6a7b"]);
  });

  it("vpc-sg-database-from-app-only: the security group has no rules", () => {
    const group = graph.one("aws:ec2/securityGroup:SecurityGroup");
    assert.deepEqual(inputs.securityGroupIds, [group.id]);
    assert.ok(!("ingress" in group.inputs) && !("egress" in group.inputs));
    assert.equal(group.inputs.revokeRulesOnDelete, true);
    assert.deepEqual(group.inputs.tags, { "hipaa:tier": "data" });
    assert.deepEqual(graph.all("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule"), []);
    assert.deepEqual(graph.all("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule"), []);
  });

  it("elasticache-logs, cloudwatch-log-group-cmk, cloudwatch-log-retention-minimum: both logs under the logs key", () => {
    const groups = graph.all("aws:cloudwatch/logGroup:LogGroup");
    assert.deepEqual(groups.map(nameOf).sort(), ["sessions-engine-log", "sessions-slow-log"]);
    for (const { inputs: group } of groups) {
      assert.equal(group.kmsKeyId, "arn:aws:kms:us-east-1:111122223333:key/22222222-2222-4222-8222-222222222222");
      assert.equal(group.retentionInDays, 365);
      assert.match(text(group.name), /^\/aws\/vendedlogs\/elasticache\/sessions-/);
    }
    const named = (suffix: string) => graph.one("aws:cloudwatch/logGroup:LogGroup", `sessions-${suffix}`).inputs.name;
    assert.deepEqual(
      inputs.logDeliveryConfigurations,
      ["slow-log", "engine-log"].map((log) => ({
        logType: log,
        logFormat: "json",
        destinationType: "cloudwatch-logs",
        destination: named(log),
      })),
    );
  });

  it("keys that never expire are never evicted, and idle clients are logged off", () => {
    const group = graph.one("aws:elasticache/parameterGroup:ParameterGroup");
    assert.equal(inputs.parameterGroupName, group.outputs.name);
    assert.equal(group.inputs.family, "valkey8");
    assert.deepEqual(group.inputs.parameters, [
      { name: "maxmemory-policy", value: "volatile-lru" },
      { name: "timeout", value: "900" },
    ]);
  });

  it("elasticache-component: the children are those of the golden list", () => {
    assert.deepEqual(graph.names, [
      "aws:cloudwatch/logGroup:LogGroup sessions-engine-log",
      "aws:cloudwatch/logGroup:LogGroup sessions-slow-log",
      "aws:ec2/securityGroup:SecurityGroup sessions-security-group",
      "aws:elasticache/parameterGroup:ParameterGroup sessions",
      "aws:elasticache/replicationGroup:ReplicationGroup sessions",
      "aws:elasticache/subnetGroup:SubnetGroup sessions",
      "aws:elasticache/user:User sessions-app",
      "aws:elasticache/user:User sessions-default",
      "aws:elasticache/userGroup:UserGroup sessions",
      "cache:index:Cache sessions",
    ]);
  });

  it("every child has the component as its parent", () => {
    const component = graph.one("cache:index:Cache");
    for (const child of childrenOf(graph)) assert.equal(child.parent, component.urn, nameOf(child));
  });

  it("every child uses the provider that the component is given", async () => {
    const given = await record(() => {
      const provider = new Provider("other-account", { region: "us-west-2" });
      new Cache("sessions", required, { provider });
    });
    for (const child of childrenOf(given)) assert.match(child.provider ?? "", /::other-account::/, nameOf(child));
  });

  it("makes the same resources at preview, and decides every safeguard there", async () => {
    const preview = await record(cache(), "preview");
    assert.deepEqual(preview.resources.map(({ urn }) => urn).sort(), graph.resources.map(({ urn }) => urn).sort());
    const previewed = preview.one(groupType).inputs;
    const unknown = Object.keys(previewed).filter((key) =>
      JSON.stringify(previewed[key])?.includes("04da6b54-80e4-46f7"),
    );
    assert.deepEqual(unknown, ["securityGroupIds"]);
  });
});

describe("outputs of Cache", () => {
  for (const mode of ["preview", "update"] as const) {
    it(`are the registered ones (${mode})`, async () => {
      let fields: string[] = [];
      const graph = await record(() => {
        const component = new Cache("sessions", required);
        fields = Object.keys(component).filter((key) => key !== "urn" && !key.startsWith("__"));
      }, mode);
      assert.deepEqual(Object.keys(graph.one("cache:index:Cache").outputs).sort(), fields.sort());
    });
  }

  it("are of the replication group and of the application user", async () => {
    const graph = await record(cache(), "update");
    const { outputs } = graph.one("cache:index:Cache");
    assert.equal(outputs.port, 6379);
    assert.equal(outputs.primaryEndpoint, graph.one(groupType).outputs.primaryEndpointAddress);
    assert.equal(outputs.readerEndpoint, graph.one(groupType).outputs.readerEndpointAddress);
    assert.equal(outputs.replicationGroupId, graph.one(groupType).outputs.replicationGroupId);
    assert.equal(outputs.replicationGroupArn, graph.one(groupType).outputs.arn);
    assert.equal(outputs.userArn, graph.one(userType, "sessions-app").outputs.arn);
    assert.equal(outputs.userName, graph.one(userType, "sessions-app").inputs.userName);
    assert.equal(outputs.securityGroupId, graph.one("aws:ec2/securityGroup:SecurityGroup").id);
  });

  it("lead to the configuration endpoint in cluster mode", async () => {
    const graph = await record(cache({ shards: 2 }), "update");
    const { outputs } = graph.one("cache:index:Cache");
    const { configurationEndpointAddress } = graph.one(groupType).outputs;
    assert.ok(configurationEndpointAddress);
    assert.equal(outputs.primaryEndpoint, configurationEndpointAddress);
    assert.equal(outputs.readerEndpoint, configurationEndpointAddress);
  });
});

describe("secrets given to Cache", () => {
  it("stay secret in the component's and in the children's inputs", async () => {
    const topic = pulumi.secret("arn:aws:sns:us-east-1:111122223333:ops");
    const graph = await record(cache({ notificationTopicArn: topic, tags: pulumi.secret({ team: "a" }) }));
    const isSecret = (value: unknown) => typeof value === "object" && value !== null && secretMark in value;
    assert.ok(isSecret(graph.one(groupType).inputs.notificationTopicArn));
    assert.ok(isSecret(graph.one("cache:index:Cache").inputs.notificationTopicArn));
    for (const resource of graph.resources.filter(({ inputs }) => "tags" in inputs))
      assert.ok(isSecret(resource.inputs.tags), nameOf(resource));
  });
});

describe("Cache in each partition", () => {
  for (const [partition, region] of partitions) {
    it(`${partition}: names the ARNs that AWS gave and makes none of its own`, async () => {
      const key = { arn: `arn:${partition}:kms:${region}:111122223333:key/11111111-1111-4111-8111-111111111111` };
      const graph = await record(cache({ key, logsKey: key }), "update", region);
      const { outputs } = graph.one("cache:index:Cache");
      assert.match(text(outputs.replicationGroupArn), new RegExp(`^arn:${partition}:elasticache:${region}:`));
      assert.match(text(outputs.userArn), new RegExp(`^arn:${partition}:elasticache:${region}:`));
      const arns = JSON.stringify(childrenOf(graph).map(({ inputs }) => inputs)).match(/arn:[^"]*/g) ?? [];
      assert.deepEqual(new Set(arns), new Set([key.arn]));
    });
  }
});
