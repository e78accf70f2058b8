import assert from "node:assert/strict";
import type { PolicyResource } from "@pulumi/policy";
import { StackGraph } from "../graph/stack-graph";
import { staysInPhiScope, stores } from "./phi-scope";

const mark = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const taggedOut = { tags: { "hipaa:phi": "false" } };

function built(type: string, name: string, props: Record<string, unknown>): PolicyResource {
  return {
    type,
    name,
    urn: `urn:pulumi:test::scope::${type}::${name}`,
    props,
    opts: {
      protect: false,
      ignoreChanges: [],
      aliases: [],
      customTimeouts: { createSeconds: 0, updateSeconds: 0, deleteSeconds: 0 },
      additionalSecretOutputs: [],
    },
    dependencies: [],
    propertyDependencies: Object.fromEntries(Object.keys(props).map((key) => [key, []])),
    isType: () => false,
    asType: () => undefined,
  };
}

/** What is said of a sender that names its store so, where a bucket `records` is out of scope. */
function answer(target: unknown, sender: Record<string, unknown> = {}): "yes" | "no" | "unknown" {
  const graph = new StackGraph([
    built("aws:appflow/flow:Flow", "sender", { target, ...sender }),
    built("aws:s3/bucket:Bucket", "records", { bucket: "records", arn: "arn:aws:s3:::records", ...taggedOut }),
  ]);
  const [from] = graph.ofType("aws:appflow/flow:Flow");
  assert.ok(from);
  const truth = staysInPhiScope(graph, from, from.get("target"), stores.bucket);
  return truth.isYes ? "yes" : truth.isNo ? "no" : "unknown";
}

describe("PHI scope of what data is handed on to", () => {
  for (const name of [
    "records",
    "arn:aws:s3:::records",
    "arn:aws-us-gov:s3:::records/inbox/*",
    "s3://records/inbox/",
    "https://s3.us-east-1.amazonaws.com/records/list.txt",
    "https://records.s3.us-east-1.amazonaws.com/list.txt",
    "https://records.s3-us-west-2.amazonaws.com/list.txt",
    "/records/alice",
  ]) {
    it(`is left by ${name}`, () => assert.equal(answer(name), "no"));
  }

  for (const name of ["record", "records-2", "s3://other/records", "arn:aws:s3:::other/records", "/other/records"]) {
    it(`is not left by ${name}, which is in another stack`, () => assert.equal(answer(name), "yes"));
  }

  it("is open for a store known on update", () => assert.equal(answer(mark), "unknown"));
  it("is of no matter for a sender that holds no PHI itself", () => {
    assert.equal(answer("records", taggedOut), "yes");
    assert.equal(answer(mark, taggedOut), "yes");
  });
  it("is of no matter where nothing is named", () => assert.equal(answer(undefined), "yes"));
});
