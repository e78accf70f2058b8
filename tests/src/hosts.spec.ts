import assert from "node:assert/strict";
import { openEngineStack, previewOnEngine, pulumiOrSkip } from "@hipaa-aws/engine";
import { previewInSandbox, startPolicyPack, type PolicyPack } from "@hipaa-aws/sandbox";
import { breaks } from "./support/breaks";
import { agreement, found } from "./support/judging";
import { mutatedWorkload, packDirectory, runOf } from "./support/workload";

describe("sandbox and real engine", function () {
  this.timeout(300_000);
  let pack: PolicyPack;

  before(async function () {
    this.timeout(900_000);
    await pulumiOrSkip(this);
    // Without configuration, as the engine runs it below.
    pack = await startPolicyPack(packDirectory);
  });
  after(() => pack?.close());

  it("agree on the workload, finding by finding, and on what passed", async () => {
    const sandbox = await previewInSandbox(mutatedWorkload(), runOf("dev"), pack);
    const engine = await previewOnEngine(mutatedWorkload(), { ...runOf("dev"), packDirectory });
    assert.deepEqual(agreement(engine), agreement(sandbox));
    const passes = (judged: typeof engine) => judged.verdicts.passed.map(({ rule, urn }) => `${rule} ${urn}`).sort();
    assert.deepEqual(passes(engine), passes(sandbox));
  });

  it("find every break alike", async () => {
    // All at once: each engine run takes seconds, and no break hides another.
    const mutations = breaks.map(({ mutation }) => mutation);
    const sandbox = await previewInSandbox(mutatedWorkload(...mutations), runOf("dev"), pack);
    const engine = await previewOnEngine(mutatedWorkload(...mutations), { ...runOf("dev"), packDirectory });
    const violations = found(engine, "violation");
    for (const { rule, at } of breaks) assert.ok(violations.includes(`${rule} at ${at}`), `${rule} at ${at}`);
    assert.deepEqual(agreement(engine), agreement(sandbox));
  });

  it("deploy the workload; a second preview then has nothing to do, and nothing is left undecided", async () => {
    const stack = await openEngineStack({ program: mutatedWorkload(), ...runOf("dev"), packDirectory });
    try {
      const update = await stack.up();
      assert.equal(update.stopped, false);
      assert.deepEqual(
        update.verdicts?.findings.filter(({ outcome }) => outcome === "undecided"),
        [],
      );
      const again = await stack.preview();
      assert.deepEqual(Object.keys(again.steps), ["same"]);
      const sandbox = await previewInSandbox(mutatedWorkload(), { ...runOf("dev"), mode: "update" }, pack);
      assert.deepEqual(
        agreement({ host: "engine", ...update, verdicts: update.verdicts ?? assert.fail() }),
        agreement(sandbox),
      );
    } finally {
      await stack.close();
    }
  });
});
