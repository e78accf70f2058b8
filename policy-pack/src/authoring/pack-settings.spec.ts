import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { formatBaseline } from "@hipaa-aws/controls";
import * as fc from "fast-check";
import { defaultSettings, readSettings } from "./pack-settings";

const faults = (given: Record<string, unknown>): string[] =>
  readSettings(given).faults.map(({ path, problem }) => `${path.join(".")} ${problem}`);

const notPhi = { resource: "*::site-pages", reason: "Pages of the public web site", owner: "web", ticket: "WEB-7" };

describe("pack-wide settings", () => {
  let folder = "";
  before(() => (folder = mkdtempSync(join(tmpdir(), "hipaa-settings-"))));
  after(() => rmSync(folder, { recursive: true }));

  it("are the strict ones where nothing is said", () => {
    assert.deepEqual(readSettings({}), { settings: defaultSettings, faults: [] });
  });

  it("are read", () => {
    const phiScope = { phi: ["*::patients"], notPhi: [notPhi] };
    const { settings } = readSettings({ citations: "peers", phiScope });
    assert.deepEqual(settings, { citations: "peers", phiScope });
  });

  it("say what is wrong, and where, and have no effect there", () => {
    const given = {
      citations: "old",
      phiScope: { phi: [3], notPhi: [{ ...notPhi, resource: "*", owner: "" }, notPhi] },
    };
    const { settings } = readSettings(given);
    assert.deepEqual(settings, { citations: "rule", phiScope: { phi: [], notPhi: [notPhi] } });
    assert.deepEqual(faults(given), [
      "citations is none of rule, peers, nprm-2025",
      "phiScope.phi.0 is no URN pattern",
      "phiScope.notPhi.0.resource matches too much: it has fewer than 8 characters beside wildcards",
      "phiScope.notPhi.0.owner names no owner",
    ]);
    assert.deepEqual(faults({ phiScope: [] }), ["phiScope is no object"]);
    assert.deepEqual(faults({ phiScope: { phi: "x" } }), ["phiScope.phi is no list"]);
  });

  it("read the baseline that they name", () => {
    const entry = { rule: "rds-cmk", urn: "urn:pulumi:a::b::c::d", finding: "0123456789abcdef" };
    const path = join(folder, "baseline.json");
    writeFileSync(path, formatBaseline([entry], new Date("2026-11-22")));
    assert.deepEqual(readSettings({ baseline: path }).settings.baseline?.findings, [entry]);
  });

  const broken: readonly (readonly [string, string | undefined, RegExp])[] = [
    ["is not there", undefined, /names a file that is not there: \S+\.json$/],
    ["is no JSON", "{", /it is no JSON/],
    ["is a list", "[]", /it is no object/],
    ["has another version", '{ "version": 2 }', /its version is not 1/],
    ["has no date", '{ "version": 1, "findings": [] }', /written is no date/],
    ["has no findings", '{ "version": 1, "written": "2026-11-22" }', /findings is no list/],
    [
      "has an entry without a rule",
      '{ "version": 1, "written": "2026-11-22", "findings": [{}] }',
      /findings\[0\]\.rule/,
    ],
  ];
  for (const [title, text, message] of broken) {
    it(`refuse a baseline that ${title}, and apply none`, () => {
      const path = join(folder, `${title.replaceAll(" ", "-")}.json`);
      if (text !== undefined) writeFileSync(path, text);
      const read = readSettings({ baseline: path });
      assert.equal(read.settings.baseline, undefined);
      assert.match(read.faults[0]?.problem ?? "", message);
    });
  }

  it("never throw, whatever is given", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom("citations", "phiScope", "phi", "other"), fc.jsonValue()), (given) => {
        readSettings(given);
      }),
    );
  });
});
