import assert from "node:assert/strict";
import { fault, notApplicable, pass, ref, resource, undecided, unknown, type CaseResource } from "./cases";
import { nearMiss } from "./near-misses";

const volume = (properties: Record<string, unknown> = {}): CaseResource =>
  resource("aws:ebs/volume:Volume", properties);
const small = volume({ size: 10, encrypted: false });

describe("a near miss", () => {
  it("is a fault beside a case that passes, one place away", () => {
    const met = pass("encrypted", volume({ size: 10, encrypted: true }));
    const found = nearMiss([pass("none", volume()), fault("not", small), met]);
    assert.equal(found?.fault.title, "not");
    assert.equal(found.met, met);
  });

  it("goes by what is said once everything is known", () => {
    const key = resource("aws:kms/key:Key", {}, { name: "key" });
    const open = undecided("wired", [volume({ kmsKeyId: ref("key", "arn") }), key], { afterUpdate: "pass" });
    assert.equal(nearMiss([fault("no key", [volume(), key]), open])?.met, open);
  });

  it("is none two places away, under another configuration, or where the rule does not judge", () => {
    const near = volume({ size: 10, encrypted: true });
    assert.equal(nearMiss([fault("not", small), pass("larger", volume({ size: 20, encrypted: true }))]), undefined);
    assert.equal(nearMiss([fault("not", small), pass("asked", near, { config: { least: 5 } })]), undefined);
    assert.equal(nearMiss([fault("not", small), notApplicable("out", near)]), undefined);
    assert.equal(
      nearMiss([fault("not", small), undecided("open", volume({ size: unknown, encrypted: false }))]),
      undefined,
    );
  });

  it("is none between cases that differ in nothing", () => {
    assert.equal(nearMiss([fault("not", small), pass("the same", small)]), undefined);
  });
});
