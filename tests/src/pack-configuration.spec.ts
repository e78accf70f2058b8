import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { findingHash, formatBaseline } from "@hipaa-aws/controls";
import { openEngineStack, previewOnEngine, pulumiOrSkip } from "@hipaa-aws/engine";
import type { JudgedStack, Verdicts } from "@hipaa-aws/evidence";
import { previewInSandbox, startPolicyPack, type PolicyPackConfig } from "@hipaa-aws/sandbox";
import { logicalName } from "@hipaa-aws/stack-state";
import * as aws from "@pulumi/aws";
import { agreement, found } from "./support/judging";
import { packDirectory } from "./support/workload";

const run = { project: "shop", stack: "prod" };

/** A careless stack: one public database, one open queue, and a bucket under a provider whose default tags take it out. */
function program(): void {
  new aws.rds.Instance("legacy", {
    instanceClass: "db.t4g.micro",
    engine: "postgres",
    allocatedStorage: 20,
    publiclyAccessible: true,
    skipFinalSnapshot: true,
  });
  const site = new aws.Provider("site", {
    region: "us-east-1",
    defaultTags: { tags: { "hipaa:phi": "false" } },
  });
  const document = {
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: "*", Action: "sqs:SendMessage" }],
  };
  new aws.sqs.Queue("orders", { policy: JSON.stringify(document) });
  new aws.sqs.Queue("notices", {}, { provider: site });
  new aws.s3.Bucket("pages", {}, { provider: site });
  new aws.s3.Bucket("uploads", {});
}

const legacy = "*::aws:rds/instance:Instance::legacy";
const terms = {
  resource: legacy,
  reason: "The vendor reaches it from outside until the move",
  owner: "data-platform",
  ticket: "SEC-41",
  expires: new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10),
  compensatingControl: "A firewall lets the vendor's network in, and no other",
};
const notPhi = {
  resource: "*::aws:sqs/queue:Queue::orders",
  reason: "Orders of office supplies, without names",
  owner: "office",
  ticket: "OFF-7",
};

const messagesOf = ({ verdicts }: { verdicts: Verdicts }, rule: string): string[] =>
  verdicts.findings.filter((finding) => finding.rule === rule).map(({ message }) => message);
const declassified = ({ verdicts }: { verdicts: Verdicts }) =>
  verdicts.declassified.map(({ urn, by, resources }) => `${logicalName(urn)} by ${by}: ${resources}`).sort();

/** The age of the list of eligible services is of no matter here. */
function reviewed(config: PolicyPackConfig): PolicyPackConfig {
  return { ...config, "general-eligible-list-review": "disabled" };
}

async function inSandbox(config: PolicyPackConfig, stackTags: Record<string, string> = {}): Promise<JudgedStack> {
  const pack = await startPolicyPack(packDirectory, { config: reviewed(config) });
  try {
    return await previewInSandbox(program, run, pack, { stackTags });
  } finally {
    await pack.close();
  }
}

/** Both hosts, which have to agree. */
async function judged(config: PolicyPackConfig): Promise<JudgedStack> {
  const sandbox = await inSandbox(config);
  const engine = await previewOnEngine(program, { ...run, packDirectory, packConfig: reviewed(config) });
  assert.deepEqual(agreement(engine), agreement(sandbox));
  assert.deepEqual(engine.verdicts.declassified, sandbox.verdicts.declassified);
  assert.equal(engine.verdicts.notApplicable, sandbox.verdicts.notApplicable);
  return sandbox;
}

