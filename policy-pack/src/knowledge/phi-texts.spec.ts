import assert from "node:assert/strict";
import { hasPersonalPlaceholder } from "./phi-texts";

describe("personal placeholders", () => {
  for (const text of [
    "News for {{lastName}}",
    "{{last_name}}, your results",
    "{{User.UserAttributes.LastName}}",
    "About {{ diagnosis }}",
    "{{dob}}",
    "{{patient_mrn}}",
    "{{date_of_birth}}",
    "Hello {{firstName}} {{surname}}",
  ]) {
    it(`are seen in ${text}`, () => assert.equal(hasPersonalPlaceholder(text), true));
  }

  for (const text of [
    "Hello {{firstName}}",
    "{{clinicName}} has news",
    "Your diagnosis",
    "{lastName}",
    "{{adobe}}",
    "",
  ]) {
    it(`are not seen in "${text}"`, () => assert.equal(hasPersonalPlaceholder(text), false));
  }
});
