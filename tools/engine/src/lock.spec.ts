import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import * as fs from "node:fs/promises";
import * as os from "node:os";
import * as path from "node:path";
import { withLock } from "./lock";

describe("withLock", () => {
  let folder = "";
  beforeEach(async () => (folder = await fs.mkdtemp(path.join(os.tmpdir(), "lock-"))));
  afterEach(() => fs.rm(folder, { recursive: true }));

  it("lets one holder in at a time, and leaves nothing behind", async () => {
    const lock = path.join(folder, "lock");
    let inside = 0;
    let most = 0;
    const work = () =>
      withLock(lock, async () => {
        most = Math.max(most, ++inside);
        await new Promise((resolve) => setImmediate(resolve));
        inside--;
      });
    await Promise.all([work(), work(), work()]);
    assert.equal(most, 1);
    assert.deepEqual(await fs.readdir(folder), []);
  });

  it("is free again after a failure", async () => {
    const lock = path.join(folder, "lock");
    await assert.rejects(
      withLock(lock, () => Promise.reject(new Error("work failed"))),
      /work failed/,
    );
    assert.equal(await withLock(lock, () => Promise.resolve("done")), "done");
  });

  it("takes over from a process that died", async () => {
    const dead = spawnSync(process.execPath, ["-e", ""]).pid;
    const lock = path.join(folder, "lock");
    await fs.mkdir(lock);
    await fs.writeFile(path.join(lock, "owner"), String(dead));
    assert.equal(await withLock(lock, () => Promise.resolve("done")), "done");
  });
});
