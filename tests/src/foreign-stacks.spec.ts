import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readStackExport } from "@hipaa-aws/stack-state";
import type { PolicyPack } from "@hipaa-aws/sandbox";
import { found, startPack } from "./support/judging";

const folder = join(__dirname, "..", "fixtures", "foreign");

/**
 * Stacks that somebody else wrote, and what the pack says of them. `UPDATE_GOLDEN=1` rewrites the expected findings; each
 * change of them wants to be read by someone who would have to act on it.
 */
describe("stacks of somebody else", function () {
  this.timeout(120_000);
  let pack: PolicyPack;
  before(async () => {
    pack = await startPack();
  });
  after(() => pack.close());

  for (const name of ["vpc-and-database", "serverless-api", "static-site"]) {
    it(`${name} gets the findings on record`, async () => {
      const state = readStackExport(join(folder, `${name}.json`));
      const verdicts = await pack.judge(state, { as: "snapshot" });
      const findings = {
        mandatory: found(
          { verdicts: { ...verdicts, findings: verdicts.findings.filter(({ level }) => level === "mandatory") } },
          "violation",
        ),
        advisory: found(
          { verdicts: { ...verdicts, findings: verdicts.findings.filter(({ level }) => level === "advisory") } },
          "violation",
        ),
      };
      const golden = join(folder, `${name}.findings.json`);
      if (process.env["UPDATE_GOLDEN"] === "1") writeFileSync(golden, `${JSON.stringify(findings, null, 2)}\n`);
      assert.deepEqual(findings, JSON.parse(readFileSync(golden, "utf8")));
      assert.ok(findings.mandatory.length >= 3);
    });
  }
});
