import assert from "node:assert/strict";
import type { PolicyResource } from "@pulumi/policy";
import { declared, isProviderFilled } from "./declared";
import { StackGraph, type GraphResource } from "./stack-graph";

const unknownText = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** A bucket as a stack analysis sees it: outputs, and the inputs that were given among the property dependencies. */
function bucket(props: Record<string, unknown>, given: readonly string[] = []): GraphResource {
  const resource = {
    type: "aws:s3/bucket:Bucket",
    name: "phi",
    urn: "urn:pulumi:test::case::aws:s3/bucket:Bucket::phi",
    props,
    opts: {},
    dependencies: [],
    propertyDependencies: Object.fromEntries(given.map((input) => [input, []])),
  } as unknown as PolicyResource;
  const [built] = new StackGraph([resource]).resources;
  assert.ok(built);
  return built;
}

describe("inputs in a stack analysis", () => {
  it("read as absent where only the provider has an unknown for them", () => {
    assert.ok(declared(bucket({ policy: unknownText }), "policy").isAbsent);
    assert.ok(declared(bucket({ versioning: unknownText }, ["tags"]), "versioning.enabled").isAbsent);
  });

  it("stay unknown where the program gave them, with or without a dependency", () => {
    assert.ok(declared(bucket({ policy: unknownText }, ["policy"]), "policy").isUnknown);
    assert.ok(declared(bucket({ versioning: unknownText }, ["versioning"]), "versioning.enabled").isUnknown);
  });

  it("stay unknown below a block that is known", () => {
    assert.ok(declared(bucket({ versioning: { enabled: unknownText } }), "versioning.enabled").isUnknown);
  });

  it("are read as they are when known", () => {
    assert.ok(declared(bucket({ versioning: { enabled: true } }), "versioning.enabled").isTrue().isYes);
  });

  it("are the provider's own only where the record holds other inputs", () => {
    assert.equal(isProviderFilled(bucket({}, ["tags"]), "policy"), true);
    assert.equal(isProviderFilled(bucket({}, ["policy"]), "policy"), false);
    assert.equal(isProviderFilled(bucket({}), "policy"), false);
  });
});
