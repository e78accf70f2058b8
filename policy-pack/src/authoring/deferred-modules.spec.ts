import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { resolve } from "node:path";

/** What a process of its own says of npm's dependency solver, in which nothing is loaded yet. */
function solverAfter(...steps: string[]): string[] {
  const program = `
    const loaded = () => Object.keys(require.cache).some((path) => path.includes("arborist/lib/arborist/index"));
    const say = (what) => console.log(what);
    ${steps.join("\n")}
  `;
  const run = spawnSync(process.execPath, ["--import", "tsx", "-e", program], {
    cwd: resolve(__dirname, "..", ".."),
    encoding: "utf8",
  });
  assert.equal(run.status, 0, run.stderr);
  return run.stdout.trim().split("\n");
}

const defer = 'require("./src/authoring/deferred-modules.ts");';
const sdk = 'require("@pulumi/policy");';
const isLoaded = 'say(loaded() ? "loaded" : "not loaded");';

describe("npm's dependency solver", () => {
  it("is loaded by Pulumi's SDK, which is why it is deferred", () => {
    assert.deepEqual(solverAfter(sdk, isLoaded), ["loaded"]);
  });

  it("is not loaded by the pack, and is there for who asks for it", () => {
    const construct = 'say(typeof require("@npmcli/arborist").Arborist);';
    assert.deepEqual(solverAfter(defer, sdk, isLoaded, construct, isLoaded), ["not loaded", "function", "loaded"]);
  });
});
