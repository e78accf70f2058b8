import assert from "node:assert/strict";
import * as fc from "fast-check";
import { isForAnotherStack, matchesUrn, stackPrefixOf, tooBroad } from "./urn-pattern";

const prefix = "urn:pulumi:prod::shop";

describe("URN patterns", () => {
  it("match themselves, and whatever a wildcard stands for", () => {
    const part = fc.string({ maxLength: 12 });
    fc.assert(
      fc.property(part, part, part, (a, between, b) => {
        const text = `${a}${between}${b}`.replaceAll("*", "");
        assert.ok(matchesUrn(text, text));
        assert.ok(matchesUrn(`${a.replaceAll("*", "")}*${b.replaceAll("*", "")}`, text));
      }),
    );
  });

  for (const broad of [
    "*",
    "**",
    "urn:pulumi:*",
    "urn:pulumi:production-environment*",
    "urn:pulumi:prod::shop-of-the-clinic*",
    "urn:pulumi:prod::shop::*",
    "urn:pulumi:prod::shop::aws:s3/bucket:Bucket*",
    "*aws:s3/bucket:Bucket*",
    "*::aws:s3/bucket:Bucket::*",
    "*::aws:s3/bucket:Bucket::a*",
    "*::db",
    "urn:pulumi:prod::shop::aws:s3/bucket:Bucket::",
  ]) {
    it(`are too broad as ${broad}`, () => assert.notEqual(tooBroad(broad), undefined));
  }

  for (const named of [
    "*::aws:rds/instance:Instance::db",
    "*::aws:s3/bucket:Bucket::site*",
    "*legacy-database",
    "urn:pulumi:prod*::uploads",
    "urn:pulumi:*::shop::*Bucket::uploads",
  ]) {
    it(`name what they mean as ${named}`, () => assert.equal(tooBroad(named), undefined));
  }

  it("are for another stack or project where they can mean no other", () => {
    assert.ok(isForAnotherStack("urn:pulumi:dev::shop::*::database", prefix));
    assert.ok(isForAnotherStack("urn:pulumi:prod::clinic::*::database", prefix));
    assert.ok(!isForAnotherStack("urn:pulumi:prod::shop::*::database", prefix));
    assert.ok(!isForAnotherStack("urn:pulumi:*::shop::*::database", prefix));
    assert.ok(!isForAnotherStack("*::aws:rds/instance:Instance::database", prefix));
    assert.equal(stackPrefixOf(`${prefix}::aws:s3/bucket:Bucket::a`), prefix);
  });
});
