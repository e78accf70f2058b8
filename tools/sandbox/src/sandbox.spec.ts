import assert from "node:assert/strict";
import { join } from "node:path";
import type { Finding, Verdicts } from "@hipaa-aws/evidence";
import { recordProgram } from "@hipaa-aws/simulated-aws";
import {
  logicalName,
  secretSignature,
  signatureKey,
  type ResourceState,
  type StackState,
} from "@hipaa-aws/stack-state";
import * as pulumi from "@pulumi/pulumi";
import * as awsRoot from "@pulumi/aws";
import * as s3 from "@pulumi/aws/s3";
import { PolicyPackError, previewInSandbox, startPolicyPack, type PolicyPack, type StartOptions } from "./index";

const fixture = (name: string) => join(__dirname, "..", "fixtures", name);
const stackUrn = "urn:pulumi:stack::project::pulumi:pulumi:Stack::project-stack";

const resource = (type: string, name: string, rest: Partial<ResourceState> = {}): ResourceState => ({
  urn: `urn:pulumi:stack::project::${type}::${name}`,
  custom: true,
  type,
  inputs: {},
  outputs: rest.inputs ?? {},
  dependencies: [],
  propertyDependencies: {},
  ...rest,
});
const bucket = (name: string, tags: Record<string, string> = {}) =>
  resource("aws:s3/bucket:Bucket", name, { inputs: { tags }, outputs: { tags, arn: "arn" } });
const stackOf = (...resources: ResourceState[]): StackState => ({ project: "project", stack: "stack", resources });
const short = ({ rule, urn, level, outcome, message }: Finding) =>
  `${rule} ${urn === stackUrn ? "(stack)" : logicalName(urn)} ${level} ${outcome}: ${message}`;
const of = (verdicts: Verdicts, rule: string) =>
  verdicts.findings.filter((finding) => finding.rule === rule).map(short);

class Group extends pulumi.ComponentResource {
  constructor(name: string) {
    super("test:index:Group", name, { size: 1 });
    const own = new s3.Bucket(name, { tags: { purpose: "records", owner: "a" } }, { parent: this });
    new s3.BucketVersioning(name, { bucket: own.id, versioningConfiguration: { status: "Enabled" } });
    this.registerOutputs({ arn: own.arn });
  }
}

