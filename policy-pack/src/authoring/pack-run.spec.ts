import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  findingHash,
  formatBaseline,
  parseDeclassified,
  parseExempted,
  parseViolation,
  type BaselineEntry,
} from "@hipaa-aws/controls";
import fc from "fast-check";
import { CompileContext } from "./compile";
import { mustBeTrue, mustNotBeTrue } from "./conditions";
import { resourceRule, stackRule, type Rule } from "./rule";
import { resource, unknown, type CaseResource } from "../testing/cases";
import { runPack, type PackRun, type Said } from "../testing/run-pack";

const bucketType = "aws:s3/bucket:Bucket";
const instanceType = "aws:rds/instance:Instance";

/** Required, since it serves a standard. */
const notPublic = resourceRule("rds-not-public", { check: mustNotBeTrue("publiclyAccessible", "is public") });
/** Addressable alone. */
const encrypted = resourceRule("rds-storage-encrypted", { check: mustBeTrue("storageEncrypted", "is not encrypted") });
/** Takes no exemptions for what may hold PHI. */
const noPublicAcl = resourceRule("s3-no-public-acl", {
  types: [bucketType],
  check: mustNotBeTrue("open", "is open"),
});
const versioned = stackRule("s3-versioning", {
  types: [bucketType],
  check: (stack, graph) => {
    for (const bucket of graph.ofType(bucketType))
      stack.expect(bucket, bucket.get("versioned").isTrue(), "has no versions");
  },
});
const rules: readonly Rule[] = [notPublic, encrypted, noPublicAcl, versioned];

const terms = {
  reason: "Vendor migration ends in spring",
  owner: "data-platform",
  ticket: "SEC-41",
  expires: "2027-03-31",
  compensatingControl: "The vendor signs in by VPN and certificate",
};
const database = (name: string, properties: object = { publiclyAccessible: true }): CaseResource =>
  resource(instanceType, { storageEncrypted: true, ...properties }, { name });
const bucket = (name: string, properties: object = {}): CaseResource =>
  resource(bucketType, { versioned: true, ...properties }, { name });
const urnOf = (type: string, name: string): string => `urn:pulumi:test::case::${type}::${name}`;

const by = (said: readonly Said[], policy: string): string[] =>
  said.filter((one) => one.policy === policy).map(({ message }) => parseViolation(message).fault);
const run = (options: Omit<PackRun, "rules">) => runPack({ rules, ...options }).said;
const exempting = (rule: string, ...exemptions: object[]) => ({ [rule]: { exemptions } });

