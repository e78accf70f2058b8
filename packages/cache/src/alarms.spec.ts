import assert from "node:assert/strict";
import { nameOf, record, refusal, text } from "@hipaa-aws/component-testing";
import type { CacheArgs } from "./args";
import { cache } from "./testing/example";

const alarmType = "aws:cloudwatch/metricAlarm:MetricAlarm";
const alarmTopicArn = "arn:aws:sns:us-east-1:111122223333:alarms";

interface Query {
  id: string;
  expression?: string;
  metric?: { metricName: string; dimensions: { CacheClusterId: string } };
}

async function alarms(args: Partial<CacheArgs>) {
  const graph = await record(cache({ alarmTopicArn, ...args }), "update");
  const queries = (name: string) => graph.one(alarmType, name).inputs.metricQueries as unknown as Query[];
  return { graph, names: graph.all(alarmType).map(nameOf).sort(), queries };
}

describe("alarms of Cache", () => {
  it("watch every node by the name that AWS gave it", async () => {
    const { graph, names, queries } = await alarms({ replicas: 2 });
    assert.deepEqual(names, ["sessions-memory", "sessions-processor", "sessions-replication", "sessions-sign-ins"]);
    const [all, ...nodes] = queries("sessions-memory");
    assert.equal(all?.expression, "MAX(METRICS())");
    const members = graph.one("aws:elasticache/replicationGroup:ReplicationGroup").outputs.memberClusters;
    assert.deepEqual(
      nodes.map((query) => query.metric?.dimensions.CacheClusterId),
      members,
    );
    assert.equal(queries("sessions-sign-ins")[0]?.expression, "SUM(METRICS())");
    for (const alarm of graph.all(alarmType)) assert.deepEqual(alarm.inputs.alarmActions, [alarmTopicArn]);
  });

  it("share ten nodes at most, and are each on nodes of their own", async () => {
    const { names, queries } = await alarms({ shards: 4, replicas: 2 });
    assert.equal(names.filter((name) => name.startsWith("sessions-memory")).length, 2);
    const watched = ["sessions-memory", "sessions-memory-2"].flatMap((name) =>
      queries(name).flatMap((query) => query.metric?.dimensions.CacheClusterId ?? []),
    );
    assert.equal(watched.length, 12);
    assert.equal(new Set(watched).size, 12);
    assert.match(watched[0] ?? "", /-0001-001$/);
  });

  it("watch no replication where there is none", async () => {
    const { names } = await alarms({ replicas: 0 });
    assert.ok(!names.includes("sessions-replication"));
  });

  it("elasticache-security-updates: AWS Health tells of service updates and maintenance", async () => {
    const { graph } = await alarms({});
    const pattern = JSON.parse(text(graph.one("aws:cloudwatch/eventRule:EventRule").inputs.eventPattern)) as object;
    assert.deepEqual(pattern, {
      source: ["aws.health"],
      "detail-type": ["AWS Health Event"],
      detail: { service: ["ELASTICACHE"] },
    });
    assert.equal(graph.one("aws:cloudwatch/eventTarget:EventTarget").inputs.arn, alarmTopicArn);
  });
});

describe("parameters of Cache", () => {
  const parametersOf = async (parameters: Record<string, string>) => {
    const graph = await record(cache({ parameters }));
    return graph.one("aws:elasticache/parameterGroup:ParameterGroup").inputs.parameters;
  };

  it("come on top of the component's own", async () => {
    assert.deepEqual(await parametersOf({ timeout: "300", "notify-keyspace-events": "Ex" }), [
      { name: "maxmemory-policy", value: "volatile-lru" },
      { name: "timeout", value: "300" },
      { name: "notify-keyspace-events", value: "Ex" },
    ]);
  });

  const refused: [Record<string, string>, RegExp][] = [
    [{ timeout: "0" }, /parameters\[timeout\] is 0/],
    [{ timeout: "901" }, /parameters\[timeout\] is 901/],
    [{ "maxmemory-policy": "allkeys-lru" }, /parameters\[maxmemory-policy\] is "allkeys-lru"/],
    [{ "cluster-enabled": "yes" }, /holds cluster-enabled, which shards decides/],
    [{ "Notify Events": "Ex" }, /parameters is "Notify Events"/],
  ];
  for (const [parameters, message] of refused) {
    it(`refuse ${JSON.stringify(parameters)}`, async () => assert.match(await refusal(cache({ parameters })), message));
  }
});
