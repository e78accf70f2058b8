import assert from "node:assert/strict";
import type { PolicyPack } from "@hipaa-aws/sandbox";
import { startPack } from "./support/judging";
import { everyRule, judgeRandomly, randomComponents } from "./support/random-components";

describe("components with random valid arguments", function () {
  // A run of the whole application takes seconds.
  this.timeout(300_000 + Number(process.env["COMPONENT_RUNS"] ?? "0") * 10_000);
  let pack: PolicyPack;
  before(async () => {
    pack = await startPack(everyRule);
  });
  after(() => pack.close());

  const components = randomComponents();

  it("are at hand", () => {
    assert.ok(components.size > 0);
  });

  for (const [name, component] of components) {
    it(`${name} passes core and extended rules, whatever it is given`, () => judgeRandomly(pack, component));
  }
});
