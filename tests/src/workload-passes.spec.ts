import assert from "node:assert/strict";
import { previewInSandbox, type PolicyPack } from "@hipaa-aws/sandbox";
import { extendedMandatory, found, startPack } from "./support/judging";
import { environments, mutatedWorkload, runOf, type Environment } from "./support/workload";

/** What dev is told, and rightly so: it does without redundancy. Advisory by default. */
const accepted: Readonly<Record<Environment, readonly string[]>> = {
  dev: ["elasticache-multi-az at clinic-cache", "rds-multi-az at clinic-database"],
  staging: [],
  prod: [],
};

describe("the workload under its own policy pack, core and extended mandatory", function () {
  this.timeout(120_000);
  let pack: PolicyPack;
  before(async () => {
    pack = await startPack(extendedMandatory);
  });
  after(() => pack.close());

  for (const environment of environments) {
    for (const mode of ["preview", "update"] as const) {
      it(`${environment} has no violation ${mode === "preview" ? "at preview" : "after an update"}`, async () => {
        const judged = await previewInSandbox(mutatedWorkload(), { ...runOf(environment), mode }, pack);
        assert.deepEqual(found(judged, "violation"), accepted[environment]);
        assert.ok(judged.verdicts.passed.length > 900, `only ${judged.verdicts.passed.length} rules passed`);
        // After an update nothing is left to decide.
        if (mode === "update") assert.deepEqual(found(judged, "undecided"), []);
      });
    }
  }

  it("prod has at least 450 resources", async () => {
    const judged = await previewInSandbox(mutatedWorkload(), runOf("prod"), pack);
    assert.ok(judged.state.resources.length >= 450);
  });
});
