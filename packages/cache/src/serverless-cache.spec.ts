import assert from "node:assert/strict";
import { childrenOf, nameOf, record, refusal, text, type Graph } from "@hipaa-aws/component-testing";
import { CacheEngine } from "./args";
import type { ServerlessCacheArgs } from "./serverless-args";
import { ServerlessCache } from "./serverless-cache";
import { CacheAuthentication } from "./user-args";

const cacheType = "aws:elasticache/serverlessCache:ServerlessCache";
const userType = "aws:elasticache/user:User";
const keyArn = "arn:aws:kms:us-east-1:111122223333:key/11111111-1111-4111-8111-111111111111";
const alarmTopicArn = "arn:aws:sns:us-east-1:111122223333:alarms";
const required: ServerlessCacheArgs = {
  network: { vpcId: "vpc-0a1b2c3d", dataSubnetIds: ["subnet-0a1b2c3d", "subnet-4e5f6a7b"] },
  key: { arn: keyArn },
};
const cache =
  (args: Partial<ServerlessCacheArgs> = {}, name = "sessions") =>
  () => {
    new ServerlessCache(name, { ...required, ...args });
  };

describe("ServerlessCache", () => {
  let graph: Graph;
  let inputs: Record<string, unknown>;
  before(async () => {
    graph = await record(cache(), "update");
    inputs = graph.one(cacheType).inputs;
  });

  it("elasticache-component: the children are those of the golden list, in a preview too", async () => {
    const expected = [
      "aws:ec2/securityGroup:SecurityGroup sessions",
      "aws:elasticache/serverlessCache:ServerlessCache sessions",
      "aws:elasticache/user:User sessions-app",
      "aws:elasticache/user:User sessions-default",
      "aws:elasticache/userGroup:UserGroup sessions",
      "cache:index:ServerlessCache sessions",
    ];
    assert.deepEqual(graph.names, expected);
    const preview = await record(cache(), "preview");
    assert.deepEqual(preview.names, expected);
    const component = graph.one("cache:index:ServerlessCache");
    for (const child of childrenOf(graph)) assert.equal(child.parent, component.urn, nameOf(child));
    assert.match(text(preview.one(cacheType).inputs.name), /^sessions-/, "known at preview");
  });

  it("elasticache-cmk, elasticache-subnet-group: under the given key, in the data subnets", () => {
    assert.equal(inputs.kmsKeyId, keyArn);
    assert.deepEqual(inputs.subnetIds, ["subnet-0a1b2c3d", "subnet-4e5f6a7b"]);
    const group = graph.one("aws:ec2/securityGroup:SecurityGroup");
    assert.deepEqual(inputs.securityGroupIds, [group.id]);
    assert.ok(!("ingress" in group.inputs) && !("egress" in group.inputs));
    assert.deepEqual(group.inputs.tags, { "hipaa:tier": "data" });
  });

  it("elasticache-serverless-auth, elasticache-rbac-users: named users alone, the default user is off", () => {
    assert.equal(inputs.userGroupId, graph.one("aws:elasticache/userGroup:UserGroup").inputs.userGroupId);
    assert.equal(graph.one(userType, "sessions-default").inputs.accessString, "off ~* -@all");
    const application = graph.one(userType, "sessions-app").inputs;
    assert.deepEqual(application.authenticationMode, { type: "iam" });
    assert.equal(application.accessString, "on ~* +@all -@admin -@dangerous +info");
  });

  it("elasticache-serverless-backup: a week of daily snapshots", () => {
    assert.equal(inputs.snapshotRetentionLimit, 7);
    assert.equal(inputs.dailySnapshotTime, "06:00");
  });

  it("is a Valkey that grows within limits", () => {
    assert.equal(inputs.engine, "valkey");
    assert.equal(inputs.majorEngineVersion, "8");
    assert.deepEqual(inputs.cacheUsageLimits, {
      dataStorage: { unit: "GB", maximum: 10 },
      ecpuPerSeconds: [{ maximum: 10_000 }],
    });
  });

  it("every knob reaches its resource", async () => {
    const given = await record(
      cache({
        engine: CacheEngine.Redis,
        keyPatterns: ["session:*"],
        users: [
          { name: "jobs" },
          {
            name: "worker",
            authentication: CacheAuthentication.Password,
            password: "Correct-Horse-Battery-1",
            rotationFunctionArn: "arn:aws:lambda:us-east-1:111122223333:function:rotate",
          },
        ],
        secretsKey: { arn: keyArn },
        maxDataGigabytes: 100,
        minDataGigabytes: 5,
        maxProcessingUnits: 50_000,
        minProcessingUnits: 2000,
        snapshotRetentionDays: 35,
        snapshotTime: "23:30",
        tags: { team: "records" },
      }),
      "update",
    );
    const knobs = given.one(cacheType).inputs;
    assert.equal(knobs.engine, "redis");
    assert.equal(knobs.majorEngineVersion, "7");
    assert.deepEqual(knobs.cacheUsageLimits, {
      dataStorage: { unit: "GB", maximum: 100, minimum: 5 },
      ecpuPerSeconds: [{ maximum: 50_000, minimum: 2000 }],
    });
    assert.equal(knobs.snapshotRetentionLimit, 35);
    assert.equal(knobs.dailySnapshotTime, "23:30");
    const { outputs } = given.one("cache:index:ServerlessCache");
    assert.deepEqual(Object.keys(outputs.userArns as object), ["jobs", "worker"]);
    assert.deepEqual(Object.keys(outputs.secretArns as object), ["worker"]);
    const tagged = childrenOf(given).filter(({ inputs: child }) => "tags" in child);
    for (const child of tagged) assert.equal((child.inputs.tags as Record<string, string>).team, "records", child.urn);
  });

  it("alarms on size, throttling and refused sign-ins, and hears AWS Health", async () => {
    const given = await record(cache({ alarmTopicArn, maxDataGigabytes: 2 }), "update");
    const alarm = (suffix: string) => given.one("aws:cloudwatch/metricAlarm:MetricAlarm", `sessions-${suffix}`).inputs;
    assert.equal(alarm("memory").threshold, Math.floor(2 * 1024 ** 3 * 0.85));
    assert.equal(alarm("throttled").metricName, "ThrottledCmds");
    assert.deepEqual(alarm("sign-ins").dimensions, { clusterId: given.one(cacheType).inputs.name });
    assert.deepEqual(alarm("sign-ins").alarmActions, [alarmTopicArn]);
    assert.equal(given.one("aws:cloudwatch/eventTarget:EventTarget").inputs.arn, alarmTopicArn);
  });

  for (const mode of ["preview", "update"] as const) {
    it(`registers its fields as outputs (${mode})`, async () => {
      let fields: string[] = [];
      const given = await record(() => {
        const component = new ServerlessCache("sessions", required);
        fields = Object.keys(component).filter((key) => key !== "urn" && !key.startsWith("__"));
      }, mode);
      assert.deepEqual(Object.keys(given.one("cache:index:ServerlessCache").outputs).sort(), fields.sort());
    });
  }

  it("its outputs are those of the cache and the application's user", () => {
    const { outputs } = graph.one("cache:index:ServerlessCache");
    assert.match(text(outputs.endpoint), /^sessions-.*\.serverless\./);
    assert.equal(outputs.port, 6379);
    assert.equal(outputs.readerPort, 6380);
    assert.equal(outputs.cacheArn, graph.one(cacheType).outputs.arn);
    assert.equal(outputs.userArn, graph.one(userType, "sessions-app").outputs.arn);
    const { Statement } = JSON.parse(text(outputs.connectPolicy)) as { Statement: object[] };
    assert.deepEqual(Statement, [
      {
        Sid: "SignInToCache",
        Effect: "Allow",
        Action: "elasticache:Connect",
        Resource: [outputs.cacheArn, outputs.userArn],
      },
    ]);
  });

  for (const [partition, region] of [
    ["aws", "us-east-1"],
    ["aws-us-gov", "us-gov-west-1"],
    ["aws-cn", "cn-north-1"],
  ] as const) {
    it(`${partition}: names the ARNs that AWS gave and makes none of its own`, async () => {
      const key = { arn: `arn:${partition}:kms:${region}:111122223333:key/11111111-1111-4111-8111-111111111111` };
      const given = await record(cache({ key }), "update", region);
      assert.match(text(given.one("cache:index:ServerlessCache").outputs.cacheArn), new RegExp(`^arn:${partition}:`));
      const arns = JSON.stringify(childrenOf(given).map((child) => child.inputs)).match(/arn:[^"]*/g) ?? [];
      assert.deepEqual(new Set(arns), new Set([key.arn]));
    });
  }

  const refused: [Partial<ServerlessCacheArgs>, RegExp][] = [
    [{ engine: "memcached" as CacheEngine }, /engine is "memcached"/],
    [{ engine: CacheEngine.Redis, majorEngineVersion: "8" }, /majorEngineVersion is "8"/],
    [{ keyPatterns: ["a b"] }, /keyPatterns\[0\] is "a b"/],
    [{ maxDataGigabytes: 5001 }, /maxDataGigabytes is 5001/],
    [{ minDataGigabytes: 11 }, /minDataGigabytes is 11.* 1 to 10/],
    [{ maxProcessingUnits: 999 }, /maxProcessingUnits is 999/],
    [{ minProcessingUnits: 10_001 }, /minProcessingUnits is 10001/],
    [{ snapshotRetentionDays: 6 }, /snapshotRetentionDays is 6/],
    [{ snapshotTime: "6:00" }, /snapshotTime is "6:00"/],
    [{ users: [{ name: "off" }] }, /which the component itself uses/],
    [{ secretsKey: { arn: keyArn } }, /secretsKey and users do not go together/],
    [{ network: undefined }, /network is missing/],
    [{ key: undefined }, /key is missing/],
  ];
  for (const [args, message] of refused) {
    it(`refuses ${JSON.stringify(args)}`, async () => assert.match(await refusal(cache(args)), message));
  }

  it("refuses names that ElastiCache would change or that are too long", async () => {
    assert.match(await refusal(cache({}, "Sessions")), /name is "Sessions"/);
    assert.match(await refusal(cache({}, "a".repeat(29))), /an ElastiCache user id/);
  });
});
