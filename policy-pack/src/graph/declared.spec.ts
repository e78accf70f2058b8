import assert from "node:assert/strict";
import type { PolicyResource } from "@pulumi/policy";
import { isProviderFilled } from "./declared";
import { StackGraph, type GraphResource } from "./stack-graph";

const unknownText = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** A bucket as a stack analysis sees it: outputs, and beside them the inputs that were given, where that is known. */
function bucket(
  props: Record<string, unknown>,
  given?: readonly string[],
  wired: readonly string[] = [],
): GraphResource {
  const resource = {
    type: "aws:s3/bucket:Bucket",
    name: "phi",
    urn: "urn:pulumi:test::case::aws:s3/bucket:Bucket::phi",
    props,
    opts: {},
    dependencies: [],
    propertyDependencies: Object.fromEntries(wired.map((input) => [input, []])),
  } as unknown as PolicyResource;
  const told = given && new Set(given);
  const [built] = new StackGraph([resource], undefined, () => told).resources;
  assert.ok(built);
  return built;
}

describe("inputs in a stack analysis", () => {
  it("read as absent where only the provider has an unknown for them", () => {
    assert.ok(bucket({ policy: unknownText }).get("policy").isAbsent);
    assert.ok(bucket({ versioning: unknownText }, ["tags"]).get("versioning.enabled").isAbsent);
  });

  it("stay unknown where they are wired, whoever tells", () => {
    assert.ok(bucket({ policy: unknownText }, undefined, ["policy"]).get("policy").isUnknown);
    assert.ok(bucket({ policy: unknownText }, [], ["policy"]).get("policy").isUnknown);
  });

  it("stay unknown where the program gave them, with or without a dependency", () => {
    assert.ok(bucket({ policy: unknownText }, ["policy"]).get("policy").isUnknown);
    assert.ok(bucket({ versioning: unknownText }, ["versioning"]).get("versioning.enabled").isUnknown);
  });

  it("stay unknown below a block that is known", () => {
    assert.ok(bucket({ versioning: { enabled: unknownText } }).get("versioning.enabled").isUnknown);
  });

  it("are read as they are when known", () => {
    assert.ok(
      bucket({ versioning: { enabled: true } })
        .get("versioning.enabled")
        .isTrue().isYes,
    );
  });

  it("are the provider's own where the program is known to have given others", () => {
    assert.equal(isProviderFilled(bucket({}, ["tags"]), "policy"), true);
    assert.equal(isProviderFilled(bucket({}, []), "policy"), true);
    assert.equal(isProviderFilled(bucket({}, ["policy"]), "policy"), false);
  });

  it("are the program's where nobody told, though others are wired", () => {
    assert.equal(isProviderFilled(bucket({}, undefined, ["tags"]), "policy"), false);
    assert.equal(isProviderFilled(bucket({}), "policy"), false);
  });
});
