import assert from "node:assert/strict";
import {
  containsUnknown,
  isUnknown,
  secretSignature,
  signatureKey,
  unknownSentinel,
  unwrapSecret,
  unwrapSecrets,
  walkValues,
  type StateValue,
} from "./index";

const secret = (rest: Record<string, StateValue>): StateValue => ({ [signatureKey]: secretSignature, ...rest });

describe("unwrapSecrets", () => {
  it("takes every envelope away, and takes an encrypted secret for unknown", () => {
    const value = { a: secret({ value: [secret({ value: 1 })] }), b: secret({ ciphertext: "v1:x" }), c: "plain" };
    assert.deepEqual(unwrapSecrets(value), { a: [1], b: unknownSentinel, c: "plain" });
  });

  it("unwraps one value with nested envelopes", () => {
    assert.equal(unwrapSecret(secret({ value: secret({ value: "x" }) })), "x");
    assert.ok(isUnknown(unwrapSecret(secret({ value: unknownSentinel }))));
  });
});

describe("walkValues", () => {
  it("visits everything with its path and says what is secret", () => {
    const seen: [string, boolean][] = [];
    walkValues({ a: [1, secret({ value: { b: 2 } })] }, (path, _value, isSecret) => {
      seen.push([path.join("."), isSecret]);
    });
    assert.deepEqual(seen, [
      ["", false],
      ["a", false],
      ["a.0", false],
      ["a.1", true],
      ["a.1.b", true],
    ]);
  });

  it("passes over what the visitor does not want", () => {
    const seen: string[] = [];
    walkValues({ a: { b: 1 }, c: 1 }, (path) => {
      seen.push(path.join("."));
      return path[0] !== "a";
    });
    assert.deepEqual(seen, ["", "a", "c"]);
  });
});

describe("containsUnknown", () => {
  it("looks into lists, objects and secrets", () => {
    assert.equal(containsUnknown({ a: [{ b: secret({ value: unknownSentinel }) }] }), true);
    assert.equal(containsUnknown({ a: [{ b: secret({ value: 1 }) }] }), false);
  });
});