describe("a started policy pack", () => {
  let pack: PolicyPack;
  before(async () => (pack = await startPolicyPack(fixture("rules"))));
  after(() => pack.close());

  it("says what its policies are", () => {
    assert.equal(pack.name, "fixture-rules");
    assert.equal(pack.version, "1.2.3");
    assert.equal(pack.policies.length, 11);
    assert.deepEqual(pack.policies[0], {
      name: "bucket-purpose",
      description: "Buckets say what they are for.",
      level: "mandatory",
      kind: "resource",
      severity: "high",
      reference: "FX-1, FX-2",
      mend: "Set the tag purpose.",
    });
    assert.equal(pack.policies.find(({ name }) => name === "joined")?.kind, "stack");
  });

  it("finds violations, mandatory and advisory, and nothing of what is switched off", async () => {
    const verdicts = await pack.judge(stackOf(bucket("plain"), bucket("good", { purpose: "logs", owner: "a" })));
    assert.deepEqual(verdicts.findings.map(short), [
      "bucket-purpose plain mandatory violation: the tag purpose is missing",
      "bucket-owner plain advisory violation: the tag owner is missing",
    ]);
    const [purpose] = verdicts.findings;
    assert.deepEqual(purpose?.citations, ["FX-1", "FX-2"]);
    assert.equal(purpose?.mend, "Set the tag purpose.");
    assert.equal(purpose?.severity, "high");
    assert.ok(!verdicts.rules.some(({ rule }) => rule === "switched-off"));
    assert.deepEqual(verdicts.pack, { name: "fixture-rules", version: "1.2.3" });
  });

  it("counts what passed and what had nothing to judge", async () => {
    const verdicts = await pack.judge(
      stackOf(bucket("plain", { owner: "a" }), resource("aws:sqs/queue:Queue", "queue")),
    );
    const passes = verdicts.passed.map(({ rule, urn }) => `${rule} ${logicalName(urn)}`).sort();
    assert.deepEqual(passes, [
      "bucket-owner plain",
      "joined project-stack",
      "tag-count plain",
      "whole-stack project-stack",
    ]);
    // Six resource policies are on. The bucket meets three of them, the queue none; one stack policy had nothing.
    assert.equal(verdicts.notApplicable, 3 + 6 + 1);
  });

  it("takes citations and mend of the catalogue where it knows the rule", async () => {
    const database = resource("aws:rds/instance:Instance", "db");
    const [finding] = (await pack.judge(stackOf(database))).findings;
    assert.deepEqual(finding?.citations, ["164.312(a)(2)(iv)"]);
    assert.match(finding?.mend ?? "", /storageEncrypted: true/);
  });

  it("calls undecided what a policy could not read, at the policy's own level", async () => {
    const { verdicts } = await previewInSandbox(() => void new Group("records"), {}, pack);
    assert.deepEqual(of(verdicts, "reads-unknown"), [
      "reads-unknown records mandatory undecided: known only on update: bucket",
    ]);
  });

  it("makes a finding of each resource that one undecided diagnostic names", async () => {
    const unknown = ["a", "b"].map((name) =>
      resource("aws:s3/bucket:Bucket", name, { inputs: { tags: { purpose: "x" } } }),
    );
    const verdicts = await pack.judge(stackOf(...unknown));
    assert.deepEqual(of(verdicts, "open-places"), [
      "open-places a mandatory undecided: known only on update: arn",
      "open-places b mandatory undecided: known only on update: arn",
    ]);
  });

  it("joins resources by property dependency and parent in stack policies", async () => {
    const { verdicts } = await previewInSandbox(() => void new Group("records"), {}, pack);
    assert.deepEqual(of(verdicts, "joined"), ["joined records mandatory violation: records stands elsewhere"]);
    assert.match(verdicts.findings.find(({ rule }) => rule === "joined")?.urn ?? "", /aws:s3\/bucket:Bucket::records$/);
    assert.ok(!verdicts.passed.some(({ rule }) => rule === "joined"));
  });

  it("says of the stack what concerns no resource", async () => {
    const verdicts = await pack.judge(stackOf(bucket("plain")), { stackTags: { tier: "strict" } });
    assert.deepEqual(of(verdicts, "whole-stack"), ["whole-stack (stack) advisory violation: the stack is strict"]);
    assert.deepEqual(of(await pack.judge(stackOf(bucket("plain"))), "whole-stack"), []);
  });

  it("gives exempted findings the exempted rule, its level and its terms, and no pass", async () => {
    const verdicts = await pack.judge(stackOf(bucket("exempted", { purpose: "x" })));
    const [finding] = verdicts.findings.filter(({ outcome }) => outcome === "exempted");
    assert.equal(finding?.rule, "bucket-purpose");
    assert.equal(finding?.level, "mandatory");
    assert.deepEqual(finding?.exemption, {
      reason: "the vendor moves in spring",
      owner: "data-platform",
      ticket: "SEC-1",
      expires: "2027-01-31",
      compensatingControl: "a lock of another kind",
      obligation: "required",
    });
    assert.ok(!verdicts.passed.some(({ rule }) => rule === "bucket-purpose"));
    assert.ok(!verdicts.rules.some(({ rule }) => rule === "hipaa-exempted-findings"));
  });

  it("shows secrets to policies, and takes encrypted ones for unknown", async () => {
    const object = (name: string, rest: Record<string, string>) =>
      resource("aws:s3/bucketObject:BucketObject", name, {
        inputs: { content: { [signatureKey]: secretSignature, ...rest } },
      });
    const state = stackOf(object("open", { value: "short" }), object("closed", { ciphertext: "v1:abc" }));
    const verdicts = await pack.judge(state);
    assert.deepEqual(of(verdicts, "secret-length"), [
      "secret-length open mandatory violation: fewer than 8 characters",
      "secret-length closed mandatory undecided: known only on update: content",
    ]);
    assert.doesNotMatch(JSON.stringify(verdicts), /short/);
  });

  it("judges stacks in turn, however many are asked for at a time", async () => {
    const names = ["a", "b", "c", "d"];
    const all = await Promise.all(names.map((name) => pack.judge(stackOf(bucket(name, { purpose: "x" })))));
    assert.deepEqual(
      all.map(({ findings }) => findings.map(({ urn }) => logicalName(urn))),
      names.map((name) => [name]),
    );
  });

  it("judges a thousand resources, each once", async () => {
    const resources = Array.from({ length: 1000 }, (_, index) => bucket(`b${index}`));
    const verdicts = await pack.judge(stackOf(...resources));
    assert.equal(of(verdicts, "bucket-purpose").length, 1000);
    assert.equal(new Set(verdicts.findings.map(({ urn }) => urn)).size, 1000);
  });
});

