import assert from "node:assert/strict";
import { Value } from "../authoring/value";
import { entryInAnyCase, parsedJson } from "./json-text";

const read = (raw: unknown): Value | undefined => parsedJson(new Value(raw, "definition"));

describe("JSON text", () => {
  it("reads as what it says, under the same path", () => {
    const value = read('[{"name":"app"}]');
    assert.equal(value?.items()[0]?.get("name").text, "app");
    assert.equal(value.items()[0]?.path, "definition[0]");
  });

  it("passes objects and nothing through", () => {
    assert.equal(read({ name: "app" })?.get("name").text, "app");
    assert.ok(read(undefined)?.isAbsent);
  });

  it("stays unknown when any part of the text is", () => {
    assert.ok(read('[{"name":"04da6b54-80e4-46f7-96ec-b56ff0331ba9"}]')?.isUnknown);
  });

  it("is nothing when it is no JSON", () => assert.equal(read("{"), undefined));

  it("finds entries in any case, the exact one first", () => {
    const value = new Value({ Name: "other", name: "app", LogDriver: "awslogs" }, "container");
    assert.equal(entryInAnyCase(value, "name").text, "app");
    assert.equal(entryInAnyCase(value, "logDriver").text, "awslogs");
    assert.ok(entryInAnyCase(value, "user").isAbsent);
  });
});
