import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defaultPack } from "../workspace";
import { FakeHosts, fixturePack, runWith, type Ran } from "../testing/fakes";

const terms = {
  resource: "*::aws:rds/instance:Instance::legacy",
  reason: "The vendor reaches it from outside until the move",
  owner: "data-platform",
  ticket: "SEC-41",
  expires: "2027-03-31",
  compensatingControl: "A firewall lets the vendor's network in, and no other",
};

describe("check-config", () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "check-config-"))));
  afterEach(() => rmSync(folder, { recursive: true }));

  const write = (name: string, text: string): string => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  const json = (config: object): string => write("config.json", JSON.stringify(config, undefined, 2));
  const check = (...files: readonly string[]): Promise<Ran> => runWith(new FakeHosts(), ["check-config", ...files]);

  /** The faults, each by its place and what it says, without the file's name. */
  async function faults(config: object, hosts = new FakeHosts()): Promise<string[]> {
    const path = json(config);
    const { code, out, error } = await runWith(hosts, ["check-config", path, "--pack", defaultPack]);
    assert.equal(code, 2, error);
    assert.equal(out, "");
    return error
      .trimEnd()
      .split("\n")
      .map((line) => {
        assert.ok(line.startsWith(`hipaa: ${path}:`), line);
        return line.slice(`hipaa: ${path}:`.length);
      });
  }

  it("says what a file configures that is right", async () => {
    const notPhi = { resource: "*::site-pages", reason: "Pages of the public web site", owner: "web", ticket: "WEB-7" };
    const path = json({
      "rds-not-public": { exemptions: [terms] },
      "rds-cmk": "mandatory",
      "hipaa-settings": { phiScope: { notPhi: [notPhi] }, citations: "peers" },
    });
    const { code, out, error } = await check(path);
    assert.equal(code, 0, error);
    assert.equal(
      out,
      `${path}: ok for fake-pack 9.9.9; rules configured: 2; exemptions: 1, the next ends 2027-03-31; resources declared to hold no PHI: 1; citations: peers\n`,
    );
  });

  it("puts what the pack's declarations find at its place in the file", async () => {
    const hosts = new FakeHosts();
    hosts.configFaults = [
      { path: ["rds-cmk", "colour"], text: "rds-cmk has no option colour" },
      { path: ["rds-cmkk"], text: 'the pack has no policy "rds-cmkk"; did you mean "rds-cmk"?' },
      { path: ["rds-cmk", "exemptions", 0], text: "rds-cmk.exemptions[0].owner is required" },
    ];
    const config = { "rds-cmkk": "mandatory", "rds-cmk": { colour: 1, exemptions: [] } };
    assert.deepEqual(await faults(config, hosts), [
      '2:3: the pack has no policy "rds-cmkk"; did you mean "rds-cmk"?',
      "4:5: rds-cmk has no option colour",
      "5:5: rds-cmk.exemptions[0].owner is required",
    ]);
  });

  it("judges exemptions as the pack does, with every fault of each", async () => {
    const bad = { ...terms, resource: "*", reason: "because", compensatingControl: undefined, expires: "2026-01-31" };
    assert.deepEqual(await faults({ "rds-not-public": { exemptions: [terms, bad] } }), [
      "12:7: the exemption from rds-not-public states no compensatingControl of at least 20 characters, by which what the rule serves, and what is required, is met otherwise",
      "13:9: the exemption from rds-not-public is refused, because its resource pattern matches too much: it has fewer than 8 characters beside wildcards",
      "14:9: the exemption from rds-not-public gives no reason of at least 20 characters",
      "17:9: the exemption from rds-not-public expired on 2026-01-31",
    ]);
  });

  it("tells rules that take no exemptions, and specifications that are addressable", async () => {
    const { compensatingControl: _, ...documented } = terms;
    const config = {
      "lambda-no-secrets-in-env": { exemptions: [terms] },
      "rds-storage-encrypted": { exemptions: [documented] },
    };
    const [only, ...more] = await faults(config);
    assert.match(only ?? "", /^3:5: lambda-no-secrets-in-env takes no exemptions: a credential/);
    assert.deepEqual(more, []);
    const path = json({ "rds-storage-encrypted": { exemptions: [documented] } });
    const strict = await runWith(new FakeHosts(), ["check-config", path, "--profile", "nprm-2025"]);
    assert.match(strict.error, /:4:7: the exemption from rds-storage-encrypted states no compensatingControl/);
  });

  it("judges the pack-wide settings, and refuses to switch a report off", async () => {
    const phiScope = { notPhi: [{ ...terms, owner: "", expires: undefined, compensatingControl: undefined }] };
    const config = { "hipaa-settings": { baseline: "none.json", phiScope }, "hipaa-exempted-findings": "disabled" };
    const found = await faults(config);
    assert.equal(found.length, 3);
    assert.match(found[0] ?? "", /^3:5: hipaa-settings: baseline names a file that is not there: \S+none\.json$/);
    assert.match(found[1] ?? "", /^9:11: hipaa-settings: phiScope\.notPhi\[0\]\.owner names no owner$/);
    assert.match(found[2] ?? "", /^15:3: hipaa-exempted-findings reports what is configured; while it is off/);
  });

  it("reads YAML too, and leaves what our pack means alone for a pack of somebody else", async () => {
    const yaml = write("config.yaml", "rds-not-public:\n  exemptions:\n    - resource: '*'\n");
    const own = await check(yaml);
    assert.equal(own.code, 2);
    assert.match(own.error, /config\.yaml:3:7: the exemption from rds-not-public/);
    const other = await runWith(new FakeHosts(), ["check-config", yaml, "--pack", fixturePack]);
    assert.equal(other.code, 0, other.error);
  });

  it("tells of every file, in a line each, what cannot be read of it, and prints nothing else", async () => {
    const good = json({});
    const broken = write("broken.json", '{ "rds-cmk": ');
    const twice = write("twice.json", '{ "rds-cmk": "mandatory",\n  "rds-cmk": "disabled" }');
    const list = write("list.json", "[]");
    const { code, out, error } = await check(good, join(folder, "none.json"), broken, twice, list);
    assert.equal(code, 2);
    assert.equal(out, "");
    const lines = error.trimEnd().split("\n");
    assert.equal(lines.length, 4);
    assert.match(lines[0] ?? "", /none\.json: there is no such file/);
    assert.match(lines[1] ?? "", /broken\.json:1:\d+: this is neither JSON nor YAML/);
    assert.match(lines[2] ?? "", /twice\.json:2:3: .*Map keys must be unique/);
    assert.match(lines[3] ?? "", /list\.json: the configuration of a pack is an object/);
  });
});
