import assert from "node:assert/strict";
import { Value } from "../authoring/value";
import { PhiScope, phiTag, tagIn } from "./data-classification";

const mark = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const urn = "urn:pulumi:prod::shop::aws:s3/bucket:Bucket::site";
const terms = { reason: "Pages of the public web site", owner: "web", ticket: "WEB-7" };

function classify(
  properties: Record<string, unknown>,
  provider?: Record<string, unknown>,
  scope = PhiScope.byTags,
): string {
  const found = tagIn(new Value(properties, ""), provider && new Value(provider, ""), phiTag);
  const { mayHoldPhi, by } = scope.classify(urn, found);
  return `${mayHoldPhi.isYes ? "yes" : mayHoldPhi.isNo ? "no" : "unknown"}${by ? ` by ${by}` : ""}`;
}

const out = { [phiTag]: "false" };
const defaults = (tags: Record<string, unknown>) => ({ defaultTags: JSON.stringify({ tags }) });

describe("data classification", () => {
  it("takes what is unclassified for PHI", () => {
    assert.equal(classify({}), "yes");
    assert.equal(classify({ tags: { team: "web" } }, defaults({ team: "web" })), "yes");
  });

  it("reads the resource's own tag, in a map or a list", () => {
    assert.equal(classify({ tags: out }), "no by tag");
    assert.equal(classify({ tags: { [phiTag]: false } }), "no by tag");
    assert.equal(classify({ tags: { [phiTag]: "none" } }), "yes");
    assert.equal(
      classify({
        tags: [
          { key: "team", value: "web" },
          { key: phiTag, value: "false" },
        ],
      }),
      "no by tag",
    );
    assert.equal(classify({ tags: [{ key: phiTag, value: mark }] }), "unknown");
    assert.equal(classify({ tags: [{ key: mark, value: "false" }] }), "unknown");
  });

  it("reads default tags of the provider, though the merged tags are not known yet", () => {
    assert.equal(classify({ tagsAll: mark }, defaults(out)), "no by provider tag");
    assert.equal(classify({}, { defaultTags: { tags: out } }), "no by provider tag");
    assert.equal(classify({ tagsAll: out }, {}), "no by provider tag");
    assert.equal(classify({ tagsAll: mark }, {}), "yes");
    assert.equal(classify({ tagsAll: mark }, { defaultTags: "{" }), "yes");
  });

  it("lets the resource's own tag win over the provider's", () => {
    assert.equal(classify({ tags: { [phiTag]: "true" } }, defaults(out)), "yes");
    assert.equal(classify({ tags: out }, defaults({ [phiTag]: "true" })), "no by tag");
  });

  it("waits for tags that are not known yet", () => {
    assert.equal(classify({ tags: mark }), "unknown");
    assert.equal(classify({ tags: { [phiTag]: mark } }), "unknown");
    assert.equal(classify({}, { defaultTags: mark }), "unknown");
    assert.equal(classify({ tagsAll: mark }), "unknown");
  });

  const listed = new PhiScope({ notPhi: [{ resource: "*::site", ...terms }], phi: [] });
  it("takes the setting where no tag speaks, and PHI where the two differ", () => {
    assert.equal(classify({}, undefined, listed), "no by setting");
    assert.equal(classify({ tags: { [phiTag]: "true" } }, undefined, listed), "yes");
    assert.equal(classify({ tags: { [phiTag]: mark } }, undefined, listed), "unknown");
  });

  it("takes what the setting lists as PHI for PHI, whatever its tags say", () => {
    const scope = new PhiScope({ notPhi: [{ resource: "*::site", ...terms }], phi: ["*::aws:s3/bucket:Bucket::site"] });
    assert.equal(classify({ tags: out }, defaults(out), scope), "yes");
  });

  it("takes the stack's word last", () => {
    const scope = new PhiScope({ notPhi: [], phi: [] }, true);
    assert.equal(classify({}, undefined, scope), "no by stack tag");
    assert.equal(classify({ tags: { [phiTag]: "true" } }, undefined, scope), "yes");
  });

  it("has no effect where nobody would report it", () => {
    assert.equal(classify({ tags: out }, defaults(out), PhiScope.everything), "yes");
  });
});
