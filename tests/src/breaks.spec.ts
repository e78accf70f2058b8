import assert from "node:assert/strict";
import { previewInSandbox, type PolicyPack } from "@hipaa-aws/sandbox";
import { breaks } from "./support/breaks";
import { found, startPack } from "./support/judging";
import { mutatedWorkload, runOf } from "./support/workload";

describe("a workload broken on purpose, in the sandbox", function () {
  this.timeout(120_000);
  let pack: PolicyPack;
  let sound: Set<string>;
  before(async () => {
    pack = await startPack();
    sound = new Set(found(await previewInSandbox(mutatedWorkload(), runOf("dev"), pack), "violation"));
  });
  after(() => pack.close());

  for (const { title, mutation, rule, at } of breaks) {
    it(`with ${title} is found by ${rule} at ${at}`, async () => {
      const judged = await previewInSandbox(mutatedWorkload(mutation), runOf("dev"), pack);
      const violations = found(judged, "violation");
      assert.ok(!sound.has(`${rule} at ${at}`), "the sound workload has this finding too");
      assert.ok(violations.includes(`${rule} at ${at}`), violations.join("\n"));
      const finding = judged.verdicts.findings.find((one) => one.rule === rule && one.outcome === "violation");
      assert.equal(finding?.level, "mandatory");
      assert.ok((finding?.citations.length ?? 0) > 0 && finding?.mend !== "" && finding?.message !== "");
    });
  }
});
