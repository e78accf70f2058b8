import assert from "node:assert/strict";
import { rules } from "../rules";
import { absences, presences } from "./absences";
import { fault, json, notApplicable, pass, ref, resource, unknown, type CaseResource, type RuleCase } from "./cases";

const queue = (properties: Record<string, unknown> = {}, name = "queue"): CaseResource =>
  resource("aws:sqs/queue:Queue", properties, { name });
const found = (id: string, ...cases: readonly RuleCase[]): string[] => {
  const rule = rules.find((one) => one.id === id);
  assert.ok(rule, `no rule ${id}`);
  return absences(rule, cases);
};

describe("how a resource stands to a property", () => {
  const at = (path: string, properties: Record<string, unknown>): string[] => presences({ properties }, path).sort();

  it("is given, absent or not known at a path", () => {
    assert.deepEqual(at("a.b", { a: { b: false } }), ["given"]);
    assert.deepEqual(at("a.b", { a: { b: unknown } }), ["given"]);
    assert.deepEqual(at("a.b", { a: { c: 1 } }), ["absent"]);
    assert.deepEqual(at("a.b", {}), ["absent"]);
    assert.deepEqual(at("a.b", { a: unknown }), ["not known"]);
    assert.deepEqual(at("a.b", { a: "text" }), ["not known"]);
  });

  it("is absent where what is given is empty", () => {
    for (const empty of [undefined, null, "", []]) assert.deepEqual(at("a", { a: empty }), ["absent"]);
    assert.deepEqual(at("a", { a: {} }), ["given"]);
  });

  it("is told of each element of a list, and within JSON text", () => {
    assert.deepEqual(at("a[*].b", { a: [{ b: 1 }, {}] }), ["absent", "given"]);
    assert.deepEqual(at("a.b", { a: json({ b: 1 }) }), ["given"]);
    assert.deepEqual(at("a.b", { a: json({}) }), ["absent"]);
  });

  it("is told of options, and of all inputs together", () => {
    assert.deepEqual(presences({ properties: {}, options: { protect: false } }, "(opts.protect)"), ["given"]);
    assert.deepEqual(presences({ properties: { protect: true } }, "(opts.protect)"), ["absent"]);
    assert.deepEqual(at("(URL inputs)", { a: 1 }), ["given"]);
    assert.deepEqual(at("(resource type)", {}), ["absent"]);
  });
});

describe("properties that are absent in a case", () => {
  const keyed = pass("a key", queue({ kmsMasterKeyId: "alias/a" }));

  it("are those that another case gives", () => {
    assert.deepEqual(found("sqs-cmk", keyed, fault("none", queue())), ["kmsMasterKeyId"]);
    assert.deepEqual(found("sqs-cmk", keyed, fault("AWS's own", queue({ kmsMasterKeyId: "alias/aws/sqs" }))), []);
    assert.deepEqual(found("sqs-cmk", fault("none", queue())), [], "given nowhere");
  });

  it("are those of resources that the rule reads", () => {
    assert.deepEqual(found("sqs-cmk", keyed, pass("another", resource("aws:sns/topic:Topic"))), []);
  });

  it("are told by a case that is out of scope only where they put it there", () => {
    const noPhi = { tags: { "hipaa:phi": "false" } };
    assert.deepEqual(found("sqs-cmk", keyed, notApplicable("no PHI", queue(noPhi))), []);
    assert.deepEqual(found("sqs-cmk", keyed, notApplicable("nothing to judge", queue())), ["kmsMasterKeyId"]);
  });

  it("of a rule of the stack are absent with the resource that would have them", () => {
    const policy = resource("aws:sqs/queuePolicy:QueuePolicy", { queueUrl: ref("queue", "url") }, { name: "policy" });
    const both = pass("a policy", [queue(), policy]);
    assert.deepEqual(found("sqs-deny-insecure-transport", both, fault("none", queue())), ["queueUrl"]);
  });

  it("where a rule reads whole resources, are resources that one case has more than another", () => {
    const block = resource("aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock", {}, { name: "block" });
    const read = (...cases: RuleCase[]): string[] => found("s3-account-public-access-block", ...cases);
    assert.deepEqual(read(pass("both", [queue(), block]), fault("one", queue())), ["(presence)"]);
    assert.deepEqual(read(pass("both", [queue(), block]), fault("another", queue({ a: 1 }))), []);
  });
});
