import assert from "node:assert/strict";
import { citationOf, citations } from "./citations";
import { requirement, requirements } from "./requirements";

describe("requirement catalogue", () => {
  const all = [...requirements().values()];

  it("holds every requirement once, with an id in kebab case", () => {
    assert.ok(all.length >= 900, `only ${all.length} requirements were read`);
    for (const item of all) assert.match(item.id, /^[a-z0-9]+(-[a-z0-9]+)*$/);
  });

  it("cites only paragraphs of 45 CFR Part 164 that the citation table knows", () => {
    for (const item of all) for (const id of item.hipaa) assert.equal(citationOf(id).id, id);
  });

  it("gives every rule a severity, a mend, a citation and a resource type", () => {
    for (const item of all.filter((entry) => entry.kind.endsWith("-policy"))) {
      assert.match(item.severity, /^(low|medium|high|critical)$/, item.id);
      assert.ok(item.mend.length > 10, item.id);
      assert.ok(item.hipaa.length > 0, item.id);
      assert.ok(item.resourceTypes.length > 0, item.id);
      assert.ok(Array.isArray(item.sources), item.id);
    }
  });

  it("names sources by title, never by a file's number", () => {
    const text = JSON.stringify(all);
    assert.doesNotMatch(text, /\bseeds?\b/i);
    assert.doesNotMatch(text, /\b00[0-4]_[0-9a-f]{16}\b/);
  });

  it("refuses an id that is not in the catalogue", () => {
    assert.throws(() => requirement("s3-bucket-is-blue"), /"s3-bucket-is-blue" is not a requirement/);
  });
});

describe("citations", () => {
  it("holds each paragraph once", () => {
    assert.equal(new Set(citations.map((entry) => entry.id)).size, citations.length);
  });

  it("tells required specifications from addressable ones", () => {
    assert.equal(citationOf("164.312(a)(2)(iv)").obligation, "addressable");
    assert.equal(citationOf("164.312(a)(2)(i)").obligation, "required");
    assert.equal(citationOf("164.312(b)").obligation, "standard");
  });

  it("refuses a paragraph that does not exist", () => {
    assert.throws(() => citationOf("164.999"), /"164.999" is not a citation/);
  });
});
