import assert from "node:assert/strict";
import * as fc from "fast-check";
import { holdsContactDetails, holdsPhi } from "./phi-patterns";

describe("patterns of PHI", () => {
  for (const text of [
    "scan-123-45-6789",
    "123-45-6789",
    "MRN0012345",
    "chart mrn:99812",
    "callback MRN: 7741209",
    "MRN # 7741209",
    "medical record number: 7741209",
    "dob=1980-02-30",
    "dob-19800230",
    "birth date 2/3/1980",
  ]) {
    const joined = text === "scan-123-45-6789";
    it(`${joined ? "leave alone" : "find"} ${text}`, () => assert.equal(holdsPhi(text), !joined));
  }

  for (const text of [
    "000-12-3456",
    "666-12-3456",
    "912-12-3456",
    "123-45-67890",
    "mrn-service",
    "mrn-1234",
    "medical-record-archive-2024",
    "dob-api",
    "adobe-2024-01-02",
    "2026-11-22",
    "111122223333",
    "10.0.12.0/24",
  ]) {
    it(`leave ${text} alone`, () => assert.ok(!holdsPhi(text)));
  }

  it("find configured words in any case", () => {
    assert.ok(holdsPhi("Oncology-Bucket", ["oncology"]));
    assert.ok(!holdsPhi("billing", ["oncology", " "]));
  });

  it("find addresses and phone numbers, and no version or date", () => {
    assert.ok(holdsContactDetails("jo@clinic.example"));
    assert.ok(holdsContactDetails("call 212-555-0147"));
    for (const text of [
      "1.2.3",
      "2026-11-22",
      "10.20.30.40",
      "arn:aws:iam::111122223333:role/a",
      "sha256:0123456789",
    ]) {
      assert.ok(!holdsContactDetails(text), text);
    }
  });

  it("never match ids that AWS makes", () => {
    const hex = fc.stringMatching(/^[0-9a-f]{17}$/);
    fc.assert(
      fc.property(hex, fc.constantFrom("vpc", "subnet", "sg", "i"), (id, prefix) => !holdsPhi(`${prefix}-${id}`)),
    );
  });
});
