import assert from "node:assert/strict";
import * as fc from "fast-check";
import { declassifiedText, parseDeclassified, type ClassifiedBy } from "./declassification-text";

describe("texts of declassifications", () => {
  it("are read back", () => {
    const word = fc.stringMatching(/^[A-Za-z0-9@.#-]{1,20}$/);
    const reason = fc.stringMatching(/^[A-Za-z][A-Za-z :(),;.-]{19,60}$/);
    const by = fc.constantFrom<ClassifiedBy>("tag", "provider tag", "setting", "stack tag");
    fc.assert(
      fc.property(
        by,
        fc.nat(),
        fc.option(fc.record({ reason, owner: word, ticket: word })),
        (kind, resources, terms) => {
          const declassification = { by: kind, resources, ...(terms ? { terms: { ...terms } } : {}) };
          assert.deepEqual(parseDeclassified(`what\n${declassifiedText(declassification)}`), declassification);
        },
      ),
    );
  });

  it("are no other text", () => {
    assert.equal(parseDeclassified("is public"), undefined);
    assert.equal(parseDeclassified("counts as holding no PHI by somebody; resources: 3"), undefined);
  });
});
