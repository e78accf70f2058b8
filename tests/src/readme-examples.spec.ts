import assert from "node:assert/strict";
import { previewInSandbox, type PolicyPack } from "@hipaa-aws/sandbox";
import { recordProgram } from "@hipaa-aws/simulated-aws";
import { programOf, readmeExamples, typeFaults, type EscapeHatch } from "./readme/examples";
import { extendedMandatory, found, startPack } from "./support/judging";

const examples = readmeExamples();
const run = {
  project: "clinic",
  stack: "prod",
  config: {
    "aws:region": "us-east-1",
    "clinic:intakeImage": `111122223333.dkr.ecr.us-east-1.amazonaws.com/intake@sha256:${"0123456789abcdef".repeat(4)}`,
  },
};

describe("TypeScript examples of READMEs", function () {
  this.timeout(300_000);
  let pack: PolicyPack;
  let faults: ReadonlyMap<string, readonly string[]>;
  before(async () => {
    pack = await startPack(extendedMandatory);
    faults = typeFaults(examples);
  });
  after(() => pack.close());

  it("are there", () => {
    assert.ok(examples.length >= 30);
  });

  for (const example of examples) {
    it(`${example.id} compiles`, () => assert.deepEqual(faults.get(example.id), []));
    if (!example.isProgram) continue;

    for (const mode of ["preview", "update"] as const) {
      it(`${example.id} passes core and extended rules, ${mode}`, async () => {
        const judged = await previewInSandbox(programOf(example), { ...run, mode }, pack);
        assert.ok(judged.state.resources.length > 1);
        assert.deepEqual(found(judged, "violation"), []);
      });
    }

    if (example.text.includes("transforms:")) {
      it(`${example.id} changes a resource through its escape hatch`, async () => {
        const inputs = async (hatch: EscapeHatch) =>
          (await recordProgram(programOf(example, hatch), run)).resources.map((resource) => resource.inputs);
        assert.notDeepEqual(await inputs("open"), await inputs("closed"));
      });
    }
  }
});
