import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const root = join(__dirname, "..", "..");
const cli = join(dirname(require.resolve("@hipaa-aws/cli/package.json")), "dist", "main.js");
const foreign = join(root, "tests", "fixtures", "foreign", "vpc-and-database.json");

interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
}

function hipaa(...args: readonly string[]): Run {
  const run = spawnSync(process.execPath, [cli, ...args], {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1" },
  });
  return { code: run.status, out: run.stdout, error: run.stderr.trim() };
}

describe("bad input on the command line", function () {
  this.timeout(120_000);
  let folder = "";
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "hipaa-input-"))));
  afterEach(() => rmSync(folder, { recursive: true }));

  /** Refused: exit code 2, one line that says what and how to mend it, and nothing written. */
  function assertRefused(run: Run, ...expected: readonly RegExp[]): void {
    assert.equal(run.code, 2, run.error || run.out);
    assert.equal(run.out, "");
    assert.equal(run.error.split("\n").length, 1, run.error);
    for (const pattern of expected) assert.match(run.error, pattern);
    assert.ok(!existsSync(join(folder, "report")) && !existsSync(join(folder, "graph.json")), "something was written");
  }

  const outputs = () => ["--html", join(folder, "report"), "--export", join(folder, "graph.json")];

  it("names the environments there are for one that is not", () => {
    assertRefused(
      hipaa("preview", "--env", "produktion", ...outputs()),
      /produktion/,
      /dev.*prod.*staging|dev.*staging.*prod/,
    );
  });

  const configs: readonly (readonly [string, string, RegExp])[] = [
    ["a missing key", "workload:hostedZoneId=", /workload:hostedZoneId is missing/],
    [
      "a key of the wrong type",
      "workload:availabilityZones=many",
      /workload:availabilityZones is "many".*whole number from 2 to 3/,
    ],
    ["text that is no CIDR", "workload:cidrBlock=ten.ten", /workload:cidrBlock is "ten\.ten".*IPv4 CIDR/],
    ["a CIDR that is too small", "workload:cidrBlock=10.10.0.0/24", /cidrBlock.*\/24.*\/16/],
    ["a public CIDR", "workload:cidrBlock=8.8.0.0/16", /cidrBlock.*(private|RFC 1918)/],
    ["a key that nothing reads", "workload:storageEncrypted=false", /workload:storageEncrypted is read by nothing/],
  ];
  for (const [title, setting, message] of configs) {
    it(`says what is wrong with ${title}`, () => {
      assertRefused(hipaa("preview", "--env", "dev", "--config", setting, ...outputs()), message);
    });
  }

  it("says where a state file is cut off, and that a file is no JSON or not there", () => {
    const cut = join(folder, "cut.json");
    const text = readFileSync(foreign, "utf8");
    writeFileSync(cut, text.slice(0, text.length / 2));
    assertRefused(hipaa("scan", cut), /cut\.json/, /(cut off|ends|line \d+)/);
    const yaml = join(folder, "state.json");
    writeFileSync(yaml, "resources: []\n");
    assertRefused(hipaa("scan", yaml), /state\.json/, /JSON/);
    assertRefused(hipaa("scan", join(folder, "none.json")), /none\.json/);
  });

  it("says that a pack does not compile, and where", () => {
    const pack = join(folder, "pack");
    mkdirSync(pack);
    writeFileSync(join(pack, "PulumiPolicy.yaml"), "runtime: nodejs\n");
    writeFileSync(join(pack, "package.json"), '{ "name": "broken", "version": "1.0.0", "main": "index.js" }\n');
    writeFileSync(join(pack, "index.js"), "const policies = [;\n");
    assertRefused(hipaa("scan", foreign, "--pack", pack), /pack/, /SyntaxError|Unexpected token/);
    assert.deepEqual(readdirSync(folder), ["pack"]);
  });

  it("refuses a rule that the pack does not have, with the nearest name", () => {
    const config = join(folder, "config.json");
    writeFileSync(config, '{ "rds-not-publik": "disabled" }');
    assertRefused(hipaa("scan", foreign, "--pack-config", config), /rds-not-publik/, /rds-not-public/);
  });

  const terms = {
    resource: "*::aws:rds/instance:Instance::patients",
    reason: "The vendor reaches it from outside until the move",
    owner: "data-platform",
    ticket: "SEC-41",
    compensatingControl: "A firewall lets the vendor's network in, and no other",
  };
  const exempting = (exemption: object): string => {
    const config = join(folder, "config.json");
    writeFileSync(config, JSON.stringify({ "rds-not-public": { exemptions: [exemption] } }));
    return config;
  };
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

  it("says of an expired exemption when it expired, and counts the violation again", () => {
    const run = hipaa("scan", foreign, "--pack-config", exempting({ ...terms, expires: inDays(-2) }), "--json");
    assert.equal(run.code, 1, run.error);
    const { findings } = JSON.parse(run.out) as { findings: { rule: string; outcome: string; message: string }[] };
    const finding = findings.find(({ rule }) => rule === "rds-not-public");
    assert.equal(finding?.outcome, "violation");
    assert.match(finding.message, new RegExp(`its exemption expired on ${inDays(-2)}`));
  });

  it("shows an exemption that holds, with its terms", () => {
    const run = hipaa("scan", foreign, "--pack-config", exempting({ ...terms, expires: inDays(30) }), "--json");
    const { findings } = JSON.parse(run.out) as {
      findings: { rule: string; outcome: string; exemption?: { ticket: string; obligation: string } }[];
    };
    const finding = findings.find(({ rule }) => rule === "rds-not-public");
    assert.equal(finding?.outcome, "exempted");
    assert.equal(finding.exemption?.ticket, "SEC-41");
    assert.equal(finding.exemption?.obligation, "required");
  });

  it("refuses an exemption without an owner", () => {
    const { owner: _, ...rest } = terms;
    assertRefused(hipaa("scan", foreign, "--pack-config", exempting({ ...rest, expires: inDays(30) })), /owner/);
  });

  it("checks a file of configuration as the pack would, with the place of each fault", () => {
    const config = join(folder, "config.json");
    const text = `{
  "rds-not-publik": "mandatory",
  "rds-cmk": { "enforcementLevel": "soft", "colour": "red" },
  "rds-not-public": { "exemptions": [{ "resource": "*", "expires": "soon" }] },
  "hipaa-settings": { "citation": "peers" }
}
`;
    writeFileSync(config, text);
    const run = hipaa("check-config", config);
    assert.equal(run.code, 2);
    assert.equal(run.out, "");
    const said = run.error.split("\n").map((line) => line.replace(`hipaa: ${config}:`, ""));
    for (const expected of [
      /^2:3: the pack has no policy "rds-not-publik"; did you mean "rds-not-public"\?$/,
      /^3:16: rds-cmk: enforcementLevel must be one of advisory, mandatory, remediate, disabled$/,
      /^4:38: the exemption from rds-not-public .*/,
      /^4:38: .* names no owner$/,
      /^4:57: .* no end date of the form YYYY-MM-DD in expires$/,
      /^5:23: hipaa-settings has no option citation; did you mean citations\?$/,
    ]) {
      assert.ok(
        said.some((line) => expected.test(line)),
        `${String(expected)} in\n${run.error}`,
      );
    }
    writeFileSync(config, "{}");
    assert.equal(hipaa("check-config", config).code, 0);
    for (const profile of ["default", "strict", "peer-compat", "nprm-2025"]) {
      const ok = hipaa("check-config", join(root, "policy-pack", "profiles", `${profile}.json`));
      assert.equal(ok.code, 0, ok.error);
    }
  });

  it("explains no rule that is not there, and names the nearest", () => {
    assertRefused(hipaa("explain", "rds-storage-encripted"), /rds-storage-encrypted/);
  });
});
