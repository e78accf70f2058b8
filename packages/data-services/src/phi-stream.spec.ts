import assert from "node:assert/strict";
import { record, refusal, text, type Graph } from "@hipaa-aws/component-testing";
import { PhiStream } from "./phi-stream";
import type { PhiStreamArgs } from "./phi-stream-args";

const arn = "arn:aws:kms:us-east-1:111122223333:key/11111111-2222-3333-4444-555555555555";
const [streamType, policyType] = ["aws:kinesis/stream:Stream", "aws:kinesis/resourcePolicy:ResourcePolicy"];

const stream = (args: Partial<PhiStreamArgs> = {}) => new PhiStream("vitals", { key: { arn }, ...args });
const recorded = (args: Partial<PhiStreamArgs> = {}, mode: "preview" | "update" = "update"): Promise<Graph> =>
  record(() => void stream(args), mode);

describe("PhiStream", () => {
  it("kinesis-stream-encrypted, kinesis-stream-cmk: under the key, on demand, for a week, kept by Pulumi", async () => {
    const { inputs, protect } = (await recorded()).one(streamType);
    assert.deepEqual([inputs["encryptionType"], inputs["kmsKeyId"], protect], ["KMS", arn, true]);
    assert.deepEqual(
      [inputs["streamModeDetails"], inputs["retentionPeriod"], inputs["maxRecordSizeInKib"]],
      [{ streamMode: "ON_DEMAND" }, 168, 1024],
    );
    assert.ok(!("shardCount" in inputs));
  });

  it("is watched shard by shard", async () => {
    const metrics = (await recorded()).one(streamType).inputs["shardLevelMetrics"] as string[];
    assert.ok(metrics.includes("IteratorAgeMilliseconds") && metrics.includes("WriteProvisionedThroughputExceeded"));
    assert.equal(metrics.length, 7);
  });

  it("kinesis-policy-scoped: denies plain transport, and everybody outside the account or organization", async () => {
    const graph = await recorded();
    const { Statement } = JSON.parse(text(graph.one(policyType).inputs["policy"])) as {
      Statement: Record<string, unknown>[];
    };
    assert.deepEqual(
      Statement.map(({ Effect, Condition, Resource }) => [Effect, Condition, Resource]),
      [
        ["Deny", { Bool: { "aws:SecureTransport": "false" } }, graph.one(streamType).outputs["arn"]],
        [
          "Deny",
          {
            StringNotEqualsIfExists: { "aws:PrincipalAccount": "111122223333" },
            BoolIfExists: { "aws:PrincipalIsAWSService": "false" },
          },
          graph.one(streamType).outputs["arn"],
        ],
      ],
    );
    const organization = await recorded({ organizationId: "o-clinic" });
    assert.match(text(organization.one(policyType).inputs["policy"]), /"aws:PrincipalOrgID":"o-clinic"/);
  });

  it("takes its knobs", async () => {
    const graph = await recorded({
      shards: 4,
      retentionHours: 24,
      maxRecordKib: 2048,
      consumers: ["billing"],
      deletionProtection: false,
      alarmTopicArn: "arn:aws:sns:us-east-1:111122223333:alarms",
      readerLagAlarmMinutes: 30,
      tags: { team: "ward" },
    });
    const { inputs, protect } = graph.one(streamType);
    assert.deepEqual([inputs["streamModeDetails"], inputs["shardCount"]], [{ streamMode: "PROVISIONED" }, 4]);
    assert.deepEqual([inputs["retentionPeriod"], inputs["maxRecordSizeInKib"], protect ?? false], [24, 2048, false]);
    assert.deepEqual(inputs["tags"], { team: "ward" });
    const consumer = graph.one("aws:kinesis/streamConsumer:StreamConsumer", "vitals-billing");
    assert.equal(consumer.inputs["streamArn"], graph.one(streamType).outputs["arn"]);
    assert.deepEqual(graph.one("data-services:index:PhiStream").outputs["consumerArns"], {
      billing: consumer.outputs["arn"],
    });
    const alarms = graph.all("aws:cloudwatch/metricAlarm:MetricAlarm");
    assert.equal(alarms.length, 3);
    const lag = graph.one("aws:cloudwatch/metricAlarm:MetricAlarm", "vitals-reader-lag").inputs;
    assert.deepEqual([lag["threshold"], lag["statistic"]], [1_800_000, "Maximum"]);
  });

  it("has these children, at preview too", async () => {
    assert.deepEqual(
      (await recorded({}, "preview")).names.filter((name) => name.startsWith("aws:")),
      [`${policyType} vitals-policy`, `${streamType} vitals`],
    );
  });

  it("registers its class fields as outputs", async () => {
    const graph = await recorded();
    const { outputs } = graph.one(streamType);
    assert.deepEqual(graph.one("data-services:index:PhiStream").outputs, {
      streamName: outputs["name"],
      streamArn: outputs["arn"],
      consumerArns: {},
    });
  });

  for (const [region, partition] of [
    ["us-east-1", "aws"],
    ["us-gov-west-1", "aws-us-gov"],
    ["cn-north-1", "aws-cn"],
  ] as const) {
    it(`stays in the partition ${partition}`, async () => {
      const graph = await record(() => void stream(), "update", region);
      assert.ok(text(graph.one(policyType).inputs["policy"]).includes(`arn:${partition}:kinesis:${region}:`));
    });
  }

  const refused: readonly (readonly [string, Partial<PhiStreamArgs>, RegExp])[] = [
    ["no shards", { shards: 0 }, /shards is 0/],
    ["less than a day", { retentionHours: 12 }, /retentionHours is 12/],
    ["records above 10 MiB", { maxRecordKib: 20_480 }, /maxRecordKib is 20480/],
    ["two consumers of one name", { consumers: ["a", "a"] }, /consumers holds "a" twice/],
    ["a consumer with a space", { consumers: ["a b"] }, /consumers\[\] is "a b"/],
    ["21 consumers", { consumers: Array<string>(21).fill("a") }, /consumers has 21 elements/],
    [
      "an alarm when records are gone",
      { retentionHours: 24, readerLagAlarmMinutes: 1440 },
      /readerLagAlarmMinutes and retentionHours contradict each other/,
    ],
  ];
  for (const [title, args, message] of refused) {
    it(`refuses ${title}`, async () => assert.match(await refusal(() => void stream(args)), message));
  }
});
