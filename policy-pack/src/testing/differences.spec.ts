import assert from "node:assert/strict";
import { json, ref, resource, unknown, type CaseResource } from "./cases";
import { differences, isOneResourceLess } from "./differences";

const queue = (properties: Record<string, unknown> = {}, name = "queue"): CaseResource =>
  resource("aws:sqs/queue:Queue", properties, { name });
const policyOf = (name: string, document: unknown = {}): CaseResource =>
  resource("aws:sqs/queuePolicy:QueuePolicy", { queueUrl: ref(name, "url"), policy: json(document) }, { name: "own" });
const count = (one: CaseResource, other: CaseResource): number => differences([one], [other]);

describe("differences of two lists of resources", () => {
  it("are none, whatever resources are called", () => {
    assert.equal(differences([queue(), policyOf("queue")], [queue({}, "q"), policyOf("q")]), 0);
    assert.equal(count(queue({ a: undefined }), queue()), 0);
  });

  it("are one for a property that is another, is there or is not", () => {
    assert.equal(count(queue({ a: 1, b: 1 }), queue({ a: 1, b: 2 })), 1);
    assert.equal(count(queue({ a: 1, b: unknown }), queue({ a: 1 })), 1);
    assert.equal(count(queue({ a: { b: { c: 1 }, d: 1 } }), queue({ a: { b: { c: 2 }, d: 1 } })), 1);
    assert.equal(count(queue({ a: { b: 1, c: 2 } }), queue()), 1, "a block at once");
  });

  it("are one for an element of a list, or for a list that is empty", () => {
    assert.equal(count(queue({ a: [1, 2] }), queue({ a: [1, 3] })), 1);
    assert.equal(count(queue({ a: [1, 2, 3] }), queue({ a: [1, 3] })), 1);
    assert.equal(count(queue({ a: [1, 2] }), queue({ a: [] })), 1);
  });

  it("are counted within JSON text", () => {
    assert.equal(differences([queue(), policyOf("queue", { a: 1, b: 1 })], [queue(), policyOf("queue", { a: 1 })]), 1);
    assert.equal(differences([queue(), policyOf("queue", { a: 1, b: 1 })], [queue(), policyOf("queue", { a: 2 })]), 2);
  });

  it("are one for an option, for what a reference names, and for a resource", () => {
    assert.equal(count(queue(), { ...queue(), options: { protect: true } }), 1);
    const two = [queue(), queue({}, "other")];
    assert.equal(differences([...two, policyOf("queue")], [...two, policyOf("other")]), 1);
    assert.equal(differences([queue(), policyOf("queue")], [queue()]), 1);
  });

  it("are many beyond that", () => {
    assert.equal(count(queue({ a: 1, b: 1 }), queue({ a: 2, b: 2 })), 2);
    assert.equal(count(queue({ a: [1, 2, 3] }), queue({ a: [1] })), 2);
    assert.equal(count(queue({ a: [1, 2, 3] }), queue({ a: [2, 1] })), 2);
    assert.equal(count(queue(), resource("aws:sns/topic:Topic", {}, { name: "queue" })), 2, "another type");
  });

  it("tell the list that has one resource less", () => {
    const both = [queue(), policyOf("queue")];
    assert.ok(isOneResourceLess([queue()], both));
    assert.ok(!isOneResourceLess(both, [queue()]));
    assert.ok(!isOneResourceLess([queue({ a: 1 })], both));
    assert.ok(!isOneResourceLess([queue({ a: 1 })], [queue()]));
  });
});
