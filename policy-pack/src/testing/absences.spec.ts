import assert from "node:assert/strict";
import { rules } from "../rules";
import { contradictedAbsence, presences, withoutAbsence } from "./absences";
import { fault, json, notApplicable, pass, ref, resource, unknown, type CaseResource, type RuleCase } from "./cases";

const queue = (properties: Record<string, unknown> = {}, name = "queue"): CaseResource =>
  resource("aws:sqs/queue:Queue", properties, { name });
const missing = (id: string, ...cases: readonly RuleCase[]): string[] => {
  const rule = rules.find((one) => one.id === id);
  assert.ok(rule, `no rule ${id}`);
  return withoutAbsence(rule, cases);
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

describe("properties of which no case shows the absence", () => {
  const keyed = pass("a key", queue({ kmsMasterKeyId: "alias/a" }));
  const key = ["kmsMasterKeyId"];

  it("are those that all cases give, or none", () => {
    assert.deepEqual(missing("sqs-cmk", keyed, fault("none", queue())), []);
    assert.deepEqual(missing("sqs-cmk", keyed, fault("AWS's own", queue({ kmsMasterKeyId: "alias/aws/sqs" }))), key);
    assert.deepEqual(missing("sqs-cmk", fault("none", queue())), key);
  });

  it("are looked for in resources that the rule reads", () => {
    assert.deepEqual(missing("sqs-cmk", keyed, pass("another", resource("aws:sns/topic:Topic"))), key);
  });

  it("are not shown by a case that another thing takes out of scope", () => {
    const noPhi = { tags: { "hipaa:phi": "false" } };
    assert.deepEqual(missing("sqs-cmk", keyed, notApplicable("no PHI", queue(noPhi))), key);
    assert.deepEqual(missing("sqs-cmk", keyed, notApplicable("nothing to judge", queue())), []);
  });

  it("are looked for one by one", () => {
    const off = { sqsManagedSseEnabled: false };
    const cases = [pass("a key", queue({ ...off, kmsMasterKeyId: "alias/a" })), fault("off", queue(off))];
    assert.deepEqual(missing("sqs-encrypted", ...cases), ["sqsManagedSseEnabled"]);
    assert.deepEqual(missing("sqs-encrypted", ...cases, pass("nothing said", queue())), []);
  });

  it("are shown, in a rule of the stack, by the absence of the resource that would have them", () => {
    const policy = resource("aws:sqs/queuePolicy:QueuePolicy", { queueUrl: ref("queue", "url") }, { name: "policy" });
    const both = pass("a policy", [queue(), policy]);
    assert.deepEqual(missing("sqs-deny-insecure-transport", both, fault("none", queue())), []);
    assert.deepEqual(missing("sqs-deny-insecure-transport", both), ["queueUrl"]);
  });

  it("are shown, where a rule reads whole resources, by one resource less", () => {
    const block = resource("aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock", {}, { name: "block" });
    const read = (...cases: RuleCase[]): string[] => missing("s3-account-public-access-block", ...cases);
    assert.deepEqual(read(pass("both", [queue(), block]), fault("one", queue())), []);
    assert.deepEqual(read(pass("both", [queue(), block]), fault("another", queue({ a: 1 }))), ["(presence)"]);
  });
});

describe("properties whose absence passes though the page calls it a fault", () => {
  const contradicted = (...list: readonly RuleCase[]): string[] => {
    const rule = rules.find(({ id }) => id === "sns-topic-encrypted");
    assert.ok(rule);
    return contradictedAbsence(rule, list);
  };

  const topic = (properties: Record<string, unknown> = {}): CaseResource => resource("aws:sns/topic:Topic", properties);

  it("are those that cases lack and pass without", () => {
    assert.deepEqual(contradicted(pass("none", topic())), ["kmsMasterKeyId"]);
  });

  it("are none where a case without it is at fault, or none is without it", () => {
    assert.deepEqual(contradicted(pass("none", topic()), fault("none either", topic())), []);
    assert.deepEqual(contradicted(pass("a key", topic({ kmsMasterKeyId: "alias/a" }))), []);
  });
});
