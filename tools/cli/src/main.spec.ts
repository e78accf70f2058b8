import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { JsonResult } from "./output/result";
import { clinic, fixturePack } from "./testing/fakes";

const main = join(__dirname, "main.ts");
const loader = require.resolve("tsx/cjs");

/** Runs the command line as a process of its own, with the real sandbox and the real runner of packs. */
function hipaa(...args: string[]): { code: number | null; out: string; error: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--require", loader, main, ...args], {
    encoding: "utf8",
    env: { ...process.env, FORCE_COLOR: undefined, NO_COLOR: undefined, HIPAA_DEBUG: undefined },
  });
  return { code: status, out: stdout, error: stderr };
}

describe("hipaa as a process", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "hipaa-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("judges a stack in each environment, and what was exported comes to the same verdict", () => {
    const graph = join(folder, "graph.json");
    const given = ["preview", clinic, "--env", "dev", "prod", "--pack", fixturePack];
    const { code, out } = hipaa(...given, "--json", "--export", graph, "--html", join(folder, "report"));
    const result = JSON.parse(out) as JsonResult;
    assert.equal(code, 1);
    assert.deepEqual(
      result.findings.map(({ environment, rule, level, outcome }) => [environment, rule, level, outcome]),
      [["dev", "s3-public-access-block", "mandatory", "violation"]],
    );
    assert.match(readFileSync(join(folder, "report", "index.html"), "utf8"), /1 mandatory violation</);

    const dev = hipaa("scan", join(folder, "graph-dev.json"), "--pack", fixturePack, "--json");
    assert.equal(dev.code, 1);
    const [scanned] = (JSON.parse(dev.out) as JsonResult).findings;
    assert.equal(scanned?.urn, result.findings[0]?.urn);
    assert.equal(hipaa("scan", join(folder, "graph-prod.json"), "--pack", fixturePack).code, 0);
  });

  it("keeps what a program prints out of standard output, and colors out of a pipe", () => {
    const { out, error } = hipaa("preview", clinic, "--env", "dev", "--pack", fixturePack);
    assert.ok(!out.includes("a program that prints"));
    assert.ok(error.includes("a program that prints"));
    assert.ok(!out.includes("\u001b"));
  });

  it("tells what a program refuses in one line, with exit code 2 and no file", () => {
    const report = join(folder, "report");
    const { code, out, error } = hipaa(
      "preview",
      clinic,
      "--env",
      "dev",
      "--config",
      "size=huge",
      "--pack",
      fixturePack,
      "--html",
      report,
    );
    assert.equal(code, 2);
    assert.equal(out, "");
    assert.equal(error, "a program that prints\nhipaa: clinic, dev: Clinic: size is huge. Choose small or large.\n");
    assert.ok(!existsSync(report));
    assert.deepEqual(readdirSync(folder), []);
  });

  it("tells the rules of a pack", () => {
    const { code, out } = hipaa("rules", "--pack", fixturePack, "--service", "s3", "--json");
    assert.equal(code, 0);
    const { pack, rules } = JSON.parse(out) as { pack: object; rules: { id: string; inPack: boolean }[] };
    assert.deepEqual(pack, { name: "fixture-pack", version: "1.2.3" });
    assert.deepEqual(
      rules.filter(({ inPack }) => inPack).map(({ id }) => id),
      ["s3-public-access-block"],
    );
  });
});
