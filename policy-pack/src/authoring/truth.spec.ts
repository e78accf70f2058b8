import assert from "node:assert/strict";
import * as fc from "fast-check";
import { Truth } from "./truth";

const truth = fc.constantFrom(Truth.yes, Truth.no, Truth.unknown("a"), Truth.unknown("b"));
const word = (value: Truth): string => (value.isYes ? "yes" : value.isNo ? "no" : "unknown");

describe("three-valued truth", () => {
  it("lets one certain no decide a conjunction, whatever is unknown beside it", () => {
    assert.equal(word(Truth.all([Truth.unknown("a"), Truth.no])), "no");
    assert.equal(word(Truth.all([Truth.unknown("a"), Truth.yes])), "unknown");
    assert.equal(word(Truth.all([])), "yes");
  });

  it("lets one certain yes decide a disjunction", () => {
    assert.equal(word(Truth.any([Truth.unknown("a"), Truth.yes])), "yes");
    assert.equal(word(Truth.any([Truth.unknown("a"), Truth.no])), "unknown");
    assert.equal(word(Truth.any([])), "no");
  });

  it("names every open path once", () => {
    assert.deepEqual(Truth.all([Truth.unknown("a", "b"), Truth.unknown("a")]).paths, ["a", "b"]);
  });

  it("obeys De Morgan's law", () => {
    fc.assert(
      fc.property(fc.array(truth), (list) => {
        const left = Truth.all(list).not();
        const right = Truth.any(list.map((item) => item.not()));
        assert.equal(word(left), word(right));
      }),
    );
  });
});
