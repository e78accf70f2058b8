import assert from "node:assert/strict";
import * as fc from "fast-check";
import { Value } from "../authoring/value";
import { parsePolicy, type Statement } from "./policy-document";
import { isPublicAllow, isTlsDeny } from "./policy-reach";

function statement(raw: object): Statement {
  const parsed = parsePolicy(new Value(JSON.stringify({ Statement: [raw] }), "policy"));
  assert.equal(parsed.state, "parsed");
  const [first] = parsed.state === "parsed" ? parsed.statements : [];
  assert.ok(first);
  return first;
}

const allow = (more: object): Statement =>
  statement({ Effect: "Allow", Action: "s3:GetObject", Resource: "*", ...more });

describe("public allow", () => {
  const open: readonly (readonly [string, object])[] = [
    ["everyone", { Principal: "*" }],
    ["everyone under AWS", { Principal: { AWS: "*" } }],
    ["everyone in a list", { Principal: { AWS: ["111122223333", "*"] } }],
    ["all but one", { NotPrincipal: { AWS: "111122223333" } }],
    ["a wildcard in the condition", { Principal: "*", Condition: { StringLike: { "aws:PrincipalArn": "*" } } }],
    [
      "the whole internet by address",
      { Principal: "*", Condition: { IpAddress: { "aws:SourceIp": ["10.0.0.0/8", "0.0.0.0/0"] } } },
    ],
    [
      "IfExists, which holds for an anonymous caller",
      { Principal: "*", Condition: { StringEqualsIfExists: { "aws:PrincipalOrgID": "o-1" } } },
    ],
    [
      "ForAllValues, which holds for no value",
      { Principal: "*", Condition: { "ForAllValues:StringEquals": { "aws:PrincipalOrgID": "o-1" } } },
    ],
    ["a negated operator", { Principal: "*", Condition: { StringNotEquals: { "aws:PrincipalOrgID": "o-1" } } }],
    ["a key that fixes nothing", { Principal: "*", Condition: { StringEquals: { "aws:PrincipalTag/a": "b" } } }],
    ["any account in an ARN", { Principal: "*", Condition: { ArnLike: { "aws:SourceArn": "arn:aws:sns:*:*:topic" } } }],
  ];
  for (const [title, more] of open) it(`is one for ${title}`, () => assert.ok(isPublicAllow(allow(more))));

  const narrow: readonly (readonly [string, object])[] = [
    ["an account", { Principal: { AWS: "111122223333" } }],
    ["a service", { Principal: { Service: "logs.amazonaws.com" } }],
    ["an organization", { Principal: "*", Condition: { StringEquals: { "aws:PrincipalOrgID": "o-1" } } }],
    ["keys in another case", { Principal: "*", Condition: { stringequals: { "AWS:PRINCIPALORGID": "o-1" } } }],
    ["an address range", { Principal: "*", Condition: { IpAddress: { "aws:SourceIp": "203.0.113.0/24" } } }],
    ["a VPC endpoint", { Principal: "*", Condition: { StringEquals: { "aws:SourceVpce": ["vpce-1", "vpce-2"] } } }],
    ["a deny", { Effect: "Deny", Principal: "*" }],
  ];
  for (const [title, more] of narrow) it(`is none for ${title}`, () => assert.ok(!isPublicAllow(allow(more))));
});

describe("TLS deny", () => {
  const deny = { Effect: "Deny", Principal: "*", Action: "s3:*", Resource: "*" };
  const plain = { Condition: { Bool: { "aws:SecureTransport": "false" } } };
  it("is a deny for everyone of all actions without TLS", () => {
    assert.ok(isTlsDeny(statement({ ...deny, ...plain }), "s3"));
    assert.ok(isTlsDeny(statement({ ...deny, Condition: { BoolIfExists: { "aws:SecureTransport": false } } }), "s3"));
    assert.ok(isTlsDeny(statement({ ...deny, Principal: { AWS: "*" }, Action: "*", ...plain }), "s3"));
  });

  const others: readonly (readonly [string, object])[] = [
    ["an allow", { ...deny, ...plain, Effect: "Allow" }],
    ["one account", { ...deny, ...plain, Principal: { AWS: "111122223333" } }],
    ["NotPrincipal", { ...deny, ...plain, Principal: undefined, NotPrincipal: { AWS: "111122223333" } }],
    ["one action", { ...deny, ...plain, Action: "s3:GetObject" }],
    ["another service", { ...deny, ...plain, Action: "sqs:*" }],
    ["true instead of false", { ...deny, Condition: { Bool: { "aws:SecureTransport": "true" } } }],
    [
      "a second condition beside it",
      { ...deny, Condition: { Bool: { "aws:SecureTransport": "false", "aws:ViaAWSService": "false" } } },
    ],
    ["no condition", deny],
  ];
  for (const [title, raw] of others) it(`is none for ${title}`, () => assert.ok(!isTlsDeny(statement(raw), "s3")));
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
