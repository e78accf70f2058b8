import assert from "node:assert/strict";
import * as fc from "fast-check";
import { escapeHtml, html, plural, prose } from "./html";

describe("html", () => {
  it("lets no interpolated text open a tag, end an attribute or start an entity", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const escaped = escapeHtml(text);
        assert.doesNotMatch(escaped, /[<>"']/);
        assert.doesNotMatch(escaped, /&(?!(amp|lt|gt|quot|#39);)/);
      }),
    );
  });

  it("keeps markup of its own and lists of it, and escapes texts inside lists", () => {
    const item = html`<li>${"<a>"}</li>`;
    assert.equal(html`(${[item, "<b>"]})`.text, "(<li>&lt;a&gt;</li>&lt;b&gt;)");
  });

  it("leaves out what is absent, and keeps zero", () => {
    assert.equal(html`[${undefined}${false}${0}]`.text, "[0]");
  });

  it("spells out control characters and marks that turn text around", () => {
    assert.equal(escapeHtml("a\u202eb\u0000\u001b[31m"), "a\\u202eb\\u0000\\u001b[31m");
  });

  it("shows what stands between backquotes as code, escaped", () => {
    assert.equal(prose("Set `a<b>` now").text, "Set <code>a&lt;b&gt;</code> now");
  });

  it("counts in English", () => {
    assert.deepEqual([plural(1, "rule"), plural(0, "rule")], ["1 rule", "0 rules"]);
  });
});
