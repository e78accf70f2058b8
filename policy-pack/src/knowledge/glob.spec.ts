import assert from "node:assert/strict";
import * as fc from "fast-check";
import { globCovers, globMatches, globsMeet, isAllWild } from "./glob";

const pattern = fc.array(fc.constantFrom("a", "b", ":", "*", "?"), { maxLength: 7 }).map((parts) => parts.join(""));
const text = fc.array(fc.constantFrom("a", "b", ":"), { maxLength: 7 }).map((parts) => parts.join(""));
const oracle = (glob: string) => new RegExp(`^${glob.replaceAll("*", ".*").replaceAll("?", ".")}$`);

describe("glob", () => {
  it("matches as the same pattern written as a regular expression", () => {
    fc.assert(fc.property(pattern, text, (glob, word) => globMatches(glob, word) === oracle(glob).test(word)));
  });

  it("takes letters of regular expressions for what they are", () => {
    assert.ok(!globMatches("a.c", "abc"));
    assert.ok(globMatches("arn:*[x]+", "arn:1[x]+"));
  });

  it("does not run away on many stars", () => {
    assert.ok(!globMatches("*a".repeat(40), "a".repeat(39) + "b"));
    assert.ok(!globsMeet("*a".repeat(40), "b".repeat(400)));
  });

  it("lets two patterns meet where a text matches both, and only there", () => {
    fc.assert(
      fc.property(pattern, pattern, text, (one, other, word) => {
        if (globMatches(one, word) && globMatches(other, word)) assert.ok(globsMeet(one, other));
        assert.equal(globsMeet(one, other), globsMeet(other, one));
        assert.equal(globsMeet(one, word), globMatches(one, word));
      }),
      { numRuns: 500 },
    );
    const pairs = ["iam:pass* iam:*role", "*:* s3:get*", "s3:get* s3:getobject*", "*:get* s3:*object"];
    for (const pair of pairs) assert.ok(globsMeet(...(pair.split(" ") as [string, string])), pair);
    const strangers = ["s3:get* s3:put*", "iam:pass? iam:passrole", "s3:* s3-object-lambda:*"];
    for (const pair of strangers) assert.ok(!globsMeet(...(pair.split(" ") as [string, string])), pair);
  });

  it("covers a pattern only when it matches all that the pattern matches", () => {
    fc.assert(
      fc.property(pattern, pattern, text, (wide, narrow, word) => {
        if (globCovers(wide, narrow) && globMatches(narrow, word)) assert.ok(globMatches(wide, word));
      }),
      { numRuns: 2000 },
    );
    assert.ok(globCovers("s3:*", "s3:Get*"));
    assert.ok(globCovers("**", "*"));
    assert.ok(globCovers("table/*", "table/*/index/*"));
    assert.ok(!globCovers("s3:Get*", "s3:*"));
    assert.ok(!globCovers("s3:?", "s3:*"));
    assert.ok(!globCovers("s3:a", "s3:?"));
  });

  it("tells what is nothing but wildcards", () => {
    for (const wild of ["*", "**", "?*", "*?*"]) assert.ok(isAllWild(wild), wild);
    for (const named of ["", "?", "a*", "*:*"]) assert.ok(!isAllWild(named), named);
  });
});
