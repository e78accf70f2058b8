import assert from "node:assert/strict";
import fc from "fast-check";
import { schemaFaults, type JsonSchema } from "./json-schema";
import { editDistance, nearest } from "./nearest";
import { resolveConfig, type DeclaredPolicy } from "./pack-config";

const policies: DeclaredPolicy[] = [
  { name: "plain", level: "mandatory" },
  {
    name: "limited",
    level: "advisory",
    configSchema: {
      properties: {
        most: { type: "integer", minimum: 1, default: 3 },
        nested: { type: "object", properties: { deep: { type: "string", default: "not applied" } } },
        names: { type: "array", items: { type: "string", pattern: "^[a-z]+$" } },
      },
      required: ["most"],
    },
  },
];
const config = (own: object, given: object) => {
  const result = resolveConfig(policies, own as Record<string, unknown>, given as Record<string, unknown>);
  assert.ok("config" in result, JSON.stringify(result));
  return Object.fromEntries(result.config);
};
const errors = (given: object) => {
  const result = resolveConfig(policies, {}, given as Record<string, unknown>);
  assert.ok("faults" in result);
  return result.faults.map(({ text }) => text);
};

describe("resolveConfig", () => {
  it("fills in defaults of the top level only", () => {
    assert.deepEqual(config({}, {}), {
      plain: { level: "mandatory", properties: {} },
      limited: { level: "advisory", properties: { most: 3 } },
    });
  });

  it("lets what is given win over the pack's own, and a policy's own level over that of all", () => {
    const resolved = config(
      { all: "disabled", limited: { enforcementLevel: "mandatory", most: 5, names: ["a", "b"] } },
      { all: "advisory", plain: "remediate", limited: { names: ["c"] } },
    );
    assert.deepEqual(resolved, {
      plain: { level: "remediate", properties: {} },
      limited: { level: "advisory", properties: { most: 5, names: ["c"] } },
    });
  });

  it("says all that is wrong at a time", () => {
    assert.deepEqual(errors({ plian: "mandatory", plain: "soft", limited: { most: 0.5, names: ["A", 1] }, all: [] }), [
      'the pack has no policy "plian"; did you mean "plain"?',
      'plain: "soft" is no enforcement level; take one of advisory, mandatory, remediate, disabled',
      "all: must be an enforcement level or an object",
      "limited.most must be integer",
      "limited.most must be at least 1",
      "limited.names[0] must match ^[a-z]+$",
      "limited.names[1] must be string",
    ]);
  });

  it("says where, for whoever has the file", () => {
    const result = resolveConfig(policies, {}, { limited: { names: ["A"], most: "x" }, plian: "mandatory" });
    assert.ok("faults" in result);
    assert.deepEqual(
      result.faults.map(({ path }) => path),
      [["plian"], ["limited", "most"], ["limited", "names", 0]],
    );
  });

  it("refuses options that a policy does not have, of those that say which they have", () => {
    assert.deepEqual(errors({ limited: { mots: 3 } }), ["limited has no option mots; did you mean most?"]);
    assert.deepEqual(config({}, { plain: { anything: 1 } }).plain, { level: "mandatory", properties: { anything: 1 } });
    assert.deepEqual(errors({ all: { enforcementLevel: "advisory", most: 3 } }), [
      "all takes a level only, and no option most",
    ]);
  });

  it("never throws, whatever is given", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (given) => void resolveConfig(policies, {}, given)),
    );
  });
});

describe("schemaFaults", () => {
  const cases: [JsonSchema, unknown, string[]][] = [
    [{ type: ["string", "null"] }, null, []],
    [{ type: "number" }, "1", ["v must be number"]],
    [{ enum: ["a", "b"] }, "c", ['v must be one of "a", "b"']],
    [{ const: 1 }, 2, ["v must be 1"]],
    [{ exclusiveMinimum: 1, exclusiveMaximum: 2 }, 1, ["v must be more than 1"]],
    [{ exclusiveMaximum: 2, multipleOf: 2 }, 3, ["v must be less than 2", "v must be a multiple of 2"]],
    [{ maximum: 2 }, 3, ["v must be at most 2"]],
    [{ minLength: 2, maxLength: 3 }, "a", ["v must have at least 2 characters"]],
    [{ maxLength: 3 }, "abcd", ["v must have at most 3 characters"]],
    [{ minItems: 1 }, [], ["v must have at least 1 items"]],
    [{ maxItems: 1, uniqueItems: true }, [1, 1], ["v must have at most 1 items", "v must not have an item twice"]],
    [{ items: [{ type: "string" }, { type: "number" }] }, ["a", "b"], ["v[1] must be number"]],
    [
      { required: ["a"], additionalProperties: false, properties: { a: {} } },
      { b: 1 },
      ["v.a is required", "v has no option b; did you mean a?"],
    ],
    [{ additionalProperties: { type: "string" } }, { b: 1 }, ["v.b must be string"]],
  ];
  for (const [schema, value, expected] of cases) {
    it(`${JSON.stringify(schema)} of ${JSON.stringify(value)}`, () =>
      assert.deepEqual(
        schemaFaults(schema, value, ["v"]).map(({ text }) => text),
        expected,
      ));
  }
});

describe("nearest", () => {
  it("finds a misspelt name, and nothing for one that is far", () => {
    const names = ["rds-storage-encrypted", "rds-storage-autoscaling", "s3-versioning"];
    assert.equal(nearest("rds-storage-encryptd", names), "rds-storage-encrypted");
    assert.equal(nearest("S3-Versionning", names), "s3-versioning");
    assert.equal(nearest("kms-rotation", names), undefined);
  });

  it("measures a distance: none to itself, the same both ways, at most the longer text", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
        assert.equal(editDistance(a, a), 0);
        assert.equal(editDistance(a, b), editDistance(b, a));
        assert.ok(editDistance(a, b) <= Math.max(a.length, b.length));
        assert.equal(editDistance(a, b) === 0, a === b);
      }),
    );
  });
});
