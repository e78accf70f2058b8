import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { pinnedVersion } from "./build-pulumi";
import { findPulumi } from "./pulumi-cli";
import { pulumiOrSkip } from "./pulumi-or-skip";
import { Unavailable } from "./unavailable";

/** A command that answers `pulumi version`. */
function fakePulumi(folder: string, version: string): void {
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, "pulumi"), `#!/bin/sh\necho ${version}\n`, { mode: 0o755 });
}

describe("findPulumi", function () {
  if (process.platform === "win32") this.pending = true;

  let folder = "";
  const userPath = process.env.PATH;
  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), "cli-"));
    process.env.PATH = `${path.join(folder, "bin")}${path.delimiter}/bin`;
  });
  afterEach(() => {
    process.env.PATH = userPath;
    fs.rmSync(folder, { recursive: true });
  });
  const find = () => findPulumi({ cacheDirectory: path.join(folder, "cache"), obtain: false });

  it("takes the CLI on the PATH first", async () => {
    fakePulumi(path.join(folder, "bin"), "v3.300.1");
    fakePulumi(path.join(folder, "cache", await pinnedVersion(), "bin"), await pinnedVersion());
    const cli = await find();
    assert.ok(!(cli instanceof Unavailable));
    assert.deepEqual([cli.source, cli.version], ["path", "3.300.1"]);
  });

  it("takes the cached CLI when the one on the PATH is too old", async () => {
    fakePulumi(path.join(folder, "bin"), "v3.229.0");
    fakePulumi(path.join(folder, "cache", await pinnedVersion(), "bin"), await pinnedVersion());
    const cli = await find();
    assert.ok(!(cli instanceof Unavailable));
    assert.deepEqual([cli.source, `v${cli.version}`], ["cache", await pinnedVersion()]);
  });

  it("says what was tried when there is none", async () => {
    fakePulumi(path.join(folder, "bin"), "v3.229.0");
    const cli = await find();
    assert.ok(cli instanceof Unavailable);
    assert.match(
      cli.reason,
      /^no Pulumi CLI 3\.230\.0 or later \(the PATH: version 3\.229\.0 is older than 3\.230\.0; .*cache/,
    );
  });

  it("looks once per cache", () => {
    assert.equal(find(), find());
  });
});

describe("pulumiOrSkip", () => {
  it("pins a version that it accepts", async () => {
    assert.match(await pinnedVersion(), /^v3\.(2[3-9]\d|[3-9]\d\d)\.\d+$/);
  });

  it("never hands out a missing CLI", async function () {
    this.timeout(900_000);
    const skipped = new Error("skipped");
    const context = {
      skip: (): never => {
        throw skipped;
      },
    };
    const outcome = await pulumiOrSkip(context).catch((error: unknown) => error);
    if (outcome instanceof Error) assert.equal(outcome === skipped, process.env.HIPAA_REQUIRE_ENGINE !== "1");
    else assert.ok((outcome as { command: unknown }).command);
  });
});