describe("configuration of the pack, in the sandbox and on the real engine", function () {
  this.timeout(300_000);
  let folder = "";
  before(async function () {
    this.timeout(900_000);
    folder = mkdtempSync(join(tmpdir(), "hipaa-config-"));
    await pulumiOrSkip(this);
  });
  after(() => rmSync(folder, { recursive: true }));

  it("accepts, refuses and misses exemptions alike, of rules with nothing to judge too", async () => {
    const stack = await judged({
      "rds-not-public": { exemptions: [terms, { ...terms, resource: "*::aws:rds/instance:Instance::former" }] },
      "redshift-not-public": { exemptions: [{ ...terms, resource: "*::aws:redshift/cluster:Cluster::warehouse" }] },
      "sqs-policy-not-public": { exemptions: [{ ...terms, resource: "*::aws:sqs/queue:Queue::orders" }] },
      "rds-storage-encrypted": { exemptions: [{ ...terms, expires: "2026-01-31" }] },
      "lambda-no-secrets-in-env": { exemptions: [terms] },
    });
    assert.deepEqual(found(stack, "exempted"), ["rds-not-public at legacy"]);
    const [exempted] = stack.verdicts.findings.filter(({ outcome }) => outcome === "exempted");
    const { resource: _, ...kept } = terms;
    assert.deepEqual(exempted?.exemption, { ...kept, obligation: "required" });
    assert.match(
      messagesOf(stack, "sqs-policy-not-public")[0] ?? "",
      /its exemption is refused, because this rule takes none/,
    );
    assert.match(messagesOf(stack, "rds-storage-encrypted")[0] ?? "", /its exemption expired on 2026-01-31/);
    assert.deepEqual(
      messagesOf(stack, "hipaa-exemptions").map((text) => text.slice(0, 84)),
      [`the exemption of ${legacy} from lambda-no-secrets-in-env is refused`.slice(0, 84)],
    );
    const stale = messagesOf(stack, "hipaa-stale-exemptions").sort();
    assert.equal(stale.length, 4, stale.join("\n"));
    assert.match(stale[0] ?? "", /Instance::former from rds-not-public is not used: no resource/);
    assert.match(stale[1] ?? "", /Instance::legacy from rds-storage-encrypted expired on 2026-01-31/);
    assert.match(stale[2] ?? "", /Cluster::warehouse from redshift-not-public is not used: no resource/);
    assert.match(stale[3] ?? "", /Queue::orders from sqs-policy-not-public is not used/);
  });

  it("knows PHI scope by default tags of a provider and by setting, before an update", async () => {
    const unclassified = await judged({});
    assert.ok(found(unclassified, "violation").includes("sqs-policy-not-public at orders"));
    assert.deepEqual(declassified(unclassified), ["site by provider tag: 2"]);
    // One rule of one resource, one of the whole stack.
    const onPhi = (stack: JudgedStack) =>
      found(stack, "violation").filter((text) => /^(sqs-cmk|s3-versioning) /.test(text));
    assert.deepEqual(onPhi(unclassified), ["s3-versioning at uploads", "sqs-cmk at orders"]);

    const exempting = { "sqs-policy-not-public": { exemptions: [{ ...terms, resource: notPhi.resource }] } };
    const phi = ["*::aws:s3/bucket:Bucket::pages", "*::aws:sqs/queue:Queue::notices"];
    const stack = await judged({ ...exempting, "hipaa-settings": { phiScope: { notPhi: [notPhi], phi } } });
    assert.deepEqual(found(stack, "exempted"), ["sqs-policy-not-public at orders"]);
    assert.deepEqual(declassified(stack), ["orders by setting: 1"]);
    assert.deepEqual(onPhi(stack), ["s3-versioning at pages", "s3-versioning at uploads", "sqs-cmk at notices"]);
  });

  it("cites the proposed rule in every finding, as not in force, and what peers cite", async () => {
    const profile = (name: string) =>
      JSON.parse(readFileSync(join(packDirectory, "profiles", `${name}.json`), "utf8")) as PolicyPackConfig;
    const proposed = await judged(profile("nprm-2025"));
    const violations = proposed.verdicts.findings.filter(({ outcome }) => outcome === "violation");
    assert.ok(violations.length > 10);
    for (const { note, rule } of violations) {
      assert.match(note ?? "", /^proposed, not in force \(90 FR 898, 2025-01-06\): /, rule);
    }
    const peers = await judged(profile("peer-compat"));
    for (const { note, rule, outcome } of peers.verdicts.findings) {
      if (outcome === "violation") assert.match(note ?? "", /^in other rule sets: /, rule);
    }
  });

  it("reports against a baseline only what is new, also while it deploys", async () => {
    const before = await inSandbox({});
    const mandatory = before.verdicts.findings.filter(
      ({ level, outcome }) => level === "mandatory" && outcome === "violation",
    );
    const known = mandatory.filter(({ rule }) => rule !== "sqs-policy-not-public");
    const gone = {
      rule: "rds-cmk",
      urn: "urn:pulumi:prod::shop::aws:rds/instance:Instance::former",
      finding: findingHash("x"),
    };
    const entries = known.map(({ rule, urn, message }) => ({ rule, urn, finding: findingHash(message) }));
    const path = join(folder, "baseline.json");
    writeFileSync(path, formatBaseline([...entries, gone], new Date("2026-11-22")));
    // Rules on what everybody may read or send hide nothing; they are out of the way here.
    const config = { "sqs-policy-not-public": "disabled", "hipaa-settings": { baseline: path } };

    const stack = await judged(config);
    assert.deepEqual(
      stack.verdicts.findings.filter(({ level, outcome }) => level === "mandatory" && outcome === "violation"),
      [],
    );
    assert.deepEqual(messagesOf(stack, "hipaa-baseline"), [
      `the baseline of 2026-11-22 knows findings that are not reported: ${entries.length}, ${entries.length} of mandatory rules`,
      `the baseline holds entries that no longer occur: rds-cmk at ${gone.urn}`,
    ]);
    const passes = new Set(stack.verdicts.passed.map(({ rule, urn }) => `${rule} ${urn}`));
    for (const { rule, urn } of known) assert.ok(!passes.has(`${rule} ${urn}`), `${rule} counts as passed`);

    const deployed = await openEngineStack({ ...run, program, packDirectory, packConfig: reviewed(config) });
    try {
      const update = await deployed.up();
      assert.equal(
        update.stopped,
        false,
        JSON.stringify(update.verdicts?.findings.filter(({ level }) => level === "mandatory")),
      );
    } finally {
      await deployed.close();
    }
  });

  it("finds a baseline from where the command runs, and stops a deployment where there is none", async () => {
    const path = relative(process.cwd(), join(folder, "relative.json"));
    writeFileSync(path, formatBaseline([], new Date("2026-11-22")));
    assert.deepEqual(messagesOf(await judged({ "hipaa-settings": { baseline: path } }), "hipaa-settings"), []);

    const config = { all: "advisory", "hipaa-settings": { enforcementLevel: "mandatory", baseline: `${path}.none` } };
    const deployed = await openEngineStack({ ...run, program, packDirectory, packConfig: reviewed(config) });
    try {
      const update = await deployed.up();
      assert.equal(update.stopped, true);
      assert.match(
        messagesOf({ verdicts: update.verdicts ?? assert.fail() }, "hipaa-settings")[0] ?? "",
        /names a file that is not there/,
      );
    } finally {
      await deployed.close();
    }
  });
});

describe("tag of a stack, in the sandbox", function () {
  this.timeout(120_000);

  it("takes the whole stack out of PHI scope, in one line of the reports", async () => {
    const stack = await inSandbox({}, { "hipaa:phi": "false" });
    assert.deepEqual(declassified(stack), ["shop-prod by stack tag: 3", "site by provider tag: 2"]);
  });
});
