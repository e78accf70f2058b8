import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeStackExport } from "@hipaa-aws/stack-state";
import type { JsonResult } from "../output/result";
import { bucket, FakeHosts, runWith } from "../testing/fakes";

describe("scan", () => {
  let folder: string;
  const write = (file: string, stack: string) => {
    const path = join(folder, file);
    writeFileSync(path, writeStackExport({ project: "clinic", stack, resources: [bucket(stack)] }));
    return path;
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "scan-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("judges each file by one pack, under the name of its stack", async () => {
    const hosts = new FakeHosts((stack) => (stack === "prod" ? [{}] : []));
    const { code, out } = await runWith(hosts, ["scan", write("a.json", "dev"), write("b.json", "prod"), "--json"]);
    const result = JSON.parse(out) as JsonResult;
    assert.equal(code, 1);
    assert.deepEqual(
      result.environments.map(({ environment, host }) => `${environment} ${host}`),
      ["dev scan", "prod scan"],
    );
    assert.equal(hosts.asked.filter((text) => text.startsWith("start")).length, 1);
    assert.equal(hosts.asked.at(-1), "close");
  });

  it("names files of the same stack by their paths, and judges a file once", async () => {
    const [first, second] = [write("a.json", "dev"), write("b.json", "dev")];
    const { out } = await runWith(new FakeHosts(), ["scan", first, second, first, "--json"]);
    const result = JSON.parse(out) as JsonResult;
    assert.deepEqual(
      result.environments.map(({ environment }) => environment),
      [first, second],
    );
  });

  it("tells in one line which file cannot be used, before a pack is started", async () => {
    const broken = join(folder, "broken.json");
    writeFileSync(broken, "{");
    for (const file of [broken, join(folder, "missing.json")]) {
      const hosts = new FakeHosts();
      const { code, out, error } = await runWith(hosts, ["scan", write("a.json", "dev"), file]);
      assert.equal(code, 2);
      assert.equal(out, "");
      assert.ok(error.startsWith(`hipaa: ${file}: `), error);
      assert.equal(error.split("\n").length, 2);
      assert.deepEqual(hosts.asked, []);
    }
  });
});