describe("configuration of a pack", () => {
  const tagged = bucket("b", { purpose: "x", owner: "y", a: "1", b: "2" });
  const judged = async (config: StartOptions["config"]) => {
    const pack = await startPolicyPack(fixture("rules"), { config });
    try {
      return { verdicts: await pack.judge(stackOf(tagged)), policies: pack.policies };
    } finally {
      await pack.close();
    }
  };

  it("applies the defaults of schemas", async () => {
    const { verdicts } = await judged({});
    assert.deepEqual(of(verdicts, "tag-count"), ["tag-count b mandatory violation: more than 2 tags"]);
  });

  it("applies a level and options of one policy over those of all", async () => {
    const { verdicts, policies } = await judged({
      all: "disabled",
      "tag-count": { enforcementLevel: "advisory", most: 1 },
      joined: "mandatory",
    });
    assert.deepEqual(verdicts.findings.map(short), ["tag-count b advisory violation: more than 1 tags"]);
    assert.deepEqual(
      verdicts.rules.map(({ rule, level }) => [rule, level]),
      [
        ["tag-count", "advisory"],
        ["joined", "mandatory"],
      ],
    );
    assert.equal(policies.find(({ name }) => name === "bucket-purpose")?.level, "disabled");
  });

  it("refuses what the pack does not have, with the nearest name", async () => {
    const wrong = { "bucket-purpos": "disabled", "tag-count": { most: 0, ignored: "owner" }, joined: "off", x: 1 };
    await assert.rejects(judged(wrong), (error) => {
      assert.ok(error instanceof PolicyPackError);
      assert.match(error.message, /no policy "bucket-purpos"; did you mean "bucket-purpose"\?/);
      assert.match(error.message, /joined: "off" is no enforcement level/);
      assert.match(error.message, /tag-count.most must be at least 1/);
      assert.match(error.message, /tag-count.ignored must be array/);
      assert.match(error.message, /no policy "x"(?!;? did)/);
      return true;
    });
  });
});

