import assert from "node:assert/strict";
import * as fc from "fast-check";
import { findingHash, formatBaseline, parseBaseline, type BaselineEntry } from "./baseline";

const entry = (rule: string, name = "a"): BaselineEntry => ({
  rule,
  urn: `urn:pulumi:prod::shop::aws:s3/bucket:Bucket::${name}`,
  finding: findingHash("is open"),
});

describe("baseline files", () => {
  it("are read back, each entry once, sorted", () => {
    const text = formatBaseline([entry("b"), entry("a", "z"), entry("a"), entry("b")], new Date("2026-11-22"));
    assert.deepEqual(parseBaseline(text), {
      baseline: { version: 1, written: "2026-11-22", findings: [entry("a"), entry("a", "z"), entry("b")] },
    });
    assert.deepEqual(parseBaseline(formatBaseline([], new Date("2026-11-22"))), {
      baseline: { version: 1, written: "2026-11-22", findings: [] },
    });
  });

  it("hold a hash of a finding's text, never the text", () => {
    assert.match(findingHash("is open"), /^[0-9a-f]{16}$/);
    assert.equal(findingHash("is open; its exemption expired on 2026-01-01"), findingHash("is open"));
    assert.notEqual(findingHash("is open"), findingHash("is closed"));
  });

  it("are refused, never misread", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        assert.ok("problem" in parseBaseline(text));
      }),
    );
  });
});
