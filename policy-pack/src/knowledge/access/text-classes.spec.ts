import assert from "node:assert/strict";
import * as fc from "fast-check";
import { globMatches } from "../glob";
import { textClasses } from "./text-classes";

const pattern = fc.string({ unit: fc.constantFrom("a", "b", "*", "?"), maxLength: 6 });
const text = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 8 });
const seenBy = (patterns: readonly string[], one: string): string =>
  patterns.map((each) => globMatches(each, one)).join();

describe("classes of texts", () => {
  it("stand for every text of the pattern", () => {
    fc.assert(
      fc.property(pattern, fc.array(pattern, { maxLength: 4 }), text, (within, patterns, one) => {
        fc.pre(globMatches(within, one));
        const classes = textClasses(within, patterns);
        assert.ok(classes);
        assert.ok(classes.some((other) => seenBy(patterns, other) === seenBy(patterns, one)));
      }),
      { numRuns: 2000 },
    );
  });

  it("are texts of the pattern, one for each way", () => {
    fc.assert(
      fc.property(pattern, fc.array(pattern, { maxLength: 4 }), (within, patterns) => {
        const classes = textClasses(within, patterns) ?? [];
        assert.ok(classes.every((one) => globMatches(within, one)));
        assert.equal(new Set(classes.map((one) => seenBy(patterns, one))).size, classes.length);
      }),
      { numRuns: 2000 },
    );
  });

  it("tell apart what actions do", () => {
    assert.deepEqual(
      textClasses("s3:*", ["s3:get*", "s3:*object"])
        ?.map((one) => seenBy(["s3:get*", "s3:*object"], one))
        .sort(),
      ["false,false", "false,true", "true,false", "true,true"],
    );
  });

  it("give up where patterns are too many to tell", () => {
    const many = Array.from({ length: 16 }, (_, index) => `*${"abcdefghijklmnop"[index] ?? ""}*${index}*`);
    assert.equal(textClasses("*", many), undefined);
  });
});
