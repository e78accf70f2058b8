import assert from "node:assert/strict";
import * as fc from "fast-check";
import { remediableTypes } from "../authoring/remediation";
import { rules } from "../rules";
import { resource } from "./cases";
import { evaluate } from "./evaluate";
import { randomProperties } from "./random-inputs";
import { remediate, withInputs } from "./remediate";
import { changedPaths, declaredPaths, isDeclared } from "./remediation-paths";

const runs = Number(process.env["FUZZ_RUNS"] ?? 60);

describe("remediations under random inputs", () => {
  for (const rule of rules) {
    if (rule.kind !== "resource" || !rule.requirement.remediate) continue;
    it(`${rule.id} changes faulty inputs only, and only so that the rule is content`, () => {
      const types = [...remediableTypes(rule)];
      fc.assert(
        fc.property(fc.constantFrom(...types), randomProperties(rule.id), (type, properties) => {
          const item = resource(type, properties);
          const { before, after } = remediate(rule, { resources: [item] });
          if (!after) return;
          const mended = { resources: [withInputs(item, before, after)] };
          assert.equal(evaluate(rule, { resources: [item] }, "preview").outcome, "fault");
          assert.notEqual(evaluate(rule, mended, "preview").outcome, "fault");
          assert.equal(remediate(rule, mended).after, undefined);
          const declared = declaredPaths(rule, type);
          for (const path of changedPaths(before, after)) assert.ok(isDeclared(path, declared), path);
        }),
        { numRuns: runs },
      );
    });
  }
});
