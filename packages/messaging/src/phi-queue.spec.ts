import assert from "node:assert/strict";
import { record, refusal, text, type Graph } from "@hipaa-aws/component-testing";
import { PhiQueue } from "./phi-queue";
import type { PhiQueueArgs } from "./phi-queue-args";

const arn = "arn:aws:kms:us-east-1:111122223333:key/11111111-2222-3333-4444-555555555555";
const topic = "arn:aws:sns:us-east-1:111122223333:alarms";
const queueType = "aws:sqs/queue:Queue";

const queue = (args: Partial<PhiQueueArgs> = {}) => new PhiQueue("intake", { key: { arn }, ...args });
const recorded = (args: Partial<PhiQueueArgs> = {}, mode: "preview" | "update" = "update"): Promise<Graph> =>
  record(() => void queue(args), mode);

describe("PhiQueue", () => {
  it("sqs-cmk, sqs-dlq-encrypted: both queues are under the key that was given", async () => {
    const graph = await recorded();
    for (const { inputs } of graph.all(queueType)) assert.equal(inputs["kmsMasterKeyId"], arn);
  });

  it("sqs-policy-tls-statement: both queues refuse plain transport and outsiders of the account", async () => {
    for (const name of ["intake-policy", "intake-dead-letters-policy"]) {
      const policy = (await recorded()).one("aws:sqs/queuePolicy:QueuePolicy", name);
      const { Statement } = JSON.parse(text(policy.inputs["policy"])) as { Statement: Record<string, unknown>[] };
      assert.deepEqual(
        Statement.map(({ Sid, Condition }) => [Sid, Condition]),
        [
          ["DenyInsecureTransport", { Bool: { "aws:SecureTransport": "false" } }],
          [
            "DenyOutsiders",
            {
              StringNotEqualsIfExists: { "aws:PrincipalAccount": "111122223333" },
              BoolIfExists: { "aws:PrincipalIsAWSService": "false" },
            },
          ],
        ],
      );
    }
  });

  it("lets the organization in where one is given", async () => {
    const policy = (await recorded({ organizationId: "o-clinic" })).one(
      "aws:sqs/queuePolicy:QueuePolicy",
      "intake-policy",
    );
    assert.match(text(policy.inputs["policy"]), /"aws:PrincipalOrgID":"o-clinic"/);
  });

  it("moves what fails five times to its own dead-letter queue, which takes from no other", async () => {
    const graph = await recorded();
    const [main, dead] = [graph.one(queueType, "intake"), graph.one(queueType, "intake-dead-letters")];
    const redrive = JSON.parse(text(main.inputs["redrivePolicy"])) as Record<string, unknown>;
    assert.deepEqual(redrive, { deadLetterTargetArn: dead.outputs["arn"], maxReceiveCount: 5 });
    const allowed = graph.one("aws:sqs/redriveAllowPolicy:RedriveAllowPolicy").inputs["redriveAllowPolicy"];
    assert.deepEqual(JSON.parse(text(allowed)), {
      redrivePermission: "byQueue",
      sourceQueueArns: [main.outputs["arn"]],
    });
    assert.equal(dead.inputs["messageRetentionSeconds"], 14 * 86_400);
  });

  it("takes its knobs", async () => {
    const graph = await recorded({
      fifo: true,
      maxReceiveCount: 3,
      visibilityTimeoutSeconds: 900,
      retentionDays: 7,
      deadLetterRetentionDays: 10,
      maxMessageKib: 64,
      tags: { team: "intake" },
    });
    const { inputs } = graph.one(queueType, "intake");
    assert.equal(inputs["fifoQueue"], true);
    assert.equal(inputs["visibilityTimeoutSeconds"], 900);
    assert.equal(inputs["messageRetentionSeconds"], 7 * 86_400);
    assert.equal(inputs["maxMessageSize"], 65_536);
    assert.deepEqual(inputs["tags"], { team: "intake" });
    assert.match(text(inputs["redrivePolicy"]), /"maxReceiveCount":3/);
    assert.equal(graph.one(queueType, "intake-dead-letters").inputs["messageRetentionSeconds"], 10 * 86_400);
  });

  it("admits a sending service from one source of this account only", async () => {
    const sourceArn = "arn:aws:s3:::uploads";
    const graph = await recorded({ senders: [{ service: "s3.amazonaws.com", sourceArn }] });
    const policy = graph.one("aws:sqs/queuePolicy:QueuePolicy", "intake-policy").inputs["policy"];
    const { Statement } = JSON.parse(text(policy)) as { Statement: Record<string, unknown>[] };
    assert.deepEqual(Statement[0]?.["Principal"], { Service: "s3.amazonaws.com" });
    assert.deepEqual(Statement[0]?.["Condition"], {
      ArnLike: { "aws:SourceArn": sourceArn },
      StringEquals: { "aws:SourceAccount": "111122223333" },
    });
  });

  it("raises alarms on age and on dead letters where a topic is given", async () => {
    const type = "aws:cloudwatch/metricAlarm:MetricAlarm";
    assert.deepEqual((await recorded()).all(type), []);
    const graph = await recorded({ alarmTopicArn: topic, oldestMessageAlarmSeconds: 900 });
    assert.equal(graph.one(type, "intake-age").inputs["threshold"], 900);
    assert.deepEqual(graph.one(type, "intake-dead-letters-depth").inputs["alarmActions"], [topic]);
  });

  it("has these children, at preview too", async () => {
    const graph = await recorded({ alarmTopicArn: topic }, "preview");
    assert.deepEqual(
      graph.names.filter((name) => name.startsWith("aws:")),
      [
        "aws:cloudwatch/metricAlarm:MetricAlarm intake-age",
        "aws:cloudwatch/metricAlarm:MetricAlarm intake-dead-letters-depth",
        "aws:sqs/queue:Queue intake",
        "aws:sqs/queue:Queue intake-dead-letters",
        "aws:sqs/queuePolicy:QueuePolicy intake-dead-letters-policy",
        "aws:sqs/queuePolicy:QueuePolicy intake-policy",
        "aws:sqs/redriveAllowPolicy:RedriveAllowPolicy intake-dead-letters-redrive",
      ],
    );
  });

  for (const [region, partition] of [
    ["us-east-1", "aws"],
    ["us-gov-west-1", "aws-us-gov"],
    ["cn-north-1", "aws-cn"],
  ] as const) {
    it(`stays in the partition ${partition}`, async () => {
      const graph = await record(() => void queue(), "update", region);
      assert.match(text(graph.one(queueType, "intake").outputs["arn"]), new RegExp(`^arn:${partition}:sqs:${region}:`));
      assert.ok(
        text(graph.one("aws:sqs/queuePolicy:QueuePolicy", "intake-policy").inputs["policy"]).includes(
          `arn:${partition}:`,
        ),
      );
    });
  }

  const refused: readonly (readonly [string, Partial<PhiQueueArgs>, RegExp])[] = [
    ["a count that SQS does not take", { maxReceiveCount: 0 }, /maxReceiveCount is 0.*from 1 to 1000/],
    ["a timeout beyond twelve hours", { visibilityTimeoutSeconds: 43_201 }, /visibilityTimeoutSeconds is 43201/],
    ["15 days", { retentionDays: 15 }, /retentionDays is 15/],
    [
      "dead letters that are gone as they arrive",
      { retentionDays: 10, deadLetterRetentionDays: 9 },
      /deadLetterRetentionDays and retentionDays contradict/,
    ],
    ["messages beyond 1 MiB", { maxMessageKib: 1025 }, /maxMessageKib is 1025/],
    [
      "a service that names no source",
      { senders: [{ service: "lambda.amazonaws.com", sourceArn: arn }] },
      /senders\[\]\.service/,
    ],
    [
      "Amazon S3 before a FIFO queue",
      { fifo: true, senders: [{ service: "s3.amazonaws.com", sourceArn: "arn:aws:s3:::b" }] },
      /senders names Amazon S3, which notifies no FIFO queue/,
    ],
    ["an alarm within a minute", { oldestMessageAlarmSeconds: 59 }, /oldestMessageAlarmSeconds is 59/],
  ];
  for (const [title, args, message] of refused) {
    it(`refuses ${title}`, async () => assert.match(await refusal(() => void queue(args)), message));
  }

  it("refuses a name that leaves no room", async () => {
    const long = "q".repeat(70);
    assert.match(await refusal(() => void new PhiQueue(long, { key: { arn } })), /name is too long.*80 characters/);
  });
});
