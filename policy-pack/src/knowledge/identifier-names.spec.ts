import assert from "node:assert/strict";
import { namesIdentifier } from "./identifier-names";

const denied = ["ssn", "dob", "birth", "email", "phone", "mrn", "patientname", "first_name"];
const names = (name: string): boolean => namesIdentifier(name, denied);

describe("names of identifiers", () => {
  it("are told by their words, in any notation", () => {
    for (const name of ["ssn", "SSN", "patient_ssn", "patientSsn", "birthdate", "birth-date", "emailAddress", "MRN"])
      assert.ok(names(name), name);
    for (const name of ["patientName", "patient_name", "firstName", "primary.phone.number"])
      assert.ok(names(name), name);
  });

  it("are not told by letters within a word", () => {
    for (const name of ["adobe", "microphone", "visitId", "pk", "name", "mrnx", ""]) assert.ok(!names(name), name);
  });

  it("are none where the value only stands for an identifier", () => {
    for (const name of ["emailHash", "mrn_token", "phoneId", "ssn-hmac"]) assert.ok(!names(name), name);
  });

  it("do not match an empty entry", () => {
    assert.ok(!namesIdentifier("anything", ["", "-"]));
  });
});
