import assert from "node:assert/strict";
import * as fc from "fast-check";
import { exemptedText, parseExempted, parseUndecided, undecidedText } from "./outcome-text";

const urn = "urn:pulumi:dev::workload::aws:s3/bucket:Bucket::phi";

describe("texts of outcomes that the policy protocol does not know", () => {
  it("reads back undecided places, with and without a URN", () => {
    const places = [{ urn, path: "policy" }, { path: "rules[0].id" }];
    const wrapped = `can't run policy 'x' from policy pack 'p@v1' during preview: ${undecidedText(places)}`;
    assert.deepEqual(parseUndecided(wrapped), places);
  });

  it("reads the SDK's own stop at an unknown value as undecided", () => {
    const text =
      "can't run policy 'x' from policy pack 'p@v1' during preview: string value at .policy can't be known during preview";
    assert.deepEqual(parseUndecided(text), [{ path: "policy" }]);
  });

  it("takes no violation for an undecided or an exempted finding", () => {
    assert.equal(parseUndecided("storage is not encrypted"), undefined);
    assert.equal(parseExempted("storage is not encrypted"), undefined);
  });

  it("reads back any exemption", () => {
    const word = fc.stringMatching(/^[A-Za-z0-9@.#-]{1,20}$/);
    fc.assert(
      fc.property(word, word, fc.stringMatching(/^[A-Za-z][A-Za-z :(),.-]{19,60}$/), (owner, ticket, reason) => {
        const terms = { owner, ticket, reason, expires: "2027-01-31" };
        assert.deepEqual(parseExempted(`text\n${exemptedText("rds-cmk", terms)}`), { rule: "rds-cmk", terms });
      }),
    );
  });
});
