import assert from "node:assert/strict";
import { Value } from "../authoring/value";
import { identityPolicies, identityPolicyTypes, resourcePolicies, resourcePolicyTypes } from "./policy-homes";
import { anyStatement, readStatements } from "./policy-statements";

const mark = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const read = (policy: unknown) => readStatements(new Value(policy, "policy"));
const allow = (Action: string, Resource: unknown = "*") => ({ Effect: "Allow", Action, Resource });

describe("statements of a policy", () => {
  it("are known one by one where the document is an object", () => {
    const { known, open } = read({ Statement: [allow("s3:GetObject", mark), allow("*")] });
    assert.deepEqual(
      known.map(({ actions }) => actions),
      [["*"]],
    );
    assert.deepEqual(open, ["policy.Statement[0]"]);
  });

  it("are known all at once where it is text", () => {
    assert.equal(read(JSON.stringify({ Statement: allow("*") })).known.length, 1);
    assert.deepEqual(read(`{"Statement":[{"Resource":"${mark}"}]}`), { known: [], open: ["policy"] });
  });

  it("are open where nothing can be read, and none where nothing is", () => {
    for (const policy of [mark, "{", "", 3, { Statement: mark }, { Statement: [] }, { Id: mark }]) {
      assert.deepEqual(read(policy).known, [], JSON.stringify(policy));
      assert.equal(read(policy).open.length, 1, JSON.stringify(policy));
    }
    assert.deepEqual(read(undefined), { known: [], open: [] });
  });

  it("answer yes for a known one, whatever is open beside it", () => {
    const policy = new Value({ statement: [allow("a:b", mark), allow("c:d")] }, "policy");
    assert.ok(anyStatement(policy, ({ actions }) => actions.includes("c:d")).isYes);
    assert.ok(anyStatement(policy, () => false).isUnknown);
    assert.ok(anyStatement(new Value(undefined, "policy"), () => true).isNo);
  });
});

describe("places of policies", () => {
  const holder = (type: string, properties: object) => {
    const value = Value.ofProperties(properties);
    return { type, get: (path: string) => value.get(path) };
  };

  it("are the policy itself, each inline one, or none", () => {
    const role = holder("aws:iam/role:Role", { inlinePolicies: [{ policy: "a" }, { policy: "b" }] });
    assert.deepEqual(
      identityPolicies(role).map(({ text }) => text),
      ["a", "b"],
    );
    assert.equal(identityPolicies(holder("aws:iam/role:Role", {})).length, 0);
    assert.ok(identityPolicies(holder("aws:iam/role:Role", { inlinePolicies: mark }))[0]?.isUnknown);
    assert.equal(identityPolicies(holder("aws:s3/bucketPolicy:BucketPolicy", { policy: "a" })).length, 0);
    assert.equal(resourcePolicies(holder("aws:s3/bucketPolicy:BucketPolicy", { policy: "a" }))[0]?.text, "a");
  });

  it("are not counted as both", () => {
    assert.deepEqual(
      identityPolicyTypes.filter((type) => resourcePolicyTypes.includes(type)),
      [],
    );
  });
});
