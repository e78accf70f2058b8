import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseStackExport } from "@hipaa-aws/stack-state";
import type { JsonResult } from "../output/result";
import { clinic, FakeHosts, fixturePack, runWith } from "../testing/fakes";

describe("preview", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "preview-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("starts one pack for all environments and runs them in the order asked", async () => {
    const hosts = new FakeHosts();
    const { code } = await runWith(hosts, ["preview", clinic, "--env", "prod,dev", "--pack", fixturePack]);
    assert.equal(code, 0);
    assert.deepEqual(hosts.asked, [`start ${fixturePack}`, "sandbox prod", "sandbox dev", "close"]);
  });

  it("judges every environment unless some are named", async () => {
    const hosts = new FakeHosts();
    for (const args of [[], ["--env", "all"]]) {
      await runWith(hosts, ["preview", clinic, ...args, "--config", "token=x"]);
    }
    assert.deepEqual(
      hosts.environments.map(({ stack }) => stack),
      ["dev", "prod", "sealed", "dev", "prod", "sealed"],
    );
  });

  it("runs on the engine when asked", async () => {
    const hosts = new FakeHosts();
    await runWith(hosts, ["preview", clinic, "--env", "dev", "--host", "engine", "--pack", fixturePack]);
    assert.deepEqual(hosts.asked, [`engine ${fixturePack}`, "engine dev"]);
  });

  it("exits with 1 for a mandatory violation in any environment, with 0 for all other findings", async () => {
    const args = ["preview", clinic, "--env", "dev", "prod"];
    assert.equal((await runWith(new FakeHosts((name) => (name === "prod" ? [{}] : [])), args)).code, 1);
    const milder = [
      { level: "advisory" as const },
      { outcome: "undecided" as const },
      { outcome: "exempted" as const },
    ];
    assert.equal((await runWith(new FakeHosts(() => milder), args)).code, 0);
  });

  it("prints one JSON object and nothing else", async () => {
    const hosts = new FakeHosts((name) => (name === "dev" ? [{}, { level: "advisory" }] : []));
    const { code, out, error } = await runWith(hosts, ["preview", clinic, "--env", "dev", "prod", "--json"]);
    const result = JSON.parse(out) as JsonResult;
    assert.equal(code, 1);
    assert.equal(error, "");
    assert.deepEqual(result.counts, {
      passed: 2,
      violations: { mandatory: 1, advisory: 1 },
      exempted: 0,
      undecided: 0,
      notApplicable: 6,
    });
    assert.deepEqual(
      result.environments.map(({ environment, host, resources }) => [environment, host, resources]),
      [
        ["dev", "sandbox", 1],
        ["prod", "sandbox", 1],
      ],
    );
    const [finding] = result.findings;
    assert.deepEqual(Object.keys(finding ?? {}).sort(), [
      "citations",
      "environment",
      "level",
      "mend",
      "message",
      "outcome",
      "rule",
      "severity",
      "urn",
    ]);
    assert.equal(finding?.environment, "dev");
  });

  it("prints findings by rule with citation, obligation, mend and one line per resource, then the counts", async () => {
    const other = "urn:pulumi:dev::clinic::a:b:Parent$aws:s3/bucket:Bucket::logs";
    const terms = { reason: "moves", owner: "platform", ticket: "SEC-1", expires: "2027-01-31" };
    const required = { ...terms, obligation: "required" as const, compensatingControl: "a second lock" };
    const hosts = new FakeHosts(() => [
      {},
      { urn: other },
      { rule: "kms-rotation", outcome: "exempted", exemption: required },
    ]);
    const { out } = await runWith(hosts, ["preview", clinic, "--env", "dev"], { columns: 400 });
    assert.match(
      out,
      /mandatory high {2}s3-public-access-block\n {4}45 CFR 164\.312\(a\)\(1\) Access control \(standard\)\n {4}Mend: Add a public access block\./,
    );
    assert.match(out, /\n {4}documents +aws:s3\/bucket:Bucket +the bucket can be public/);
    assert.match(out, /\n {4}logs +aws:s3\/bucket:Bucket +the bucket can be public/);
    assert.match(
      out,
      /the bucket can be public; required, until 2027-01-31, owner platform, ticket SEC-1: moves; met otherwise by: a second lock/,
    );
    assert.match(out, /│ dev +│ +2 │ +0 │ +1 │ +0 │ +1 │ +3 │/);
    assert.ok(!out.includes("\u001b"));
  });

  it("shows what other rule sets cite, and what counts as holding no PHI, with who says so", async () => {
    const hosts = new FakeHosts(() => [{ note: "cdk-nag: HIPAA.Security-S3" }]);
    const urn = "urn:pulumi:dev::clinic::aws:s3/bucket:Bucket::site";
    const terms = { reason: "Pages of the web site", owner: "web", ticket: "WEB-7" };
    hosts.declassified = [
      { urn, by: "setting", resources: 1, terms },
      { urn: "urn:pulumi:dev::clinic::pulumi:providers:aws::public", by: "provider tag", resources: 12 },
    ];
    const { out } = await runWith(hosts, ["preview", clinic, "--env", "dev"], { columns: 400 });
    assert.match(out, /\n {4}cdk-nag: HIPAA\.Security-S3\n {4}Mend:/);
    assert.match(out, /holds no PHI by what the stack says/);
    assert.match(out, /\n {4}site +aws:s3\/bucket:Bucket +setting, owner web, ticket WEB-7: Pages of the web site\n/);
    assert.match(out, /\n {4}public +pulumi:providers:aws +default tags of the provider, 12 resources\n/);
    const json = await runWith(hosts, ["preview", clinic, "--env", "dev", "--json"]);
    const { declassified } = JSON.parse(json.out) as { declassified: unknown[] };
    assert.deepEqual(declassified[0], { environment: "dev", urn, by: "setting", resources: 1, terms });
  });

  it("names undecided resources by rule, and lists them when asked", async () => {
    const hosts = new FakeHosts(() => [{ outcome: "undecided", message: "policy is not known" }]);
    const brief = await runWith(hosts, ["preview", clinic, "--env", "dev"]);
    assert.match(brief.out, /undecided until values are known on update[^\n]*\n {4}s3-public-access-block +documents/);
    assert.doesNotMatch(brief.out, /policy is not known/);
    assert.match((await runWith(hosts, ["preview", clinic, "--env", "dev", "--verbose"])).out, /policy is not known/);
  });

  it("prints what was remediated by path, and as JSON", async () => {
    const hosts = new FakeHosts();
    const urn = "urn:pulumi:dev::clinic::aws:kms/key:Key::documents";
    const inputs = [{ path: "enableKeyRotation", change: "changed" as const }];
    hosts.remediated = [{ rule: "kms-key-rotation-enabled", urn, applied: true, inputs }];
    const { code, out } = await runWith(hosts, ["preview", clinic, "--env", "dev"]);
    assert.equal(code, 0);
    assert.match(
      out,
      / {2}remediated {2}kms-key-rotation-enabled\n {4}documents +aws:kms\/key:Key +enableKeyRotation changed/,
    );
    const json = await runWith(hosts, ["preview", clinic, "--env", "dev", "--json"]);
    const { remediated } = JSON.parse(json.out) as { remediated: unknown[] };
    assert.deepEqual(remediated, [{ environment: "dev", ...hosts.remediated[0] }]);
    hosts.remediated = [{ rule: "kms-key-rotation-enabled", urn, applied: false, inputs: [] }];
    const asIs = await runWith(hosts, ["preview", clinic, "--env", "dev"]);
    assert.match(
      asIs.out,
      /would remediate {2}kms-key-rotation-enabled\n {4}documents +aws:kms\/key:Key +inside secrets/,
    );
  });

  it("keeps names from steering the terminal", async () => {
    const hosts = new FakeHosts(() => [{ urn: "urn:pulumi:dev::clinic::a:b:C::\u001b[2Jname", message: "a\u202eb" }]);
    const { out } = await runWith(hosts, ["preview", clinic, "--env", "dev"]);
    assert.match(out, /\?\[2Jname/);
    assert.match(out, /a\?b/);
  });

  it("writes the graph of each environment and the report, also with violations", async () => {
    const hosts = new FakeHosts(() => [{}]);
    const graph = join(folder, "out", "graph.json");
    const { code, out } = await runWith(hosts, [
      "preview",
      clinic,
      "--env",
      "dev",
      "prod",
      "--export",
      graph,
      "--html",
      join(folder, "report"),
    ]);
    assert.equal(code, 1);
    assert.deepEqual(readdirSync(join(folder, "out")).sort(), ["graph-dev.json", "graph-prod.json"]);
    const dev = join(folder, "out", "graph-dev.json");
    assert.equal(parseStackExport(readFileSync(dev, "utf8")).stack, "dev");
    if (process.platform !== "win32") assert.equal(statSync(dev).mode & 0o777, 0o600);
    assert.match(readFileSync(join(folder, "report", "index.html"), "utf8"), /HIPAA policy report: clinic/);
    assert.ok(out.includes(`Report: ${join(folder, "report", "index.html")}`));
  });

  it("writes the graph of a single environment under the name that was given", async () => {
    const graph = join(folder, "graph.json");
    await runWith(new FakeHosts(), ["preview", clinic, "--env", "dev", "--export", graph]);
    assert.ok(existsSync(graph));
  });

  it("writes nothing when an environment fails", async () => {
    const hosts = new FakeHosts((name) => {
      if (name === "prod") throw new Error("broken");
      return [];
    });
    const { code, out } = await runWith(hosts, [
      "preview",
      clinic,
      "--env",
      "dev",
      "prod",
      "--export",
      join(folder, "g.json"),
      "--html",
      folder,
    ]);
    assert.equal(code, 2);
    assert.equal(out, "");
    assert.deepEqual(readdirSync(folder), []);
  });

  it("writes nothing when one of the files cannot be written", async () => {
    const { code, out, error } = await runWith(new FakeHosts(), [
      "preview",
      clinic,
      "--env",
      "dev",
      "--export",
      join(folder, "g.json"),
      "--html",
      join(clinic, "program.js"),
    ]);
    assert.equal(code, 2);
    assert.equal(out, "");
    assert.match(error, /program\.js[^\n]*cannot be written \(a file stands where a folder is needed\)/);
    assert.deepEqual(readdirSync(folder), []);
  });
});
