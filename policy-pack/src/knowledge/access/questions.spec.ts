import assert from "node:assert/strict";
import { Value } from "../../authoring/value";
import { allowsEveryone, refusesPlainHttp } from "../policy-judgement";

type Statement = Record<string, unknown>;

const policyOf = (...statements: readonly Statement[]): Value =>
  new Value(JSON.stringify({ Version: "2012-10-17", Statement: statements }), "policy");
const allow = (more: Statement): Statement => ({ Effect: "Allow", Action: "s3:GetObject", Resource: "*", ...more });

describe("public allow", () => {
  const open: readonly (readonly [string, Statement])[] = [
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
  for (const [title, more] of open)
    it(`is one for ${title}`, () => assert.ok(allowsEveryone(policyOf(allow(more))).isYes));

  const narrow: readonly (readonly [string, Statement])[] = [
    ["an account", { Principal: { AWS: "111122223333" } }],
    ["a service", { Principal: { Service: "logs.amazonaws.com" } }],
    ["an organization", { Principal: "*", Condition: { StringEquals: { "aws:PrincipalOrgID": "o-1" } } }],
    ["keys in another case", { Principal: "*", Condition: { stringequals: { "AWS:PRINCIPALORGID": "o-1" } } }],
    ["an address range", { Principal: "*", Condition: { IpAddress: { "aws:SourceIp": "203.0.113.0/24" } } }],
    ["a VPC endpoint", { Principal: "*", Condition: { StringEquals: { "aws:SourceVpce": ["vpce-1", "vpce-2"] } } }],
    ["a deny", { Effect: "Deny", Principal: "*" }],
  ];
  for (const [title, more] of narrow)
    it(`is none for ${title}`, () => assert.ok(allowsEveryone(policyOf(allow(more))).isNo));
});

describe("TLS deny", () => {
  const deny = { Effect: "Deny", Principal: "*", Action: "s3:*", Resource: "*" };
  const plain = { Condition: { Bool: { "aws:SecureTransport": "false" } } };
  it("is a deny for everyone of all actions without TLS", () => {
    assert.ok(refusesPlainHttp(policyOf({ ...deny, ...plain }), ["s3:*"]).isYes);
    const always = { Condition: { BoolIfExists: { "aws:SecureTransport": false } } };
    assert.ok(refusesPlainHttp(policyOf({ ...deny, ...always }), ["s3:*"]).isYes);
    assert.ok(refusesPlainHttp(policyOf({ ...deny, Principal: { AWS: "*" }, Action: "*", ...plain }), ["s3:*"]).isYes);
  });

  it("is any deny that holds for plain HTTP as well", () => {
    assert.ok(refusesPlainHttp(policyOf(deny), ["s3:*"]).isYes);
    const unlessTls = { Condition: { StringNotEquals: { "aws:SecureTransport": "true" } } };
    assert.ok(refusesPlainHttp(policyOf({ ...deny, ...unlessTls }), ["s3:*"]).isYes);
  });

  const others: readonly (readonly [string, Statement])[] = [
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
  ];
  for (const [title, raw] of others)
    it(`is none for ${title}`, () => assert.ok(refusesPlainHttp(policyOf(raw), ["s3:*"]).isNo));
});
