import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import {
  isSecret,
  jsonErrorPosition,
  logicalName,
  parseStackExport,
  readStackExport,
  secretSignature,
  signatureKey,
  StackFileError,
  unknownSentinel,
  writeStackExport,
  type ResourceState,
  type StackState,
  type StateValue,
} from "./index";

const bucket = {
  urn: "urn:pulumi:prod::clinic::aws:s3/bucket:Bucket::records",
  custom: true,
  id: "records-1a2b3c4",
  type: "aws:s3/bucket:Bucket",
  inputs: { bucket: "records-1a2b3c4" },
  outputs: { bucket: "records-1a2b3c4", arn: "arn:aws:s3:::records-1a2b3c4" },
};

const refusal = (text: string) => {
  let caught: unknown;
  try {
    parseStackExport(text, "prod.json");
  } catch (error) {
    caught = error;
  }
  assert.ok(caught instanceof StackFileError, "expected a StackFileError");
  return caught;
};

describe("readStackExport", () => {
  it("reads the full export, a checkpoint and a bare list alike", () => {
    const forms = [
      { version: 3, deployment: { manifest: {}, resources: [bucket] } },
      { version: 3, checkpoint: { stack: "prod", latest: { resources: [bucket] } } },
      { resources: [bucket] },
      [bucket],
    ];
    const states = forms.map((form) => parseStackExport(JSON.stringify(form)));
    for (const state of states) assert.deepEqual(state, states[0]);
    assert.equal(states[0]?.project, "clinic");
    assert.equal(states[0]?.stack, "prod");
    assert.deepEqual(states[0]?.resources[0]?.dependencies, []);
    assert.equal(logicalName(states[0]?.resources[0]?.urn ?? ""), "records");
  });

  it("reads a file, and says so when there is none", () => {
    const folder = mkdtempSync(join(tmpdir(), "stack-state-"));
    try {
      const file = join(folder, "prod.json");
      writeFileSync(file, JSON.stringify([bucket]));
      assert.equal(readStackExport(file).resources.length, 1);
      const missing = join(folder, "none.json");
      assert.throws(() => readStackExport(missing), { name: "StackFileError", file: missing, message: /no such file/ });
      assert.throws(() => readStackExport(folder), { name: "StackFileError", message: /cannot be read \(EISDIR\)/ });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it("leaves out resources marked for deletion", () => {
    const state = parseStackExport(JSON.stringify([bucket, { ...bucket, delete: true }]));
    assert.equal(state.resources.length, 1);
  });

  it("gives secrets the envelope of previews and leaves encrypted ones encrypted", () => {
    const secret = (rest: object) => ({ [signatureKey]: secretSignature, ...rest });
    const inputs = { open: secret({ plaintext: '{"user":"a"}' }), closed: secret({ ciphertext: "v1:abc" }) };
    const read = parseStackExport(JSON.stringify([{ ...bucket, inputs }])).resources[0]?.inputs;
    assert.deepEqual(read?.open, secret({ value: { user: "a" } }));
    assert.deepEqual(read?.closed, secret({ ciphertext: "v1:abc" }));
    assert.ok(isSecret(read?.closed));
  });

  it("says where a cut-off file ends", () => {
    const text = JSON.stringify({ version: 3, deployment: { resources: [bucket] } }, undefined, 2);
    const error = refusal(text.slice(0, 120));
    assert.match(error.message, /^prod\.json: the JSON is cut off at line \d+, column \d+ \(offset 120\)/);
    assert.match(error.mend, /pulumi stack export/);
  });

  it("says where a text stops being JSON, without quoting it", () => {
    const error = refusal('{\n  "password": "hunter2",\n  oops\n}');
    assert.match(error.message, /it is not JSON at line 3, column 3 \(offset 29\)/);
    assert.doesNotMatch(error.message, /hunter2|oops/);
  });

  const refused: [string, string, RegExp][] = [
    ["an empty text", "  ", /it is empty/],
    ["a number", "7", /it is not a stack/],
    ["an object without resources", "{}", /has neither/],
    ["a deployment without resources", '{"version":3,"deployment":{}}', /holds no resources/],
    ["an empty deployment", '{"version":3,"deployment":{"resources":[]}}', /holds no resources/],
    ["version 1", '{"version":1,"deployment":{"resources":[]}}', /version is 1, and 3 or 4 is needed/],
    ["a version in words", '{"version":"3","deployment":{"resources":[]}}', /version is not a number/],
    ["a resource that is no object", "[7]", /resource 0 is not an object/],
    ["a resource without urn", '[{"type":"a:b:C"}]', /resource 0 has no valid `urn`/],
    ["a resource with a broken urn", '[{"urn":"urn:pulumi:x","type":"a:b:C"}]', /resource 0 has no valid `urn`/],
    ["a resource without type", JSON.stringify([bucket, { ...bucket, type: undefined }]), /resource 1 has no `type`/],
    ["inputs in a list", JSON.stringify([{ ...bucket, inputs: [] }]), /resource 0 has `inputs` that are no object/],
  ];
  for (const [what, text, message] of refused) {
    it(`refuses ${what}`, () => assert.match(refusal(text).message, message));
  }

  it("never fails otherwise, whatever the text", () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
        try {
          parseStackExport(text);
        } catch (error) {
          assert.ok(error instanceof StackFileError);
        }
      }),
    );
  });
});

