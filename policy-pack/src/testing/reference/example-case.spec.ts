import assert from "node:assert/strict";
import { pass, Ref, ref, resource, unknown } from "../cases";
import { exampleCase, missingArguments } from "./example-case";

const instance = "aws:rds/instance:Instance";

describe("cases as examples", () => {
  it("get what the provider requires, and keep what they say", () => {
    const [bare] = exampleCase(pass("bare", resource(instance))).resources;
    assert.equal(typeof bare?.properties["instanceClass"], "string");
    const [given] = exampleCase(pass("given", resource(instance, { instanceClass: "db.t4g.small" }))).resources;
    assert.deepEqual(given?.properties, { instanceClass: "db.t4g.small" });
  });

  it("get what is required in a block only where the block is", () => {
    const type = "aws:codepipeline/pipeline:Pipeline";
    const pipeline = resource(type, { artifactStores: [{ type: "S3" }, {}], stages: [] });
    assert.deepEqual(
      missingArguments(resource(type)).filter((path) => path.includes("[]")),
      [],
    );
    const [example] = exampleCase(pass("a pipeline", pipeline)).resources;
    const stores = example?.properties["artifactStores"] as Record<string, unknown>[];
    assert.deepEqual(
      stores.map((store) => Object.keys(store)),
      [
        ["type", "location"],
        ["location", "type"],
      ],
    );
    assert.deepEqual(example?.properties["stages"], []);
  });

  it("do not change the case that they come from", () => {
    const original = resource(instance, { tags: { a: "b" } });
    exampleCase(pass("a case", original));
    assert.deepEqual(original.properties, { tags: { a: "b" } });
    assert.equal(original.name, "subject");
  });

  it("name the resource after its type, wherever it is named", () => {
    const replica = resource(instance, { replicateSourceDb: ref("subject", "arn") }, { name: "replica" });
    const example = exampleCase(pass("two", [resource(instance), replica], { at: ["subject"] }));
    assert.deepEqual(example.at, ["instance"]);
    assert.equal(example.resources[0]?.name, "instance");
    assert.deepEqual(example.resources[1]?.properties["replicateSourceDb"], new Ref("instance", "arn"));
  });

  it("wire what is left unknown to a resource that is there", () => {
    const example = exampleCase(pass("a key", resource(instance, { kmsKeyId: unknown, username: unknown })));
    assert.deepEqual(example.resources[0]?.properties["kmsKeyId"], new Ref("key", "arn"));
    assert.equal(example.resources[0]?.properties["username"], unknown);
    assert.equal(example.resources[1]?.type, "aws:kms/key:Key");
  });
});