describe("what a policy is shown", () => {
  let pack: PolicyPack;
  let remedying: PolicyPack;
  before(async () => {
    pack = await startPolicyPack(fixture("mirror"));
    remedying = await startPolicyPack(fixture("mirror"), {
      config: { remedy: "remediate", resource: "disabled", stack: "disabled" },
    });
  });
  after(() => Promise.all([pack.close(), remedying.close()]));

  const seenBy = (verdicts: Verdicts, rule: string) =>
    new Map(
      verdicts.findings
        .filter((finding) => finding.rule === rule)
        .map(({ urn, message }) => [urn, JSON.parse(message.trim()) as Record<string, unknown>]),
    );

  it("takes its version from PulumiPolicy.yaml before package.json", () => assert.equal(pack.version, "9.9.9"));

  it("is every resource of a deployment with inputs, options and provider, components and providers too", async () => {
    const { state, verdicts } = await previewInSandbox(
      () => {
        const provider = new awsRoot.Provider("own", { region: "eu-west-1" });
        const options = { provider, protect: true, ignoreChanges: ["tags"], customTimeouts: { create: "2m" } };
        new s3.Bucket("b", {}, options);
        new Group("g");
        s3.Bucket.get("read", "read");
      },
      { config: { "aws:region": "us-west-2" } },
      pack,
    );
    const seen = seenBy(verdicts, "resource");
    const expected = state.resources.filter(({ external }) => !external).map(({ urn }) => urn);
    assert.deepEqual([...seen.keys()].sort(), expected.sort());
    const own = [...seen.values()].find(({ name }) => name === "b");
    assert.deepEqual(own?.opts, {
      protect: true,
      ignoreChanges: ["tags"],
      aliases: ["urn:pulumi:stack::project::aws:s3/bucketV2:BucketV2::b"],
      customTimeouts: { createSeconds: 120, updateSeconds: 0, deleteSeconds: 0 },
      additionalSecretOutputs: [],
      parent: stackUrn,
    });
    const provider = own?.provider as { name: string; props: { region: string; keys: string[] } };
    assert.equal(provider.name, "own");
    assert.equal(provider.props.region, "eu-west-1");
    const inherited = seen.get("urn:pulumi:stack::project::test:index:Group$aws:s3/bucket:Bucket::g");
    const byDefault = inherited?.provider as typeof provider;
    assert.equal(byDefault.name, "default_7_48_0");
    assert.deepEqual(byDefault.props.keys, ["region", "version"]);
    assert.deepEqual(seen.get("urn:pulumi:stack::project::test:index:Group::g")?.keys, ["size"]);
  });

  it("is outputs, parents and dependencies in stack policies", async () => {
    const { verdicts } = await previewInSandbox(() => void new Group("g"), {}, pack);
    const seen = seenBy(verdicts, "stack");
    assert.deepEqual(seen.get("urn:pulumi:stack::project::test:index:Group::g")?.keys, ["arn"]);
    const versioning = [...seen.values()].find(({ type }) => type === "aws:s3/bucketVersioning:BucketVersioning");
    assert.deepEqual(versioning?.propertyDependencies, { bucket: ["g"] });
    assert.deepEqual(versioning?.dependencies, ["g"]);
    assert.equal(versioning?.parent, "project-stack");
  });

  it("is every resource of a snapshot, those that are only read too", async () => {
    const state = await recordProgram(() => void s3.Bucket.get("read", "read"));
    const verdicts = await pack.judge(state, { as: "snapshot" });
    assert.ok([...seenBy(verdicts, "resource").values()].some(({ name }) => name === "read"));
    assert.ok([...seenBy(verdicts, "stack").values()].some(({ name }) => name === "read"));
  });

  it("is what remediations made of it, in a deployment only", async () => {
    const state = stackOf(bucket("b", { a: "1" }));
    const { state: mended, verdicts } = await remedying.judgeStack(state);
    assert.deepEqual(verdicts.findings, []);
    assert.deepEqual(mended.resources[0]?.inputs.tags, { remedied: "yes" });
    assert.deepEqual(state.resources[0]?.inputs.tags, { a: "1" });
    const snapshot = await remedying.judgeStack(state, { as: "snapshot" });
    assert.deepEqual(snapshot.verdicts.findings.map(short), ["remedy b mandatory violation: not remedied"]);
    assert.deepEqual(snapshot.state, state);
  });

  it("says what remediations wrote, or would have written, by path", async () => {
    const state = stackOf(bucket("b", { a: "1" }));
    const inputs = [
      { path: "tags.a", change: "removed" },
      { path: "tags.remedied", change: "added" },
    ];
    const { urn } = state.resources[0] ?? assert.fail();
    for (const as of ["deployment", "snapshot"] as const) {
      const { remediated } = await remedying.judge(state, { as });
      assert.deepEqual(remediated, [{ rule: "remedy", urn, applied: as === "deployment", inputs }]);
    }
    assert.deepEqual((await pack.judge(state)).remediated, []);
  });

  it("is all inputs to a remediation, the provider's own keys too, since it gives all of them back", async () => {
    const state = stackOf(bucket("b", {}));
    const [only] = state.resources;
    const noted = {
      ...state,
      resources: [{ ...(only ?? assert.fail()), inputs: { __defaults: ["acl"], acl: "private" } }],
    };
    const { state: mended } = await remedying.judgeStack(noted);
    assert.deepEqual(mended.resources[0]?.inputs, { __defaults: ["acl"], acl: "private", tags: { remedied: "yes" } });
    const seen = seenBy(await pack.judge(noted), "resource");
    assert.deepEqual([...seen.values()][0]?.keys, ["acl"]);
  });
});

