import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { readPackInfo, writePackLauncher } from "./policy-pack";
import { fixturePack } from "./testing/programs";

const levels = async (config: Parameters<typeof readPackInfo>[1]) =>
  Object.fromEntries((await readPackInfo(fixturePack, config)).rules.map(({ rule, level }) => [rule, level]));

describe("readPackInfo", () => {
  it("names the rules that are on, their level and whether they judge the stack", async () => {
    const { pack, rules } = await readPackInfo(fixturePack);
    assert.deepEqual(pack, { name: "engine-fixture", version: "1.2.3" });
    assert.deepEqual(
      rules.map(({ rule, level, stack }) => [rule, level, stack]),
      [
        ["bucket-has-owner-tag", "mandatory", false],
        ["bucket-name-is-lower-case", "advisory", false],
        ["bucket-is-protected", "advisory", false],
        ["bucket-has-versioning", "mandatory", true],
        ["stack-has-trail", "advisory", true],
      ],
    );
    assert.equal(rules[0]?.description, "Buckets carry an owner tag.");
  });

  it("applies levels given as a word, in an object, and for all", async () => {
    const found = await levels({
      all: "mandatory",
      "bucket-is-protected": "disabled",
      "stack-has-trail": { enforcementLevel: "advisory" },
      "bucket-has-owner-tag": { tag: "team" },
      "bucket-name-is-lower-case": "remediate",
    });
    assert.deepEqual(found, {
      "bucket-has-owner-tag": "mandatory",
      "bucket-name-is-lower-case": "mandatory",
      "bucket-has-versioning": "mandatory",
      "stack-has-trail": "advisory",
      crashes: "mandatory",
      "switched-off": "mandatory",
    });
  });
});

describe("writePackLauncher", function () {
  if (process.platform === "win32") this.pending = true;

  it("writes a command that runs the pack runner with what it is given, whatever the folder is called", async () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), "it's a 'folder' "));
    try {
      const pack = path.join(folder, "pack");
      const runner = path.join(pack, "node_modules/@pulumi/pulumi/cmd/run-policy-pack");
      fs.mkdirSync(runner, { recursive: true });
      fs.writeFileSync(path.join(runner, "index.js"), "console.log(JSON.stringify(process.argv.slice(2)))");
      await writePackLauncher(folder, pack);
      const said = execFileSync(path.join(folder, "pulumi-analyzer-policy-nodejs"), ["127.0.0.1:1", ".", "-a=b c"]);
      assert.deepEqual(JSON.parse(said.toString()), ["127.0.0.1:1", ".", "-a=b c"]);
    } finally {
      fs.rmSync(folder, { recursive: true });
    }
  });
});