describe("exemptions of a whole pack", () => {
  it("are on record with what was accepted, and by what it is met otherwise", () => {
    const config = exempting("rds-not-public", { ...terms, resource: "*::legacy-database" });
    const said = run({ resources: [database("legacy-database")], config });
    const [exempted] = said.filter(({ policy }) => policy === "hipaa-exempted-findings");
    assert.deepEqual(parseExempted(exempted?.message ?? ""), {
      rule: "rds-not-public",
      terms,
      obligation: "required",
      fault: "is public",
    });
    assert.deepEqual(said.length, 1);
  });

  it("tell addressable specifications from required ones", () => {
    const { compensatingControl: _, ...documented } = terms;
    const config = exempting("rds-storage-encrypted", { ...documented, resource: "*::legacy-database" });
    const [said] = run({ resources: [database("legacy-database", { storageEncrypted: false })], config });
    assert.equal(parseExempted(said?.message ?? "")?.obligation, "addressable");
    assert.match(said?.message ?? "", /Addressable, equivalent alternative measure: none stated/);
  });

  it("are all required under the proposed rule", () => {
    const { compensatingControl: _, ...documented } = terms;
    const config = {
      ...exempting("rds-storage-encrypted", { ...documented, resource: "*::legacy-database" }),
      "hipaa-settings": { citations: "nprm-2025" },
    };
    const said = run({ resources: [database("legacy-database", { storageEncrypted: false })], config });
    assert.match(by(said, "rds-storage-encrypted")[0] ?? "", /its exemption states no compensatingControl/);
    assert.match(by(said, "hipaa-exemptions")[0] ?? "", /rds-storage-encrypted states no compensatingControl/);
  });

  it("are violations of their own when they match too much", () => {
    const config = exempting("rds-not-public", { ...terms, resource: "*::database-*" });
    const many = Array.from({ length: 11 }, (_, index) => database(`database-${index}`));
    const resources = [...many, bucket("uploads")];
    assert.deepEqual(by(run({ resources, config }), "hipaa-exemptions"), [
      "the exemption of *::database-* from rds-not-public matches 11 resources, and 10 are the most: name the resources that it is for",
    ]);
    assert.deepEqual(by(run({ resources: many.slice(0, 3), config }), "hipaa-exemptions"), [
      "the exemption of *::database-* from rds-not-public matches all 3 resources of the stack: name the resources that it is for",
    ]);
    assert.deepEqual(by(run({ resources: [...many.slice(0, 3), bucket("uploads")], config }), "hipaa-exemptions"), []);
  });

  it("exempt nothing and are violations of their own when a field holds what it must not", () => {
    const fields = Object.keys({ resource: "", ...terms });
    const wrong = fc.jsonValue().filter((value) => typeof value !== "string" || value.trim().length < 2);
    fc.assert(
      fc.property(fc.constantFrom(...fields), wrong, (field, value) => {
        const exemption = { ...terms, resource: "*::legacy-database", [field]: value };
        const said = run({ resources: [database("legacy-database")], config: exempting("rds-not-public", exemption) });
        assert.equal(by(said, "hipaa-exemptions").length, 1, `${field} holds ${JSON.stringify(value)}`);
        assert.equal(by(said, "rds-not-public").length, 1);
      }),
    );
  });

  it("are violations of their own when nothing is to be exempted from the rule", () => {
    const config = exempting("ssm-secure-parameters", { ...terms, resource: "*::legacy-database" });
    const secure = resourceRule("ssm-secure-parameters", { types: [instanceType], check: () => undefined });
    const { said } = runPack({ rules: [secure], resources: [database("legacy-database")], config });
    assert.match(by(said, "hipaa-exemptions")[0] ?? "", /is refused, because this rule takes none: a credential/);
  });

  const stale = (resources: readonly CaseResource[], exemption: object, more: Partial<PackRun> = {}) =>
    by(
      run({ resources, config: exempting("rds-not-public", { ...terms, ...exemption }), ...more }),
      "hipaa-stale-exemptions",
    );

  it("are stale when nothing matches, when nothing is wrong, and when they have run out", () => {
    const closed = [database("legacy-database", { publiclyAccessible: false })];
    const resource = "*::legacy-database";
    assert.match(stale(closed, { resource: "*::former-database" })[0] ?? "", /no resource of this stack matches it$/);
    assert.match(stale(closed, { resource })[0] ?? "", /is not used: the rule finds nothing/);
    assert.match(stale(closed, { resource, expires: "2026-11-21" })[0] ?? "", /expired on 2026-11-21$/);
    assert.deepEqual(stale([database("legacy-database")], { resource }), []);
  });

  it("are not stale where that cannot be told", () => {
    const resource = "*::legacy-database";
    const open = [database("legacy-database", { publiclyAccessible: unknown })];
    const closed = [database("legacy-database", { publiclyAccessible: false })];
    assert.deepEqual(stale(open, { resource }), []);
    assert.deepEqual(stale(closed, { resource }, { notAsked: ["legacy-database"] }), []);
    assert.deepEqual(stale(closed, { resource: "urn:pulumi:prod::case::*::legacy-database" }), []);
  });

  it("are stale when their rule has nothing to judge, or is off, where the whole configuration is known", () => {
    const context = new CompileContext(() => new Date("2026-11-22"));
    const properties = { exemptions: [{ ...terms, resource: "*::legacy-database" }] };
    context.configure(() => new Map([["rds-not-public", { level: "mandatory", properties }]]));
    assert.match(stale([bucket("uploads")], {}, { config: {}, context })[0] ?? "", /no resource of this stack matches/);
    context.configure(() => new Map([["rds-not-public", { level: "disabled", properties }]]));
    assert.match(stale([database("legacy-database")], {}, { config: {}, context })[0] ?? "", /its rule is off/);
  });

  it("have no effect when the rule that reports them is off", () => {
    const context = new CompileContext(() => new Date("2026-11-22"));
    context.configure(() => new Map([["hipaa-exempted-findings", { level: "disabled", properties: {} }]]));
    const config = exempting("rds-not-public", { ...terms, resource: "*::legacy-database" });
    const said = run({ resources: [database("legacy-database")], config, context });
    assert.match(by(said, "rds-not-public")[0] ?? "", /its exemption has no effect, because the rule that reports it/);
  });

  it("of one stack are forgotten before the next", () => {
    const context = new CompileContext(() => new Date("2026-11-22"));
    const config = exempting("rds-not-public", { ...terms, resource: "*::legacy-database" });
    const first = run({ resources: [database("legacy-database")], config, context });
    const second = run({ resources: [database("legacy-database")], config, context });
    assert.deepEqual(second, first);
  });
});

