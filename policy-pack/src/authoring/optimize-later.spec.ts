import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { interruptBudget } from "./optimize-later";

describe("optimizing later", () => {
  it("is by an option that V8 knows, and later than by default", () => {
    const { stdout } = spawnSync(process.execPath, ["--v8-options"], { encoding: "utf8" });
    const [, byDefault] = /default: --interrupt-budget=(\d+)/.exec(stdout) ?? [];
    assert.ok(byDefault, "V8 has no such option");
    assert.ok(interruptBudget > Number(byDefault), byDefault);
  });
});
