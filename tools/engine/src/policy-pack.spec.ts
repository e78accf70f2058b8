import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { readPackInfo, writePackLauncher } from "./policy-pack";
import { fixturePack } from "./testing/programs";

describe("readPackInfo", () => {
  it("names the pack and its rules with their level, and ends the pack", async () => {
    const { pack, policies } = await readPackInfo(fixturePack, { all: "mandatory", "bucket-is-protected": "disabled" });
    assert.deepEqual(pack, { name: "engine-fixture", version: "1.2.3" });
    assert.deepEqual(
      policies.filter(({ name }) => /^(bucket|stack)-/.test(name)).map(({ name, level, kind }) => [name, level, kind]),
      [
        ["bucket-has-owner-tag", "mandatory", "resource"],
        ["bucket-name-is-lower-case", "mandatory", "resource"],
        ["bucket-is-protected", "disabled", "resource"],
        ["bucket-has-versioning", "mandatory", "stack"],
        ["stack-has-trail", "mandatory", "stack"],
      ],
    );
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
