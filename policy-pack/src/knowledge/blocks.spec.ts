import assert from "node:assert/strict";
import { Value } from "../authoring/value";
import { isCustomerKeyIn, isGivenIn } from "./blocks";

const mark = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const block = (raw: unknown): Value => new Value(raw, "block");

describe("inputs of blocks", () => {
  it("are given when they are known, wired or both", () => {
    assert.ok(isGivenIn(block({ key: "a" }), "key").isYes);
    assert.ok(isGivenIn(block({ key: mark }), "key").isYes);
  });

  it("are not given in an empty block, or without one", () => {
    assert.ok(isGivenIn(block({}), "key").isNo);
    assert.ok(isGivenIn(block(undefined), "key").isNo);
    assert.ok(isCustomerKeyIn(block(undefined), "key").isNo);
  });

  it("are undecided in a block that is not known yet, at their own path", () => {
    assert.deepEqual(isGivenIn(block(mark), "key").paths, ["block.key"]);
    assert.ok(isCustomerKeyIn(block(mark), "key").isUnknown);
  });

  it("name a customer's key or AWS's own", () => {
    assert.ok(isCustomerKeyIn(block({ key: mark }), "key").isYes);
    assert.ok(isCustomerKeyIn(block({ key: "alias/records" }), "key").isYes);
    assert.ok(isCustomerKeyIn(block({ key: "alias/aws/s3" }), "key").isNo);
  });
});
