import assert from "node:assert/strict";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findingHash, formatBaseline, parseBaseline } from "@hipaa-aws/controls";
import { overlaid } from "./config/profiles";
import { clinic, FakeHosts, fixturePack, runWith, violation, type Ran } from "./testing/fakes";
import { workspaceRoot } from "./workspace";

describe("configuration of the pack", () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "pack-options-"))));
  afterEach(() => rmSync(folder, { recursive: true }));

  const write = (name: string, value: unknown): string => {
    const path = join(folder, name);
    writeFileSync(path, typeof value === "string" ? value : JSON.stringify(value));
    return path;
  };
  const preview = async (hosts: FakeHosts, ...args: readonly string[]): Promise<Ran> =>
    runWith(hosts, ["preview", clinic, "--env", "dev", ...args]);
  async function refused(message: RegExp, ...args: readonly string[]): Promise<void> {
    const hosts = new FakeHosts();
    const { code, out, error } = await preview(hosts, ...args, "--html", join(folder, "report"));
    assert.equal(code, 2, error);
    assert.equal(out, "");
    assert.match(error, /^hipaa: [^\n]+\n$/);
    assert.match(error, message);
    assert.deepEqual(hosts.asked, []);
    assert.ok(!existsSync(join(folder, "report")));
  }

  describe("profiles", () => {
    it("are files of the pack, under the configuration that is given", async () => {
      const hosts = new FakeHosts();
      const given = write("config.json", { "rds-cmk": "disabled", "rds-not-public": { exemptions: [] } });
      await preview(hosts, "--profile", "strict", "--pack-config", given);
      assert.equal(hosts.packConfig?.["rds-cmk"], "disabled");
      assert.deepEqual(hosts.packConfig?.["rds-not-public"], { enforcementLevel: "mandatory", exemptions: [] });
      assert.deepEqual(hosts.packConfig?.["hipaa-settings"], { enforcementLevel: "mandatory", citations: "rule" });
    });

    it("are named when there is no such one", async () => {
      await refused(/there is no profile "stric"; take one of .*the nearest is strict/, "--profile", "stric");
      await refused(/there is no profile "strict"; the pack has none/, "--profile", "strict", "--pack", fixturePack);
    });

    it("give way to a level for all, and keep their options", () => {
      const lower = {
        "hipaa-settings": { enforcementLevel: "mandatory", citations: "peers" },
        a: "mandatory",
        b: "disabled",
      };
      assert.deepEqual(overlaid(lower, { all: "advisory", b: "mandatory" }), {
        "hipaa-settings": { enforcementLevel: "advisory", citations: "peers" },
        a: "advisory",
        b: "mandatory",
        all: "advisory",
      });
    });
  });

  it("is the stack's own file where none is given", async () => {
    const stack = join(folder, "clinic");
    cpSync(clinic, stack, { recursive: true });
    symlinkSync(join(workspaceRoot, "node_modules"), join(folder, "node_modules"));
    writeFileSync(join(stack, "policy-config.json"), '{ "rds-cmk": "mandatory" }');
    const hosts = new FakeHosts();
    const { code, error } = await runWith(hosts, ["preview", stack, "--env", "dev"]);
    assert.equal(code, 0, error);
    assert.deepEqual(hosts.packConfig, { "rds-cmk": "mandatory" });
    await runWith(hosts, ["preview", stack, "--env", "dev", "--pack-config", write("other.json", {})]);
    assert.deepEqual(hosts.packConfig, {});
    writeFileSync(join(stack, "policy-config.json"), "{");
    assert.equal((await runWith(hosts, ["preview", stack, "--env", "dev"])).code, 2);
  });

  it("is refused before anything runs, with the first fault's place", async () => {
    const bad = { resource: "*", reason: "x", owner: "", ticket: "", expires: "soon" };
    const path = write("config.json", { "rds-not-public": { exemptions: [bad] } });
    await refused(
      /config\.json:1:\d+: the exemption from rds-not-public is refused.*; and 5 more \(hipaa check-config/,
      "--pack-config",
      path,
    );
  });

  it("lets an exemption that has run out through: the pack reports it", async () => {
    const exemption = {
      resource: "*::aws:rds/instance:Instance::legacy",
      reason: "The vendor reaches it from outside until the move",
      owner: "data-platform",
      ticket: "SEC-41",
      expires: "2026-01-31",
      compensatingControl: "A firewall lets the vendor's network in, and no other",
    };
    const hosts = new FakeHosts();
    const path = write("config.json", { "rds-not-public": { exemptions: [exemption] } });
    assert.equal((await preview(hosts, "--pack-config", path)).code, 0);
  });

  describe("baselines", () => {
    const entry = { rule: "s3-versioning", urn: violation.urn, finding: findingHash("has no versions") };

    it("are given to the pack by their whole path, from the file's folder or the command's", async () => {
      const baseline = write("baseline.json", formatBaseline([entry], new Date("2026-11-22")));
      const hosts = new FakeHosts();
      await preview(hosts, "--baseline", baseline);
      assert.deepEqual(hosts.packConfig, { "hipaa-settings": { baseline } });
      const path = write("config.json", { "hipaa-settings": { baseline: "baseline.json", citations: "peers" } });
      await preview(hosts, "--pack-config", path);
      assert.deepEqual(hosts.packConfig, { "hipaa-settings": { baseline, citations: "peers" } });
    });

    it("are refused when they are none, and with --write-baseline", async () => {
      await refused(
        /none\.json: there is no such file; write one with --write-baseline/,
        "--baseline",
        join(folder, "none.json"),
      );
      await refused(/this is no baseline: its version is not 1/, "--baseline", write("b.json", "{}"));
      await refused(/do not go together/, "--baseline", "a", "--write-baseline", "b");
      const path = write("config.json", { "hipaa-settings": { baseline: "none.json" } });
      await refused(/hipaa-settings: baseline names a file that is not there/, "--pack-config", path);
    });

    it("of the profile of that name count from the folder in which the command runs, and are written there first", async () => {
      const ran = (hosts: FakeHosts, ...args: readonly string[]): Promise<Ran> =>
        runWith(hosts, ["preview", clinic, "--env", "dev", "--profile", "baseline", ...args], { directory: folder });
      const hosts = new FakeHosts();
      const path = join(folder, "policy-baseline.json");
      const missing = await ran(hosts);
      assert.equal(missing.code, 2);
      assert.ok(
        missing.error.includes(`${path}: there is no such file; write one with --write-baseline`),
        missing.error,
      );
      assert.deepEqual(hosts.asked, []);
      await ran(hosts, "--write-baseline", "policy-baseline.json");
      assert.deepEqual(hosts.packConfig?.["hipaa-settings"], { enforcementLevel: "mandatory", citations: "rule" });
      await ran(hosts);
      const settings = { enforcementLevel: "mandatory", citations: "rule", baseline: path };
      assert.deepEqual(hosts.packConfig?.["hipaa-settings"], settings);
      const other = write("other.json", readFileSync(path, "utf8"));
      await ran(hosts, "--baseline", other);
      assert.deepEqual(hosts.packConfig?.["hipaa-settings"], { ...settings, baseline: other });
    });

    it("are written of violations alone, but for rules that hide nothing and the pack's own", async () => {
      const hosts = new FakeHosts(() => [
        { rule: "s3-versioning", message: "has no versions; its exemption expired on 2026-01-01" },
        { rule: "s3-versioning", outcome: "undecided" },
        { rule: "lambda-no-secrets-in-env" },
        { rule: "s3-no-public-acl" },
        { rule: "s3-no-public-acl", urn: `${violation.urn}-site`, message: "is open" },
        { rule: "hipaa-stale-exemptions" },
      ]);
      hosts.declassified = [{ urn: `${violation.urn}-site`, by: "tag", resources: 1 }];
      const path = join(folder, "out", "baseline.json");
      const config = write("config.json", { "hipaa-settings": { baseline: "none.json", citations: "peers" } });
      const written = await preview(hosts, "--write-baseline", path, "--pack-config", config);
      assert.equal(written.code, 1, written.error);
      assert.deepEqual(hosts.packConfig, { "hipaa-settings": { citations: "peers" } });
      assert.ok(written.out.includes(`Baseline: ${path}\n`));
      const text = readFileSync(path, "utf8");
      assert.ok(!text.includes("has no versions"));
      assert.deepEqual(parseBaseline(text), {
        baseline: {
          version: 1,
          written: "2026-11-22",
          findings: [
            { rule: "s3-no-public-acl", urn: `${violation.urn}-site`, finding: findingHash("is open") },
            entry,
          ],
        },
      });
    });
  });
});
