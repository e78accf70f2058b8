import assert from "node:assert/strict";
import { Value } from "../authoring/value";
import { isWholeServiceToOthers } from "./foreign-accounts";
import { readStatements } from "./policy-statements";

const queue = "arn:aws:sqs:us-east-1:111122223333:letters";
const gives = (changed: Record<string, unknown>): boolean => {
  const statement = { Effect: "Allow", Principal: { AWS: "444455556666" }, Action: "sqs:*", Resource: queue };
  const [read] = readStatements(new Value({ Statement: [{ ...statement, ...changed }] }, "policy")).known;
  assert.ok(read);
  return isWholeServiceToOthers(read, "sqs");
};

describe("every action of a service for another account", () => {
  it("is found by account id and by ARN", () => {
    assert.ok(gives({}));
    assert.ok(gives({ Action: ["SQS:*"], Principal: { AWS: ["arn:aws:iam::444455556666:role/reader"] } }));
    assert.ok(gives({ Action: "*" }));
  });

  it("is not the account's own, not single actions, not a Deny", () => {
    assert.ok(!gives({ Principal: { AWS: "arn:aws:iam::111122223333:root" } }));
    assert.ok(!gives({ Action: "sqs:SendMessage" }));
    assert.ok(!gives({ Effect: "Deny" }));
    assert.ok(!gives({ Principal: { Service: "sns.amazonaws.com" } }));
  });

  it("says nothing where the resource's account cannot be told", () => {
    assert.ok(!gives({ Resource: "*" }));
    assert.ok(!gives({ Resource: [queue, "*"] }));
  });
});
