import assert from "node:assert/strict";
import { citationOf } from "./citations";
import { proposedFor, proposedRule, proposedText } from "./nprm-2025";

describe("the proposed rule of January 6, 2025", () => {
  const { map, paragraphs, allSpecificationsRequired, published, asOf, status } = proposedRule();
  const ids = new Set(paragraphs.map(({ id }) => id));

  it("is dated and not in force", () => {
    assert.equal(published, "2025-01-06");
    assert.equal(status, "proposed, not in force");
    assert.ok(asOf > published);
  });

  it("maps citations in force to paragraphs that it lists, each with a title", () => {
    for (const [citation, proposed] of Object.entries(map)) {
      assert.equal(citationOf(citation).id, citation);
      assert.ok(proposed.length > 0);
      for (const id of proposed) assert.ok(ids.has(id), id);
    }
    assert.ok(ids.has(allSpecificationsRequired.proposed));
    assert.equal(ids.size, paragraphs.length);
    for (const { id, title } of paragraphs) assert.ok(/^164\.\d{3}\(/.test(id) && title.length > 5, id);
  });

  it("gives each paragraph once, and none for a citation whose place is not confirmed", () => {
    const encryption = proposedFor(["164.312(a)(2)(iv)", "164.312(e)(2)(ii)"]).map(({ id }) => id);
    assert.deepEqual(encryption, ["164.312(b)(2)"]);
    assert.deepEqual(proposedFor(["164.312(a)(1)"]), []);
  });

  it("says that it is not in force, whatever it says beside", () => {
    for (const citations of [[], ["164.312(b)"], ["164.502(b)"]]) {
      assert.match(proposedText(citations), /^proposed, not in force \(90 FR 898, 2025-01-06\): .*164\.306\(c\)/);
    }
  });
});
