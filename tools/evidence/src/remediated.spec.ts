import assert from "node:assert/strict";
import { secretSignature, signatureKey, type StateValue } from "@hipaa-aws/stack-state";
import { remediatedInputs } from "./remediated";

const secret = (value: StateValue): StateValue => ({ [signatureKey]: secretSignature, value });
const short = (before: Record<string, StateValue>, after: Record<string, StateValue>) =>
  remediatedInputs(before, after).map(({ path, change }) => `${change} ${path}`);

describe("inputs that a remediation wrote", () => {
  it("are told by the innermost path that differs", () => {
    assert.deepEqual(short({ a: { b: 1, c: 2 } }, { a: { b: 1, c: 3 } }), ["changed a.c"]);
    assert.deepEqual(short({ a: [{ b: 1 }, { b: 2 }] }, { a: [{ b: 1 }, { b: 3 }] }), ["changed a[1].b"]);
    assert.deepEqual(short({ a: ["x"] }, { a: ["x", "y"] }), ["changed a"]);
    assert.deepEqual(short({ a: 1, b: 1 }, { a: 1 }), ["removed b"]);
    assert.deepEqual(short({ a: 1 }, { a: 1 }), []);
  });

  it("are told for a new block by what it holds", () => {
    assert.deepEqual(short({}, { a: { b: { c: 1, d: 2 } } }), ["added a.b.c", "added a.b.d"]);
    assert.deepEqual(short({ a: null }, { a: {} }), ["added a"]);
    assert.deepEqual(short({ a: null }, {}), []);
  });

  it("are told through secrets, and never by value", () => {
    assert.deepEqual(short({ a: secret({ b: 1 }) }, { a: secret({ b: 2 }) }), ["changed a.b"]);
    assert.deepEqual(short({ a: secret("p") }, { a: secret("q") }), ["changed a"]);
    assert.doesNotMatch(JSON.stringify(remediatedInputs({ a: secret("hunter1") }, { a: secret("hunter2") })), /hunter/);
  });

  it("do not count what the provider notes for itself", () => {
    const [before, after] = [{ a: { __defaults: ["b"], b: false } }, { a: { __defaults: [], b: true } }];
    assert.deepEqual(short({ __defaults: ["a"], ...before }, { __defaults: [], ...after }), ["changed a.b"]);
  });
});
