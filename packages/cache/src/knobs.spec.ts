import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { CacheEngine, type CacheArgs } from "./args";
import { defaultEngineVersions } from "./engine-version";
import { cache } from "./testing/example";
import { childrenOf, record } from "@hipaa-aws/component-testing";

const groupType = "aws:elasticache/replicationGroup:ReplicationGroup";
const parameterGroupType = "aws:elasticache/parameterGroup:ParameterGroup";

/** What each knob changes on the replication group, beside nothing else; undefined takes an input away. */
const knobs: [string, Partial<CacheArgs>, Record<string, unknown>][] = [
  ["engine", { engine: CacheEngine.Redis }, { engine: "redis", engineVersion: "7.1" }],
  ["engineVersion", { engineVersion: "7.2" }, { engineVersion: "7.2" }],
  ["nodeType", { nodeType: "cache.t4g.small" }, { nodeType: "cache.t4g.small" }],
  [
    "nodeType with local disk",
    { nodeType: "cache.r6gd.xlarge" },
    { nodeType: "cache.r6gd.xlarge", dataTieringEnabled: true },
  ],
  ["replicas", { replicas: 5 }, { numCacheClusters: 6 }],
  ["replicas, none", { replicas: 0 }, { numCacheClusters: 1, automaticFailoverEnabled: false, multiAzEnabled: false }],
  [
    "shards",
    { shards: 3 },
    { clusterMode: "enabled", numNodeGroups: 3, replicasPerNodeGroup: 1, numCacheClusters: undefined },
  ],
  [
    "shards without replicas",
    { shards: 3, replicas: 0 },
    {
      clusterMode: "enabled",
      numNodeGroups: 3,
      replicasPerNodeGroup: 0,
      numCacheClusters: undefined,
      multiAzEnabled: false,
    },
  ],
  ["keyPatterns", { keyPatterns: ["session:*"] }, {}],
  ["snapshotRetentionDays", { snapshotRetentionDays: 35 }, { snapshotRetentionLimit: 35 }],
  ["snapshotWindow", { snapshotWindow: "23:30-00:30" }, { snapshotWindow: "23:30-00:30" }],
  ["maintenanceWindow", { maintenanceWindow: "sun:23:30-mon:00:30" }, { maintenanceWindow: "sun:23:30-mon:00:30" }],
  [
    "notificationTopicArn",
    { notificationTopicArn: "arn:aws:sns:us-east-1:111122223333:ops" },
    { notificationTopicArn: "arn:aws:sns:us-east-1:111122223333:ops" },
  ],
];

describe("knobs of Cache", () => {
  for (const [knob, args, change] of knobs) {
    it(`${knob}: changes that and nothing else of the replication group`, async () => {
      const before = (await record(cache(), "update")).one(groupType).inputs;
      const after = (await record(cache(args), "update")).one(groupType).inputs;
      const expected = Object.entries({ ...before, ...change }).filter(([, value]) => value !== undefined);
      assert.deepEqual(after, Object.fromEntries(expected));
    });
  }

  it("engine and engineVersion: select the parameter group family", async () => {
    const family = async (args: Partial<CacheArgs>) =>
      (await record(cache(args))).one(parameterGroupType).inputs.family;
    assert.equal(await family({ engineVersion: "7.2" }), "valkey7");
    assert.equal(await family({ engineVersion: "8.0" }), "valkey8");
    assert.equal(await family({ engineVersion: "9.0" }), "valkey9");
    assert.equal(await family({ engine: CacheEngine.Redis }), "redis7");
  });

  it("shards: more than one switches cluster mode on in the parameter group", async () => {
    const parameters = async (shards: number) =>
      JSON.stringify((await record(cache({ shards }))).one(parameterGroupType).inputs.parameters);
    assert.match(await parameters(2), /"cluster-enabled"/);
    assert.doesNotMatch(await parameters(1), /"cluster-enabled"/);
  });

  it("keyPatterns: narrow what the application user reaches", async () => {
    const graph = await record(cache({ keyPatterns: ["session:*", "lock:{a-z}?"] }));
    assert.equal(
      graph.one("aws:elasticache/user:User", "sessions-app").inputs.accessString,
      "on ~session:* ~lock:{a-z}? +@all -@admin -@dangerous +info",
    );
  });

  it("tags: reach every child, beside its own", async () => {
    const graph = await record(cache({ tags: { team: "records" } }));
    for (const child of childrenOf(graph))
      assert.equal((child.inputs.tags as Record<string, string>).team, "records", child.urn);
  });

  it("network may be a component with these outputs, and keys may be outputs that hold more", async () => {
    class Network extends pulumi.ComponentResource {
      readonly vpcId = pulumi.output("vpc-1");
      readonly dataSubnetIds = pulumi.output(["subnet-1", "subnet-2"]);
    }
    const key = pulumi.output({ arn: "arn:aws:kms:us-east-1:111122223333:key/k", keyId: "k", aliasName: "alias/k" });
    const graph = await record(() => cache({ network: new Network("test:index:Network", "network"), key })());
    assert.equal(graph.one(groupType).inputs.kmsKeyId, "arn:aws:kms:us-east-1:111122223333:key/k");
    const component = graph.one("cache:index:Cache").inputs;
    assert.deepEqual(component.network, { vpcId: "vpc-1", dataSubnetIds: ["subnet-1", "subnet-2"] });
    assert.deepEqual(component.key, { arn: "arn:aws:kms:us-east-1:111122223333:key/k" });
  });

  it("default versions say when they were chosen", () => {
    assert.match(defaultEngineVersions.asOf, /^\d{4}-\d{2}-\d{2}$/);
    const twoYears = 2 * 365 * 24 * 60 * 60 * 1000;
    const age = Date.now() - Date.parse(defaultEngineVersions.asOf);
    assert.ok(age < twoYears, "check the default engine versions against what ElastiCache offers, and date them anew");
  });
});