describe("writeStackExport", () => {
  const value = fc.letrec<{ value: StateValue }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      fc.constant(unknownSentinel),
      fc.string(),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie("value"), { maxLength: 3 }),
      fc.dictionary(fc.string({ minLength: 1 }).filter(isPlainKey), tie("value"), {
        maxKeys: 3,
        noNullPrototype: true,
      }),
      tie("value").map((inner) => ({ [signatureKey]: secretSignature, value: inner })),
    ),
  })).value;
  const properties = fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), value, { maxKeys: 4, noNullPrototype: true });
  const urns = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,6}$/), { maxLength: 3 });
  const resource: fc.Arbitrary<ResourceState> = fc.record(
    {
      urn: fc.stringMatching(/^[a-z]{1,9}$/).map((name) => `urn:pulumi:s::p::aws:s3/bucket:Bucket::${name}`),
      custom: fc.boolean(),
      type: fc.constant("aws:s3/bucket:Bucket"),
      inputs: properties,
      outputs: properties,
      dependencies: urns,
      propertyDependencies: fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), urns, {
        maxKeys: 2,
        noNullPrototype: true,
      }),
      id: fc.stringMatching(/^[a-z]{1,8}$/),
      protect: fc.constant(true),
      retainOnDelete: fc.constant(true),
      provider: fc.constant("urn:pulumi:s::p::pulumi:providers:aws::default::1"),
      customTimeouts: fc.constant({ create: 60 }),
      ignoreChanges: fc.constant(["tags"]),
    },
    {
      noNullPrototype: true,
      requiredKeys: ["urn", "custom", "type", "inputs", "outputs", "dependencies", "propertyDependencies"],
    },
  );
  const state: fc.Arbitrary<StackState> = fc.record(
    {
      project: fc.constant("p"),
      stack: fc.constant("s"),
      resources: fc.array(resource, { minLength: 1, maxLength: 4 }),
    },
    { noNullPrototype: true },
  );

  it("is read back as the same state", () => {
    fc.assert(fc.property(state, (given) => assert.deepEqual(parseStackExport(writeStackExport(given)), given)));
  });

  it("does not depend on the order of keys", () => {
    const text = (inputs: Record<string, StateValue>) =>
      writeStackExport({
        project: "p",
        stack: "s",
        resources: [{ ...bucket, dependencies: [], propertyDependencies: {}, inputs }],
      });
    assert.equal(text({ a: 1, b: { c: 1, d: 2 } }), text({ b: { d: 2, c: 1 }, a: 1 }));
  });

  it("writes secrets as an export does, and nothing empty", () => {
    const inputs = { password: { [signatureKey]: secretSignature, value: ["a"] } };
    const text = writeStackExport({
      project: "clinic",
      stack: "prod",
      resources: [{ ...bucket, inputs, dependencies: [], propertyDependencies: {} }],
    });
    const written = JSON.parse(text) as { version: number; deployment: { resources: Record<string, StateValue>[] } };
    assert.equal(written.version, 3);
    const row = written.deployment.resources[0];
    assert.deepEqual(row?.inputs, { password: { [signatureKey]: secretSignature, plaintext: '["a"]' } });
    assert.deepEqual(Object.keys(row ?? {}), ["urn", "custom", "id", "type", "inputs", "outputs"]);
  });
});

describe("jsonErrorPosition", () => {
  it("finds nothing wrong with JSON", () => {
    fc.assert(fc.property(fc.json(), (text) => assert.equal(jsonErrorPosition(text), undefined)));
  });

  it("agrees with JSON.parse on what is JSON", () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), fc.constantFrom("", "x", ",", "]", '"', "{", "0"), (json, at, inserted) => {
        const place = at % (json.length + 1);
        const text = json.slice(0, place) + inserted + json.slice(place + (inserted ? 0 : 1));
        let valid = true;
        try {
          JSON.parse(text);
        } catch {
          valid = false;
        }
        assert.equal(jsonErrorPosition(text) === undefined, valid, text);
      }),
      { numRuns: 1000 },
    );
  });
});

function isPlainKey(key: string): boolean {
  return key !== "__proto__" && key !== signatureKey;
}
