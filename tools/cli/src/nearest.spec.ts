import assert from "node:assert/strict";
import * as fc from "fast-check";
import { requirements } from "@hipaa-aws/controls";
import { nearest } from "./nearest";

const ids = [...requirements().keys()];

describe("nearest ids", () => {
  it("find a name with a letter missing, doubled or wrong", () => {
    fc.assert(
      fc.property(fc.constantFrom(...ids), fc.nat(), fc.constantFrom("drop", "double", "swap"), (id, at, fault) => {
        const index = 1 + (at % (id.length - 1));
        const letter = id[index] ?? "";
        const text = id.slice(0, index) + { drop: "", double: letter + letter, swap: "#" }[fault] + id.slice(index + 1);
        assert.ok(nearest(text, ids).includes(id), `${text}: ${nearest(text, ids).join(", ")}`);
      }),
    );
  });

  it("put what begins like the text first", () => {
    assert.equal(nearest("s3-public-acc", ids)[0], "s3-public-access-block");
  });

  it("give no more than asked, and nothing where there is nothing", () => {
    assert.equal(nearest("x", ids, 2).length, 2);
    assert.deepEqual(nearest("x", []), []);
  });
});
