import assert from "node:assert/strict";
import { record, refusal, text, type Graph } from "@hipaa-aws/component-testing";
import { PhiTopic } from "./phi-topic";
import type { PhiTopicArgs } from "./phi-topic-args";

const arn = "arn:aws:kms:us-east-1:111122223333:key/11111111-2222-3333-4444-555555555555";
const logsArn = arn.replace("1111-", "2222-");
const alarms = "arn:aws:sns:us-east-1:111122223333:alarms";
const queue = { name: "billing", queueArn: "arn:aws:sqs:us-east-1:111122223333:billing" };
const topicType = "aws:sns/topic:Topic";

const topic = (args: Partial<PhiTopicArgs> = {}) =>
  new PhiTopic("results", { key: { arn }, logsKey: { arn: logsArn }, ...args });
const recorded = (args: Partial<PhiTopicArgs> = {}, mode: "preview" | "update" = "update"): Promise<Graph> =>
  record(() => void topic(args), mode);

function statements(graph: Graph): Record<string, Record<string, unknown>> {
  const policy = text(graph.one("aws:sns/topicPolicy:TopicPolicy").inputs["policy"]);
  const { Statement } = JSON.parse(policy) as { Statement: { Sid: string }[] };
  return Object.fromEntries(Statement.map((statement) => [statement.Sid, { ...statement }]));
}

describe("PhiTopic", () => {
  it("sns-topic-cmk: is under the key that was given", async () => {
    assert.equal((await recorded()).one(topicType).inputs["kmsMasterKeyId"], arn);
  });

  it("sns-delivery-logging: logs every delivery, under the logs key, for six years", async () => {
    const graph = await recorded();
    const { inputs, outputs } = graph.one(topicType);
    const role = graph.one("aws:iam/role:Role").outputs["arn"];
    assert.deepEqual([inputs["sqsFailureFeedbackRoleArn"], inputs["sqsSuccessFeedbackRoleArn"]], [role, role]);
    const groups = graph.all("aws:cloudwatch/logGroup:LogGroup");
    const group = `sns/us-east-1/111122223333/${text(outputs["name"])}`;
    assert.deepEqual(groups.map((one) => one.inputs["name"]).sort(), [group, `${group}/Failure`]);
    for (const one of groups) {
      assert.deepEqual([one.inputs["kmsKeyId"], one.inputs["retentionInDays"]], [logsArn, 2192]);
    }
  });

  it("sns-policy-tls-statement: refuses plain transport, other protocols than queues, and outsiders", async () => {
    const found = statements(await recorded());
    assert.deepEqual(found["DenyInsecureTransport"]?.["Condition"], { Bool: { "aws:SecureTransport": "false" } });
    assert.deepEqual(found["DenyOtherProtocols"]?.["Condition"], { StringNotEquals: { "sns:Protocol": "sqs" } });
    assert.match(JSON.stringify(found["DenyOutsiders"]?.["Condition"]), /"aws:PrincipalAccount":"111122223333"/);
    assert.match(
      JSON.stringify(statements(await recorded({ organizationId: "o-clinic" }))["DenyOutsiders"]),
      /"aws:PrincipalOrgID":"o-clinic"/,
    );
  });

  it("delivers to queues, each subscription under its own name and without an envelope", async () => {
    const subscription = (await recorded({ queues: [queue] })).one(
      "aws:sns/topicSubscription:TopicSubscription",
      "results-billing",
    );
    assert.deepEqual(
      [subscription.inputs["protocol"], subscription.inputs["endpoint"], subscription.inputs["rawMessageDelivery"]],
      ["sqs", queue.queueArn, true],
    );
  });

  it("takes its knobs", async () => {
    const graph = await recorded({ fifo: true, alarmTopicArn: alarms, tags: { team: "lab" } });
    const { inputs } = graph.one(topicType);
    assert.deepEqual([inputs["fifoTopic"], inputs["tags"]], [true, { team: "lab" }]);
    assert.deepEqual(graph.one("aws:cloudwatch/metricAlarm:MetricAlarm").inputs["alarmActions"], [alarms]);
  });

  it("has these children, at preview too", async () => {
    const graph = await recorded({}, "preview");
    assert.deepEqual(
      graph.names.filter((name) => name.startsWith("aws:")),
      [
        "aws:cloudwatch/logGroup:LogGroup results-delivery-log",
        "aws:cloudwatch/logGroup:LogGroup results-failure-log",
        "aws:iam/role:Role results-delivery-status",
        "aws:iam/rolePolicy:RolePolicy results-delivery-status",
        "aws:sns/topic:Topic results",
        "aws:sns/topicPolicy:TopicPolicy results-policy",
      ],
    );
  });

  for (const [region, partition] of [
    ["us-east-1", "aws"],
    ["us-gov-west-1", "aws-us-gov"],
    ["cn-north-1", "aws-cn"],
  ] as const) {
    it(`stays in the partition ${partition}`, async () => {
      const graph = await record(() => void topic(), "update", region);
      const policy = text(graph.one("aws:iam/rolePolicy:RolePolicy").inputs["policy"]);
      assert.ok(policy.includes(`arn:${partition}:logs:${region}:`), policy);
    });
  }

  it("refuses two queues of one name", async () => {
    assert.match(await refusal(() => void topic({ queues: [queue, queue] })), /queues holds "billing" twice/);
  });

  it("refuses a name that leaves no room for its role", async () => {
    const long = "t".repeat(45);
    const program = () => void new PhiTopic(long, { key: { arn }, logsKey: { arn } });
    assert.match(await refusal(program), /name is too long.*64 characters/);
  });
});
