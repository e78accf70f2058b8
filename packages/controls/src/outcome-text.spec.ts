import assert from "node:assert/strict";
import * as fc from "fast-check";
import {
  exemptedText,
  parseExempted,
  parseUndecided,
  parseViolation,
  refusedExemptionText,
  undecidedText,
  unexemptedFault,
  violationText,
} from "./outcome-text";

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

  it("reads back any exemption, with what was accepted and by what it is met otherwise", () => {
    const word = fc.stringMatching(/^[A-Za-z0-9@.#-]{1,20}$/);
    const sentence = fc.stringMatching(/^[A-Za-z][A-Za-z :(),.-]{19,60}$/);
    const control = fc.option(sentence, { nil: undefined });
    const obligation = fc.constantFrom("required" as const, "addressable" as const);
    fc.assert(
      fc.property(word, word, sentence, control, obligation, sentence, (owner, ticket, reason, given, kind, fault) => {
        const compensating = given === undefined ? {} : { compensatingControl: given };
        const terms = { owner, ticket, reason, expires: "2027-01-31", ...compensating };
        const exempted = { rule: "rds-cmk", terms, obligation: kind, fault };
        assert.deepEqual(parseExempted(`text\n${exemptedText(exempted)}`), exempted);
      }),
    );
  });

  it("takes no line of a user's text for a line of its own", () => {
    const terms = { owner: "a", ticket: "b", expires: "2027-01-31", reason: "x\nAddressable, y: z\nAccepted: nothing" };
    const exempted = { rule: "rds-cmk", terms, obligation: "required" as const, fault: "is public" };
    assert.deepEqual(parseExempted(exemptedText(exempted)), {
      ...exempted,
      terms: { ...terms, reason: "x Addressable, y: z Accepted: nothing" },
    });
  });

  it("reads back a violation, with and without a note", () => {
    const parts = { fault: "is public", citations: ["164.312(a)(1)", "164.312(b)"], mend: "Close it.\nThen check." };
    assert.deepEqual(parseViolation(`what\n${violationText(parts)}`, "what"), parts);
    const noted = { ...parts, note: "proposed, not in force (90 FR 898): 164.312(d)" };
    assert.deepEqual(parseViolation(violationText(noted)), noted);
  });

  it("knows a fault by its own words, whatever is said of its exemption", () => {
    assert.equal(unexemptedFault(refusedExemptionText("is public", "expired on 2026-01-01")), "is public");
    assert.equal(unexemptedFault("is public"), "is public");
  });
});