describe("settings of a whole pack", () => {
  it("are reported when they are wrong, once", () => {
    const config = { "hipaa-settings": { citations: "old", phiScope: { phi: [1] } } };
    const said = run({ resources: [database("a-database", {}), bucket("uploads")], config });
    assert.deepEqual(by(said, "hipaa-settings"), [
      "the setting citations of hipaa-settings is none of rule, peers, nprm-2025; it has no effect",
      "the setting phiScope.phi[0] of hipaa-settings is no URN pattern; it has no effect",
    ]);
  });

  it("switch what findings cite beside the rule in force", () => {
    const note = (citations: string): string | undefined => {
      const said = run({ resources: [database("a-database")], config: { "hipaa-settings": { citations } } });
      return parseViolation(said.find(({ policy }) => policy === "rds-not-public")?.message ?? "").note;
    };
    assert.equal(note("rule"), undefined);
    assert.match(note("peers") ?? "", /cdk-nag: HIPAA\.Security-RDSInstancePublicAccess.*they cite 164/);
    assert.match(note("nprm-2025") ?? "", /^proposed, not in force \(90 FR 898, 2025-01-06\): .*164\.306\(c\)/);
  });

  it("follow a new configuration of the same process", () => {
    const context = new CompileContext(() => new Date("2026-11-22"));
    const noted = (config: PackRun["config"]) =>
      run({ resources: [database("a-database")], config: config ?? {}, context }).some(({ message }) =>
        message.includes("proposed"),
      );
    assert.equal(noted({ "hipaa-settings": { citations: "nprm-2025" } }), true);
    assert.equal(noted({}), false);
  });
});

describe("PHI scope of a whole pack", () => {
  const notPhi = { resource: "*::site-pages", reason: "Pages of the public web site", owner: "web", ticket: "WEB-7" };
  const declassified = (said: readonly Said[]) =>
    said
      .filter(({ policy }) => policy === "hipaa-phi-scope")
      .map(({ urn, message }) => ({ name: urn?.split("::").at(-1), ...parseDeclassified(message) }));

  it("reaches rules of one resource and of the stack, and shows who says so", () => {
    const onPhi = resourceRule("s3-no-public-acl", {
      types: [bucketType],
      check: (one) => one.expect(one.mayHoldPhi().not(), "holds PHI"),
    });
    const onPhiToo = stackRule("s3-versioning", {
      types: [bucketType],
      check: (stack, graph) => {
        for (const one of graph.resources) stack.expect(one, one.mayHoldPhi().not(), "holds PHI");
      },
    });
    const { said } = runPack({
      rules: [onPhi, onPhiToo],
      resources: [
        bucket("site-pages"),
        bucket("tagged", { tags: { "hipaa:phi": "false" } }),
        resource(bucketType, {}, { name: "default", provider: { defaultTags: '{"tags":{"hipaa:phi":"false"}}' } }),
        bucket("uploads"),
      ],
      config: { "hipaa-settings": { phiScope: { notPhi: [notPhi] } } },
    });
    const found = said.filter(({ policy }) => policy.startsWith("s3-")).map(({ urn }) => urn?.split("::").at(-1));
    assert.deepEqual([...new Set(found)].sort(), ["case-test", "uploads"]);
    const { resource: _, ...who } = notPhi;
    assert.deepEqual(declassified(said), [
      { name: "site-pages", by: "setting", resources: 1, terms: who },
      { name: "tagged", by: "tag", resources: 1 },
      { name: "provider", by: "provider tag", resources: 1 },
    ]);
  });

  it("is left by a stack that is tagged so, in one line", () => {
    const said = run({ resources: [bucket("a-bucket"), bucket("b-bucket")], stackTags: { "hipaa:phi": "false" } });
    assert.deepEqual(declassified(said), [{ name: undefined, by: "stack tag", resources: 2 }]);
    assert.deepEqual(declassified(run({ resources: [bucket("a")], stackTags: { "hipaa:phi": "no" } })), []);
  });
});

