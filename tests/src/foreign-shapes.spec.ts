import assert from "node:assert/strict";
import type { PolicyPack } from "@hipaa-aws/sandbox";
import { assertOnRecord, foreignShapes, judgeForeign, type Findings, type Mode } from "./support/foreign";
import { startPack } from "./support/judging";

const modes: readonly Mode[] = ["preview", "update"];

/**
 * Programs that somebody else wrote, without the components of this project, and what the pack says of them.
 * `UPDATE_GOLDEN=1` rewrites the expected findings; each change of them wants to be read by someone who would have to
 * act on it.
 */
describe("infrastructure of somebody else", function () {
  this.timeout(120_000);
  let pack: PolicyPack;
  before(async () => {
    pack = await startPack();
  });
  after(() => pack.close());

  for (const [name, { title, compliant, careless, accepted, mistakes }] of foreignShapes()) {
    describe(`${name}: ${title}`, () => {
      describe("as a security engineer would sign it off", () => {
        let findings: Record<Mode, Findings>;
        before(async () => {
          findings = await judgeForeign(pack, compliant);
        });

        it("gets the findings on record", () => assertOnRecord(`${name}.compliant`, findings));

        it("breaks no mandatory rule", () => {
          for (const mode of modes) assert.deepEqual(findings[mode].mandatory, [], mode);
        });

        it("gets only advice that has its reason", () => {
          const advice = new Set(modes.flatMap((mode) => findings[mode].advisory));
          assert.deepEqual([...advice].sort(), Object.keys(accepted).sort());
        });
      });

      describe("with mistakes", () => {
        let findings: Record<Mode, Findings>;
        before(async () => {
          findings = await judgeForeign(pack, careless);
        });

        it("gets the findings on record", () => assertOnRecord(`${name}.careless`, findings));

        for (const { what, foundBy, onUpdateOnly } of mistakes) {
          it(`is told: ${what}`, () => {
            assert.ok(foundBy.length > 0);
            for (const mode of onUpdateOnly ? (["update"] as const) : modes) {
              const violations = new Set([...findings[mode].mandatory, ...findings[mode].advisory]);
              assert.deepEqual(
                foundBy.filter((finding) => !violations.has(finding)),
                [],
                `not found in ${mode}`,
              );
            }
          });
        }

        it("hears of no mandatory fault that is no mistake of it", () => {
          const planted = new Set(mistakes.flatMap(({ foundBy }) => foundBy));
          for (const mode of modes) {
            assert.deepEqual(
              findings[mode].mandatory.filter((finding) => !planted.has(finding)),
              [],
              mode,
            );
          }
        });
      });
    });
  }
});
