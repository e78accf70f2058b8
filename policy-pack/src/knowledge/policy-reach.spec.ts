import assert from "node:assert/strict";
import * as fc from "fast-check";
import { Value } from "../authoring/value";
import { parsePolicy, type Statement } from "./policy-document";
import { isNarrowed } from "./policy-reach";

function statement(raw: object): Statement {
  const parsed = parsePolicy(new Value(JSON.stringify({ Statement: [raw] }), "policy"));
  assert.equal(parsed.state, "parsed");
  const [first] = parsed.state === "parsed" ? parsed.statements : [];
  assert.ok(first);
  return first;
}

const allow = (more: object): Statement =>
  statement({ Effect: "Allow", Action: "s3:GetObject", Resource: "*", ...more });

describe("a statement that is narrowed", () => {
  const when = (Condition: object): boolean => isNarrowed(allow({ Principal: "*", Condition }));

  it("fixes the account, the organization or the network", () => {
    assert.ok(when({ StringEquals: { "aws:SourceAccount": "111122223333" } }));
    assert.ok(when({ "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": "o-1/r-1/ou-1/*" } }));
    assert.ok(when({ IpAddress: { "aws:SourceIp": "203.0.113.0/24" } }));
  });

  it("is none where anyone has what is asked", () => {
    assert.ok(!when({ StringLike: { "aws:SourceAccount": "*" } }));
    assert.ok(!when({ StringEqualsIfExists: { "aws:SourceAccount": "111122223333" } }));
    assert.ok(!when({ StringNotEquals: { "aws:SourceAccount": "111122223333" } }));
    assert.ok(!when({ IpAddress: { "aws:SourceIp": ["203.0.113.0/24", "::/0"] } }));
    assert.ok(!when({ ArnLike: { "aws:SourceArn": "arn:aws:sns:*:*:topic" } }));
  });
});

describe("reading policies", () => {
  const read = (raw: unknown) => parsePolicy(new Value(raw, "policy")).state;
  it("takes JSON text and objects, and says what is neither", () => {
    assert.equal(read({ statement: { effect: "Allow", action: "*" } }), "parsed");
    assert.equal(read("{"), "invalid");
    assert.equal(read("{}"), "invalid");
    assert.equal(read(undefined), "absent");
  });

  it("is unknown as soon as any part is", () => {
    const later = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
    assert.equal(read(later), "unknown");
    assert.equal(read({ Statement: [{ Effect: "Allow", Resource: [`${later}/*`] }] }), "unknown");
  });

  it("never throws", () => {
    fc.assert(fc.property(fc.oneof(fc.anything(), fc.json()), (raw) => void read(raw)));
  });
});
