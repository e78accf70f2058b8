import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { requirements } from "@hipaa-aws/controls";
import type { Finding, FindingExemption, Verdicts } from "@hipaa-aws/evidence";
import { writeStackExport } from "@hipaa-aws/stack-state";
import type { Log, Result, Run } from "sarif";
import { bucket, clinic, FakeHosts, runWith, violation } from "../../testing/fakes";
import { sarifFaults } from "../../testing/sarif-schema";
import { sarifLog } from "./log";

const exemption: FindingExemption = {
  reason: "the vendor moves in spring",
  owner: "data",
  ticket: "SEC-1",
  expires: "2027-01-31",
  obligation: "required",
  compensatingControl: "the bucket is read by one role only",
};
const findings: readonly Finding[] = [
  violation,
  { ...violation, rule: "rds-cmk", level: "advisory", message: "no key" },
  { ...violation, rule: "rds-multi-az", outcome: "undecided", message: "known only on update: multiAz" },
  { ...violation, rule: "s3-versioning", outcome: "exempted", message: "not versioned", exemption },
  { ...violation, rule: "acme-rule", citations: ["ISO 27001 A.8"], mend: "", message: "of another pack" },
];

function log(given: Partial<Verdicts> = {}, source?: string): Log {
  const state = { project: "clinic", stack: "dev", resources: [bucket("dev")] };
  const verdicts: Verdicts = {
    pack: { name: "fake-pack", version: "9.9.9" },
    rules: [{ rule: "s3-public-access-block", level: "mandatory", url: "https://example.org/s3.md" }],
    findings,
    declassified: [],
    remediated: [],
    passed: [],
    notApplicable: 0,
    ...given,
  };
  const environment = { name: "dev", judged: { host: "sandbox" as const, state, verdicts } };
  return sarifLog([source === undefined ? environment : { ...environment, source }], {
    directory: "/home/clinic",
    isNewOnly: false,
  });
}

function runOf({ runs }: Log): Run {
  const [run] = runs;
  assert.ok(run);
  return run;
}

function resultOf(of: Log, rule: string): Result {
  const found = runOf(of).results?.find(({ ruleId }) => ruleId === rule);
  assert.ok(found, rule);
  return found;
}

/** What the OASIS schema says beside the types, and what readers rely on. */
function assertSound(given: Log): void {
  assert.deepEqual(sarifFaults(given), []);
  for (const { tool, results = [], taxonomies = [] } of given.runs) {
    const { rules = [] } = tool.driver;
    assert.equal(new Set(rules.map(({ id }) => id)).size, rules.length, "a rule stands twice");
    for (const { ruleId, ruleIndex, kind, level, locations = [], partialFingerprints } of results) {
      assert.equal(rules[ruleIndex ?? -1]?.id, ruleId);
      assert.equal(kind === "fail", level !== "none", "only a failure has a level (3.27.10)");
      assert.equal(locations.length, 1);
      assert.match(partialFingerprints?.["hipaaFinding/v1"] ?? "", /^[0-9a-f]{32}$/);
      for (const { physicalLocation } of locations) assert.ok((physicalLocation?.region?.startLine ?? 1) >= 1);
    }
    for (const { helpUri, relationships = [], properties, fullDescription, help } of rules) {
      if (helpUri !== undefined) assert.ok(URL.canParse(helpUri));
      assert.notEqual(fullDescription?.text, "");
      assert.notEqual(help?.text, "");
      assert.equal(new Set(properties?.tags).size, properties?.tags?.length, "a tag stands twice");
      for (const { target } of relationships) {
        const taxonomy = taxonomies.find(({ name }) => name === target.toolComponent?.name);
        assert.ok(taxonomy?.taxa?.some(({ id }) => id === target.id));
      }
    }
  }
}