describe("a pack that cannot be used", () => {
  const refusals: [string, string, RegExp, RegExp?][] = [
    ["is not there", "nothing", /there is no such folder/],
    ["has no project file", ".", /no PulumiPolicy\.yaml/],
    ["has no package.json", "no-package", /no package\.json/],
    ["does not compile", "broken", /ended with exit code/, /Unexpected token|SyntaxError|TS\d+|TSError/],
    ["was not built", "unbuilt", /ended with exit code/, /Cannot find module .*dist\/index\.js/],
    ["rejects as it loads", "rejects", /ended with exit code/, /the pack cannot reach its rules/],
    ["writes something else before its port", "chatty", /first line on standard output/, /hello from the pack/],
  ];
  for (const [what, name, problem, output] of refusals) {
    it(`${what}: says so`, async () => {
      await assert.rejects(startPolicyPack(fixture(name)), (error) => {
        assert.ok(error instanceof PolicyPackError, String(error));
        assert.match(error.problem, problem);
        assert.match(error.message, new RegExp(name === "." ? "fixtures" : name));
        assert.notEqual(error.mend, "");
        if (output) assert.match(error.output, output);
        return true;
      });
    });
  }

  it("never serves: says so after the time it was given", async () => {
    await assert.rejects(startPolicyPack(fixture("silent"), { timeoutMs: 4000 }), (error) => {
      assert.ok(error instanceof PolicyPackError);
      assert.match(error.problem, /did not serve within 4 seconds/);
      assert.match(error.output, /waiting for nothing/);
      return true;
    });
  });

  it("serves late: is waited for", async () => {
    const pack = await startPolicyPack(fixture("slow"));
    assert.equal(pack.name, "fixture-rules");
    await pack.close();
  });

  it("throws in a policy: names policy and resource, and no secret", async () => {
    const pack = await startPolicyPack(fixture("throws"));
    try {
      const object = resource("aws:s3/bucketObject:BucketObject", "o", {
        inputs: { content: { [signatureKey]: secretSignature, value: "canary-of-phi" } },
      });
      await assert.rejects(pack.judge(stackOf(object)), (error) => {
        assert.ok(error instanceof PolicyPackError);
        assert.match(error.problem, /the policy "careless" failed on urn:pulumi:.*BucketObject::o/);
        assert.match(error.output, /TypeError: cannot use \[secret\]/);
        assert.doesNotMatch(error.stack ?? "", /canary/);
        return true;
      });
      assert.deepEqual((await pack.judge(stackOf(bucket("b")))).findings, []);
    } finally {
      await pack.close();
    }
  });

  it("dies while it judges: says how, and what it wrote", async () => {
    const pack = await startPolicyPack(fixture("dies"));
    try {
      await assert.rejects(pack.judge(stackOf(bucket("b"), bucket("c"))), (error) => {
        assert.ok(error instanceof PolicyPackError);
        assert.match(error.problem, /ended with exit code 3/);
        assert.match(error.output, /out of everything/);
        return true;
      });
    } finally {
      await pack.close();
    }
  });
});
