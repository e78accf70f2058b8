import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const source = join(__dirname, "..", "..");

/** Modules that reach the package: no spec, no case, no test support. */
function publishedModules(): string[] {
  return readdirSync(source, { recursive: true, encoding: "utf8" }).filter(
    (file) => file.endsWith(".ts") && !/\.(spec|cases)\.ts$/.test(file) && !/(^|[\\/])testing([\\/]|\.ts$)/.test(file),
  );
}

describe("what the policy pack publishes", () => {
  // The IAM simulator is the oracle of the specs. It is under the AGPL, the pack under the Apache License.
  it("does not use the simulator that its specs compare it with", () => {
    const modules = publishedModules();
    assert.ok(modules.length > 200);
    const users = modules.filter((file) => readFileSync(join(source, file), "utf8").includes("@cloud-copilot/"));
    assert.deepEqual(users, []);
  });
});