describe("baseline of a whole pack", () => {
  let folder = "";
  before(() => (folder = mkdtempSync(join(tmpdir(), "hipaa-baseline-"))));
  after(() => rmSync(folder, { recursive: true }));

  const entry = (rule: string, type: string, name: string, text: string): BaselineEntry => ({
    rule,
    urn: urnOf(type, name),
    finding: findingHash(text),
  });
  const withBaseline = (...entries: readonly BaselineEntry[]): NonNullable<PackRun["config"]> => {
    const path = join(folder, "baseline.json");
    writeFileSync(path, formatBaseline(entries, new Date("2026-11-01")));
    // A new object stands for the engine's configuring the pack anew.
    return { "hipaa-settings": { baseline: path, phiScope: {} } };
  };
  const publicDatabase = entry("rds-not-public", instanceType, "legacy-database", "is public");

  it("counts what it knows and reports what is new", () => {
    const resources = [database("legacy-database"), database("new-database"), bucket("uploads", { versioned: false })];
    const noVersions = entry("s3-versioning", bucketType, "uploads", "has no versions");
    const { said, notApplicable } = runPack({ rules, resources, config: withBaseline(publicDatabase, noVersions) });
    const reported = said.filter(({ policy }) => policy !== "hipaa-baseline");
    assert.deepEqual(
      reported.map(({ policy, urn }) => [policy, urn]),
      [["rds-not-public", urnOf(instanceType, "new-database")]],
    );
    assert.deepEqual(by(said, "hipaa-baseline"), [
      "the baseline of 2026-11-01 knows findings that are not reported: 2",
    ]);
    // What is hidden is no pass.
    assert.equal(notApplicable.filter((policy) => policy === "s3-versioning").length, 1);
  });

  it("reports another fault at the same place", () => {
    const other = { ...publicDatabase, finding: findingHash("was something else") };
    const said = run({ resources: [database("legacy-database")], config: withBaseline(other) });
    assert.deepEqual(by(said, "rds-not-public"), ["is public"]);
  });

  it("names entries that no longer occur, of this stack only", () => {
    const gone = entry("rds-not-public", instanceType, "former-database", "is public");
    const elsewhere = { ...gone, urn: gone.urn.replace("test", "prod") };
    const said = run({
      resources: [database("legacy-database")],
      config: withBaseline(publicDatabase, gone, elsewhere),
    });
    assert.deepEqual(by(said, "hipaa-baseline"), [
      "the baseline of 2026-11-01 knows findings that are not reported: 1",
      `the baseline holds entries that no longer occur: rds-not-public at ${gone.urn}`,
    ]);
  });

  it("names no entry at a place that is undecided or was not judged", () => {
    const open = [database("legacy-database", { publiclyAccessible: unknown })];
    assert.deepEqual(by(run({ resources: open, config: withBaseline(publicDatabase) }), "hipaa-baseline"), []);
    const closed = [database("legacy-database", { publiclyAccessible: false })];
    const notAsked = ["legacy-database"];
    assert.deepEqual(
      by(run({ resources: closed, config: withBaseline(publicDatabase), notAsked }), "hipaa-baseline"),
      [],
    );
  });

  it("hides nothing of a rule that takes no exemptions", () => {
    const openBucket = entry("s3-no-public-acl", bucketType, "uploads", "is open");
    const said = run({ resources: [bucket("uploads", { open: true })], config: withBaseline(openBucket) });
    assert.deepEqual(by(said, "s3-no-public-acl"), ["is open"]);
    assert.deepEqual(by(said, "hipaa-baseline"), []);
  });

  it("is a violation when it cannot be read, and hides nothing", () => {
    const config = { "hipaa-settings": { baseline: join(folder, "none.json") } };
    const said = run({ resources: [database("legacy-database")], config });
    assert.match(
      by(said, "hipaa-settings")[0] ?? "",
      /the setting baseline of hipaa-settings names a file that is not there/,
    );
    assert.deepEqual(by(said, "rds-not-public"), ["is public"]);
  });

  it("has no effect when the rule that reports it is off", () => {
    const context = new CompileContext(() => new Date("2026-11-22"));
    context.configure(() => new Map([["hipaa-baseline", { level: "disabled", properties: {} }]]));
    const said = run({ resources: [database("legacy-database")], config: withBaseline(publicDatabase), context });
    assert.deepEqual(by(said, "rds-not-public"), ["is public"]);
  });
});
