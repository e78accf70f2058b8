import assert from "node:assert/strict";
import { record, refusal, text, type Graph } from "@hipaa-aws/component-testing";
import { PhiDeliveryStream } from "./phi-delivery-stream";
import { PhiDeliveryStreamCompression, type PhiDeliveryStreamArgs } from "./phi-delivery-stream-args";

const arn = "arn:aws:kms:us-east-1:111122223333:key/11111111-2222-3333-4444-555555555555";
const [bucketKeyArn, logsArn] = [arn.replace("1111", "8888"), arn.replace("1111", "9999")];
const bucketArn = "arn:aws:s3:::records";
const streamArn = "arn:aws:kinesis:us-east-1:111122223333:stream/vitals";
const streamType = "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream";
const policyType = "aws:iam/rolePolicy:RolePolicy";
const fromStream = { key: undefined, source: { streamArn, keyArn: arn } };

const delivery = (args: Partial<PhiDeliveryStreamArgs> = {}) =>
  new PhiDeliveryStream("vitals", {
    bucket: { bucketArn },
    bucketKey: { arn: bucketKeyArn },
    key: { arn },
    logsKey: { arn: logsArn },
    ...args,
  });
const recorded = (args: Partial<PhiDeliveryStreamArgs> = {}, mode: "preview" | "update" = "update"): Promise<Graph> =>
  record(() => void delivery(args), mode);

interface Statement {
  Sid: string;
  Resource: string | string[];
  Condition?: unknown;
}
const statements = (graph: Graph): Statement[] =>
  (JSON.parse(text(graph.one(policyType).inputs["policy"])) as { Statement: Statement[] }).Statement;

