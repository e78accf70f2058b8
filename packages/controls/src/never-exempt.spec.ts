import assert from "node:assert/strict";
import { neverExempt } from "./never-exempt";
import { exemptionClass } from "./obligations";
import { requirement } from "./requirements";

describe("rules that take no exemptions", () => {
  for (const [id, { when, why }] of Object.entries(neverExempt)) {
    it(`${id} is a rule, and says why (${when})`, () => {
      assert.match(requirement(id).kind, /-policy$/);
      assert.ok(why.length > 30);
    });
  }
});

describe("classes of exemptions", () => {
  it("are addressable where all that a rule serves is, and required else", () => {
    assert.equal(exemptionClass({ hipaa: ["164.312(a)(2)(iv)", "164.312(e)(2)(ii)"] }), "addressable");
    assert.equal(exemptionClass({ hipaa: ["164.312(a)(2)(iv)", "164.312(a)(1)"] }), "required");
    assert.equal(exemptionClass({ hipaa: ["164.308(a)(7)(ii)(A)"] }), "required");
    assert.equal(exemptionClass({ hipaa: ["164.312(a)(2)(iv)"] }, true), "required");
  });
});
