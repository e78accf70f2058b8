import assert from "node:assert/strict";
import { record, text } from "@hipaa-aws/component-testing";
import { KeyRing } from "./key-ring";
import { watchedCalls } from "./key-watch";

const alarmTopicArn = "arn:aws:sns:us-east-1:111122223333:alarms";
const ruleType = "aws:cloudwatch/eventRule:EventRule";

describe("watch over a key ring", () => {
  it("tells the topic of every call that endangers one of its keys", async () => {
    const graph = await record(() => void new KeyRing("keys", { alarmTopicArn }), "update");
    const rule = graph.one(ruleType);
    const pattern = JSON.parse(text(rule.inputs["eventPattern"])) as {
      detail: { eventName: string[]; requestParameters: { keyId: string[] } };
    };
    assert.deepEqual(pattern.detail.eventName, watchedCalls);
    const keys = graph.all("aws:kms/key:Key").flatMap(({ outputs }) => [outputs["keyId"], outputs["arn"]]);
    assert.equal(keys.length, 18);
    assert.deepEqual([...pattern.detail.requestParameters.keyId].sort(), keys.sort());
    const target = graph.one("aws:cloudwatch/eventTarget:EventTarget");
    assert.deepEqual([target.inputs["arn"], target.inputs["rule"]], [alarmTopicArn, rule.outputs["name"]]);
  });

  it("fits what EventBridge takes as a pattern, with all nine keys", async () => {
    const graph = await record(() => void new KeyRing("keys", { alarmTopicArn }), "update");
    assert.ok(text(graph.one(ruleType).inputs["eventPattern"]).length <= 2048);
  });

  it("is not there without a topic", async () => {
    assert.deepEqual((await record(() => void new KeyRing("keys"), "update")).all(ruleType), []);
  });
});
