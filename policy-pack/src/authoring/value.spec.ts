import assert from "node:assert/strict";
import * as fc from "fast-check";
import { unknownCheckingProxy } from "./sdk-unknowns";
import { shareWhole, Value } from "./value";

const unknownText = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const read = (properties: object): Value => Value.ofProperties(unknownCheckingProxy(properties));

describe("reading properties", () => {
  it("tells known, absent and unknown apart through the SDK's proxy", () => {
    const value = read({ here: 1, gone: null, later: unknownText });
    assert.ok(value.get("here").isKnown);
    assert.ok(value.get("gone").isAbsent && value.get("never").isAbsent);
    assert.ok(value.get("later").isUnknown && !value.get("later").isKnown);
  });

  it("knows nothing below an unknown", () => {
    assert.ok(read({ later: unknownText }).get("later.deep.down").isUnknown);
    assert.equal(read({ later: unknownText }).get("later.deep").path, "later.deep");
  });

  it("sees an unknown inside a longer text, which the SDK's proxy does not", () => {
    assert.ok(read({ policy: `{"Resource":"${unknownText}/*"}` }).get("policy").isUnknown);
  });

  it("takes shared properties apart once, and reads the same of them", () => {
    const inputs = { deep: { list: [1, unknownText], "a.b": "c" }, later: unknownText, gone: null };
    const [shared, own] = [shareWhole({ ...inputs }), { ...inputs }];
    assert.equal(read(shared), read(shared));
    assert.equal(read(shared).get("deep"), read(shared).get("deep"));
    assert.deepEqual(Object.entries(shared), Object.entries(own));
    for (const path of ["deep", "deep.list", "later", "later.x", "gone", "never"]) {
      const [one, other] = [read(shared).get(path), read(own).get(path)];
      assert.deepEqual(
        [one.raw, one.path, one.isUnknown, one.isGiven(), one.items().map((item) => item.path)],
        [other.raw, other.path, other.isUnknown, other.isGiven(), other.items().map((item) => item.path)],
      );
    }
  });

  it("takes a flattened block for a list of one", () => {
    assert.deepEqual(
      read({ rules: { id: "a" } })
        .get("rules")
        .items()
        .map((item) => item.get("id").text),
      ["a"],
    );
  });

  it("compares texts, numbers and flags, and asks no object for its own text", () => {
    assert.ok(read({ port: 443 }).get("port").isOneOf("443").isYes);
    assert.ok(
      read({ types: ["HTTPS"] })
        .get("types")
        .isOneOf("https").isYes,
    );
    assert.ok(
      read({ types: { toString: "HTTPS" } })
        .get("types")
        .isOneOf("https").isNo,
    );
    assert.ok(
      read({ types: [{ toString: 1 }, "HTTPS"] })
        .get("types")
        .isOneOf("https").isNo,
    );
  });

  it("finds a certain fault behind an unknown element", () => {
    const list = read({ cidrs: [unknownText, "0.0.0.0/0"] }).get("cidrs");
    assert.ok(list.some((item) => item.isOneOf("0.0.0.0/0")).isYes);
    assert.ok(list.some((item) => item.isOneOf("::/0")).isUnknown);
  });

  it("takes an unknown for given, and an empty text or list for not given", () => {
    const value = read({ later: unknownText, empty: "", none: [] });
    assert.ok(value.get("later").isGiven().isYes);
    assert.ok(value.get("empty").isGiven().isNo && value.get("none").isGiven().isNo && value.get("x").isGiven().isNo);
  });

  it("does not take for given what stands in an unknown", () => {
    assert.ok(read({ block: unknownText }).get("block.key").isGiven().isUnknown);
    assert.ok(
      read({ list: [unknownText] })
        .get("list")
        .some((item) => item.get("key").isGiven()).isUnknown,
    );
  });

  it("reads a tag whose name holds dots", () => {
    assert.equal(
      read({ tags: { "a.b": "c" } })
        .get("tags")
        .child("a.b").text,
      "c",
    );
  });

  it("never throws, whatever the properties hold", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.anything()), fc.string(), (properties, path) => {
        const value = read(properties).get(path);
        value.isTrue();
        value.isOneOf("a");
        value.isAtLeast(1);
        value.some((item) => item.get("x").isFalse());
        value.entries();
      }),
    );
  });

  it("show somebody's own keys in no path, for they may say as much as a value", () => {
    const value = read({ tags: { "Jane Doe": unknownText }, environment: { "jane-doe": "x", DB_HOST: "y" } });
    const paths = (name: string) =>
      value
        .get(name)
        .entries()
        .map(([, inner]) => inner.path);
    assert.deepEqual(paths("tags"), ["tags.*"]);
    assert.deepEqual(paths("environment"), ["environment.*", "environment.DB_HOST"]);
    assert.equal(value.get("tags").child("hipaa:phi").path, "tags.hipaa:phi");
    assert.equal(value.get("tags").child("Jane Doe").path, "tags.*");
    assert.equal(value.get("parameters").child("mrn4711001").path, "parameters.*");
  });
});