describe("PhiDeliveryStream", () => {
  it("firehose-encrypted, firehose-cmk: records wait under the key", async () => {
    const { inputs } = (await recorded()).one(streamType);
    assert.deepEqual(inputs["serverSideEncryption"], { enabled: true, keyType: "CUSTOMER_MANAGED_CMK", keyArn: arn });
  });

  it("firehose-destination-encrypted, firehose-logging: arrive under the bucket's key, and failures are logged", async () => {
    const graph = await recorded();
    const log = graph.one("aws:cloudwatch/logGroup:LogGroup");
    assert.deepEqual(graph.one(streamType).inputs["extendedS3Configuration"], {
      bucketArn,
      roleArn: graph.one("aws:iam/role:Role").outputs["arn"],
      kmsKeyArn: bucketKeyArn,
      prefix: "records/!{timestamp:yyyy/MM/dd}/",
      errorOutputPrefix: "failed/!{firehose:error-output-type}/!{timestamp:yyyy/MM/dd}/",
      bufferingInterval: 300,
      bufferingSize: 16,
      compressionFormat: "GZIP",
      cloudwatchLoggingOptions: { enabled: true, logGroupName: log.outputs["name"], logStreamName: "delivery" },
    });
    assert.deepEqual([log.inputs["kmsKeyId"], log.inputs["retentionInDays"]], [logsArn, 2192]);
  });

  it("has a role for this bucket, this log and these keys alone, and waits for its policy", async () => {
    const graph = await recorded();
    const log = text(graph.one("aws:cloudwatch/logGroup:LogGroup").outputs["arn"]);
    assert.deepEqual(
      statements(graph).map(({ Sid, Resource, Condition }) => [Sid, Resource, Condition]),
      [
        ["Deliver", `${bucketArn}/*`, undefined],
        ["FindBucket", bucketArn, undefined],
        ["UseKeyOfBucket", bucketKeyArn, { StringEquals: { "kms:ViaService": "s3.us-east-1.amazonaws.com" } }],
        ["WriteErrors", `${log}:*`, undefined],
      ],
    );
    assert.ok(graph.one(streamType).dependencies.includes(graph.one(policyType).urn));
  });

  it("takes records from a data stream, which keeps them under its own key", async () => {
    const graph = await recorded(fromStream);
    const { inputs } = graph.one(streamType);
    assert.ok(!("serverSideEncryption" in inputs));
    assert.deepEqual(inputs["kinesisSourceConfiguration"], {
      kinesisStreamArn: streamArn,
      roleArn: graph.one("aws:iam/role:Role").outputs["arn"],
    });
    assert.deepEqual(
      statements(graph)
        .slice(4)
        .map(({ Sid, Resource, Condition }) => [Sid, Resource, Condition]),
      [
        ["ReadStream", streamArn, undefined],
        ["UseKeyOfStream", arn, { StringEquals: { "kms:ViaService": "kinesis.us-east-1.amazonaws.com" } }],
      ],
    );
  });

  it("takes its knobs", async () => {
    const graph = await recorded({
      prefix: "vitals/",
      bufferSeconds: 60,
      bufferMib: 1,
      compression: PhiDeliveryStreamCompression.None,
      logRetentionDays: 365,
      permissionsBoundaryArn: "arn:aws:iam::111122223333:policy/boundary",
      alarmTopicArn: "arn:aws:sns:us-east-1:111122223333:alarms",
      tags: { team: "ward" },
    });
    const { inputs } = graph.one(streamType);
    const s3 = inputs["extendedS3Configuration"] as Record<string, unknown>;
    assert.deepEqual(
      [s3["prefix"], s3["bufferingInterval"], s3["bufferingSize"], s3["compressionFormat"], inputs["tags"]],
      ["vitals/", 60, 1, "UNCOMPRESSED", { team: "ward" }],
    );
    assert.equal(graph.one("aws:cloudwatch/logGroup:LogGroup").inputs["retentionInDays"], 365);
    const role = graph.one("aws:iam/role:Role").inputs;
    assert.equal(role["permissionsBoundary"], "arn:aws:iam::111122223333:policy/boundary");
    const late = graph.one("aws:cloudwatch/metricAlarm:MetricAlarm", "vitals-late").inputs;
    assert.deepEqual([late["metricName"], late["threshold"]], ["DeliveryToS3.DataFreshness", 960]);
  });

  it("has these children, at preview too", async () => {
    assert.deepEqual(
      (await recorded({}, "preview")).names.filter((name) => name.startsWith("aws:")),
      [
        "aws:cloudwatch/logGroup:LogGroup vitals-errors",
        "aws:cloudwatch/logStream:LogStream vitals-errors",
        "aws:iam/role:Role vitals",
        `${policyType} vitals`,
        `${streamType} vitals`,
      ],
    );
  });

  it("registers its class fields as outputs", async () => {
    const graph = await recorded();
    const { outputs } = graph.one(streamType);
    assert.deepEqual(graph.one("data-services:index:PhiDeliveryStream").outputs, {
      deliveryStreamName: outputs["name"],
      deliveryStreamArn: outputs["arn"],
      roleArn: graph.one("aws:iam/role:Role").outputs["arn"],
      logGroupName: graph.one("aws:cloudwatch/logGroup:LogGroup").outputs["name"],
    });
  });

  for (const [region, partition] of [
    ["us-east-1", "aws"],
    ["us-gov-west-1", "aws-us-gov"],
    ["cn-north-1", "aws-cn"],
  ] as const) {
    it(`stays in the partition ${partition}`, async () => {
      const graph = await record(() => void delivery(), "update", region);
      const policy = text(graph.one(policyType).inputs["policy"]);
      assert.ok(policy.includes(`arn:${partition}:logs:${region}:`) && policy.includes(`"s3.${region}.amazonaws.com"`));
    });
  }

  const refused: readonly (readonly [string, Partial<PhiDeliveryStreamArgs>, RegExp])[] = [
    ["records without a key", { key: undefined }, /key and source are both missing/],
    ["a key and a source", { source: fromStream.source }, /key and source are given together/],
    ["a prefix that is a file", { prefix: "records" }, /prefix is "records"/],
    ["16 minutes", { bufferSeconds: 960 }, /bufferSeconds is 960/],
    ["129 MiB", { bufferMib: 129 }, /bufferMib is 129/],
    ["days that CloudWatch does not take", { logRetentionDays: 100 }, /logRetentionDays is 100/],
  ];
  for (const [title, args, message] of refused) {
    it(`refuses ${title}`, async () => assert.match(await refusal(() => void delivery(args)), message));
  }
});