describe("SARIF", () => {
  it("is sound for findings of every outcome, and says what each is", () => {
    const made = log();
    assertSound(made);
    const levels = (runOf(made).results ?? []).map(({ ruleId, kind, level }) => [ruleId, kind, level]);
    assert.deepEqual(levels, [
      ["acme-rule", "fail", "error"],
      ["rds-cmk", "fail", "warning"],
      ["rds-multi-az", "open", "none"],
      ["s3-public-access-block", "fail", "error"],
      ["s3-versioning", "fail", "error"],
    ]);
  });

  it("is sound for every rule of the catalogue, and gives each its severity, citations and help", () => {
    const rules = [...requirements().values()].filter(({ kind }) => kind.endsWith("-policy"));
    const made = log({
      rules: rules.map(({ id }) => ({ rule: id, level: "mandatory", url: `https://example.org/${id}.md` })),
      findings: rules.map(({ id, hipaa, mend }) => ({ ...violation, rule: id, citations: hipaa, mend })),
    });
    assertSound(made);
    const descriptors = new Map(runOf(made).tool.driver.rules?.map((rule) => [rule.id, rule]));
    for (const { id, what, hipaa, mend } of rules) {
      const descriptor = descriptors.get(id);
      assert.deepEqual(descriptor?.properties?.["citations"], hipaa);
      assert.match(String(descriptor?.properties?.["security-severity"]), /^\d+\.\d$/);
      assert.equal(descriptor?.fullDescription?.text, what);
      assert.equal(descriptor?.helpUri, `https://example.org/${id}.md`);
      for (const part of [mend, what, ...hipaa]) {
        assert.ok(descriptor?.help?.text.includes(part), id);
        assert.ok(descriptor?.help?.markdown?.includes(part), id);
      }
    }
  });

  it("says of an exempted violation by whose word it is accepted", () => {
    const { suppressions = [] } = resultOf(log(), "s3-versioning");
    assert.deepEqual(
      suppressions.map(({ kind, status }) => [kind, status]),
      [["external", "accepted"]],
    );
    const [{ justification = "" } = {}] = suppressions;
    for (const part of ["the vendor moves in spring", "one role only", "data", "SEC-1", "2027-01-31"]) {
      assert.ok(justification.includes(part), justification);
    }
    assert.equal(resultOf(log(), "rds-cmk").suppressions, undefined);
  });

  it("names the resource by name, type and URN", () => {
    const [location] = resultOf(log(), "rds-cmk").locations ?? [];
    assert.deepEqual(location?.logicalLocations, [
      {
        name: "documents",
        fullyQualifiedName: violation.urn,
        kind: "resource",
        properties: { type: "aws:s3/bucket:Bucket" },
      },
    ]);
    assert.equal(location?.physicalLocation, undefined);
  });

  it("gives paths relative to the folder, and files elsewhere by their address", () => {
    const uriOf = (source: string) =>
      resultOf(log({}, source), "rds-cmk").locations?.[0]?.physicalLocation?.artifactLocation;
    assert.deepEqual(uriOf("/home/clinic/a folder/Pulumi.yaml"), {
      uri: "a%20folder/Pulumi.yaml",
      uriBaseId: "SRCROOT",
    });
    assert.deepEqual(uriOf("/home/other/Pulumi.yaml"), { uri: "file:///home/other/Pulumi.yaml" });
  });

  it("knows a finding again: by rule, resource and fault, whatever else there is", () => {
    const print = (of: Log, rule: string) => resultOf(of, rule).partialFingerprints?.["hipaaFinding/v1"];
    const alone = (finding: Partial<Finding>) => log({ findings: [{ ...violation, ...finding }] });
    const first = print(log(), violation.rule);
    assert.equal(print(alone({}), violation.rule), first);
    assert.equal(print(alone({ level: "advisory", mend: "x" }), violation.rule), first);
    assert.notEqual(print(alone({ message: "another fault" }), violation.rule), first);
    assert.notEqual(print(alone({ urn: `${violation.urn}2` }), violation.rule), first);
    const open = { outcome: "undecided" as const };
    assert.equal(
      print(alone({ ...open, message: "known only on update: a" }), violation.rule),
      print(alone({ ...open, message: "known only on update: b" }), violation.rule),
    );
  });

  it("has each paragraph with how it binds, and none that no rule cites", () => {
    const [taxonomy] = runOf(log()).taxonomies ?? [];
    const taxa = taxonomy?.taxa?.map(({ id, properties }) => ({ id, obligation: String(properties?.["obligation"]) }));
    assert.ok(taxa?.some(({ id, obligation }) => id === "164.312(a)(2)(iv)" && obligation === "addressable"));
    assert.ok((taxa?.length ?? 0) < 20);
  });

  describe("on the command line", () => {
    let folder: string;
    beforeEach(() => {
      folder = mkdtempSync(join(tmpdir(), "sarif-"));
    });
    afterEach(() => rmSync(folder, { recursive: true, force: true }));
    const read = (file: string) => JSON.parse(readFileSync(join(folder, file), "utf8")) as Log;

    it("is written by preview, a run for each environment, at the project file", async () => {
      const file = join(folder, "out", "findings.sarif");
      const hosts = new FakeHosts(() => [{}]);
      const { code, out } = await runWith(hosts, ["preview", clinic, "--env", "dev", "prod", "--sarif", file]);
      assert.equal(code, 1);
      assert.ok(out.includes(`SARIF: ${file}\n`));
      const made = read("out/findings.sarif");
      assertSound(made);
      assert.deepEqual(
        made.runs.map(({ automationDetails }) => automationDetails?.id),
        ["hipaa/sandbox/clinic/dev/", "hipaa/sandbox/clinic/prod/"],
      );
      const place = runOf(made).results?.[0]?.locations?.[0]?.physicalLocation;
      assert.deepEqual(place?.artifactLocation, { uri: "clinic/Pulumi.yaml", uriBaseId: "SRCROOT" });
    });

    it("is the same when nothing changed, whenever it is made", async () => {
      const args = (file: string) => ["preview", clinic, "--env", "dev", "--sarif", join(folder, file)];
      const hosts = new FakeHosts(() => [{}]);
      await runWith(hosts, args("a.sarif"), { now: () => new Date("2026-01-01T00:00:00Z") });
      await runWith(hosts, args("b.sarif"));
      assert.deepEqual(read("a.sarif"), read("b.sarif"));
    });

    it("is written by scan, at the line of each resource in the export", async () => {
      const source = join(folder, "dev.json");
      writeFileSync(source, writeStackExport({ project: "clinic", stack: "dev", resources: [bucket("dev")] }));
      const file = join(folder, "scan.sarif");
      await runWith(new FakeHosts(() => [{}]), ["scan", source, "--sarif", file], { directory: folder });
      const place = runOf(read("scan.sarif")).results?.[0]?.locations?.[0]?.physicalLocation;
      assert.deepEqual(place?.artifactLocation, { uri: "dev.json", uriBaseId: "SRCROOT" });
      const line = readFileSync(source, "utf8").split("\n")[(place?.region?.startLine ?? 0) - 1] ?? "";
      assert.ok(line.includes(bucket("dev").urn), line);
    });

    it("calls violations new where a baseline leaves out what it knows", async () => {
      const baseline = join(folder, "baseline.json");
      writeFileSync(baseline, `{ "version": 1, "written": "2026-01-01", "findings": [] }`);
      const file = join(folder, "new.sarif");
      const hosts = new FakeHosts(() => [{}, { rule: "rds-cmk", outcome: "undecided" }]);
      await runWith(hosts, ["preview", clinic, "--env", "dev", "--baseline", baseline, "--sarif", file]);
      const made = read("new.sarif");
      assertSound(made);
      assert.equal(resultOf(made, violation.rule).baselineState, "new");
      assert.equal(resultOf(made, "rds-cmk").baselineState, undefined);
    });
  });
});
