import assert from "node:assert/strict";
import { Value } from "../authoring/value";
import { isTrustedBy, reachesUnnamedBuckets } from "./service-roles";

const roleOf = (statement: unknown): Value =>
  new Value({ assumeRolePolicy: JSON.stringify({ Statement: statement }) }, "");
const allow = (service: unknown): unknown => ({ Effect: "Allow", Principal: { Service: service } });
const policyOf = (action: string, resource: string): Value =>
  new Value(JSON.stringify({ Statement: { Effect: "Allow", Action: action, Resource: resource } }), "policy");

describe("roles of services", () => {
  it("are trusted by a service among others", () => {
    assert.ok(isTrustedBy(roleOf(allow("a.amazonaws.com")), "a.amazonaws.com").isYes);
    assert.ok(isTrustedBy(roleOf([allow("b.amazonaws.com"), allow(["a.amazonaws.com"])]), "a.amazonaws.com").isYes);
  });

  it("are not trusted by a service of another name, or by one that is denied", () => {
    assert.ok(isTrustedBy(roleOf(allow("aa.amazonaws.com")), "a.amazonaws.com").isNo);
    const deny = { Effect: "Deny", Principal: { Service: "a.amazonaws.com" } };
    assert.ok(isTrustedBy(roleOf(deny), "a.amazonaws.com").isNo);
  });

  it("reach buckets that are not named", () => {
    assert.ok(reachesUnnamedBuckets(policyOf("s3:PutObject", "*"), ["s3:PutObject"]).isYes);
    assert.ok(reachesUnnamedBuckets(policyOf("s3:Put*", "arn:aws:s3:::*"), ["s3:PutObject"]).isYes);
    assert.ok(reachesUnnamedBuckets(policyOf("s3:PutObject", "arn:aws:s3:::a/*"), ["s3:PutObject"]).isNo);
    assert.ok(reachesUnnamedBuckets(policyOf("s3:ListBucket", "*"), ["s3:PutObject"]).isNo);
  });
});
