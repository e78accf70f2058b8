import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { isSecret, unknownSentinel } from "@hipaa-aws/stack-state";
import { EngineError, openEngineStack, previewOnEngine, pulumiOrSkip, type EngineStack } from ".";
import { badProgram, fixturePack, goodProgram, taggedBucket } from "./testing/programs";

const names = { project: "fixture", stack: "dev", config: { "fixture:size": "small" } };
const urn = (rest: string) => `urn:pulumi:dev::fixture::${rest}`;
const plain = urn("aws:s3/bucket:Bucket::plain");
const derived = urn("aws:s3/bucket:Bucket::derived");
const root = urn("pulumi:pulumi:Stack::fixture-dev");

const leftFolders = () => fs.readdirSync(os.tmpdir()).filter((name) => name.startsWith("hipaa-engine-"));

async function withStack<T>(
  options: Parameters<typeof openEngineStack>[0],
  work: (stack: EngineStack) => Promise<T>,
): Promise<T> {
  const stack = await openEngineStack(options);
  try {
    return await work(stack);
  } finally {
    await stack.close();
  }
}

describe("the real engine", function () {
  this.timeout(120_000);

  before(async function () {
    this.timeout(900_000);
    await pulumiOrSkip(this);
  });

  // A folder of its own: other processes that run stacks at the same time leave and remove theirs in the common one.
  const common = process.env["TMPDIR"];
  const own = fs.mkdtempSync(path.join(os.tmpdir(), "engine-spec-"));
  before(() => (process.env["TMPDIR"] = own));
  after(() => {
    if (common === undefined) delete process.env["TMPDIR"];
    else process.env["TMPDIR"] = common;
    fs.rmSync(own, { recursive: true, force: true });
  });

  let foldersBefore: string[] = [];
  beforeEach(() => (foldersBefore = leftFolders()));
  afterEach(() => assert.deepEqual(leftFolders(), foldersBefore, "temporary folders are removed"));

  it("judges a preview: violations of resource and stack rules are findings, not errors, and an unknown value is undecided", async () => {
    const { host, verdicts } = await previewOnEngine(badProgram, { ...names, packDirectory: fixturePack });

    assert.equal(host, "engine");
    assert.deepEqual(verdicts.pack, { name: "engine-fixture", version: "1.2.3" });
    const found = verdicts.findings
      .map(({ rule, urn, level, outcome }) => [rule, urn, level, outcome].join(" "))
      .sort();
    assert.deepEqual(found, [
      `bucket-has-owner-tag ${plain} mandatory violation`,
      `bucket-has-versioning ${derived} mandatory violation`,
      `bucket-has-versioning ${plain} mandatory violation`,
      `bucket-is-protected ${derived} advisory violation`,
      `bucket-is-protected ${plain} advisory violation`,
      `bucket-name-is-lower-case ${derived} advisory undecided`,
      `bucket-name-is-lower-case ${plain} advisory violation`,
      `stack-has-trail ${root} advisory violation`,
    ]);
    const tag = verdicts.findings.find((finding) => finding.rule === "bucket-has-owner-tag");
    assert.equal(tag?.message, "The bucket has no tag owner.");
    assert.equal(tag?.severity, "high");
    assert.deepEqual(verdicts.passed, [{ rule: "bucket-has-owner-tag", urn: derived }]);
    // Three resource rules over the stack and the default provider.
    assert.equal(verdicts.notApplicable, 6);
    assert.ok(!verdicts.rules.some(({ rule }) => rule === "switched-off"));
  });

  it("applies the pack's configuration: options, levels, and rules switched off", async () => {
    const { verdicts } = await previewOnEngine(badProgram, {
      ...names,
      packDirectory: fixturePack,
      packConfig: {
        all: "advisory",
        crashes: "disabled",
        "bucket-has-owner-tag": { tag: "team" },
        "bucket-is-protected": "disabled",
      },
    });

    const tagged = verdicts.findings.filter((finding) => finding.rule === "bucket-has-owner-tag");
    assert.deepEqual(tagged.map((finding) => [finding.urn, finding.level, finding.message]).sort(), [
      [derived, "advisory", "The bucket has no tag team."],
      [plain, "advisory", "The bucket has no tag team."],
    ]);
    assert.ok(!verdicts.findings.some((finding) => finding.rule === "bucket-is-protected"));
    // The configuration's "all" switches a rule of the pack on that is off by itself.
    assert.ok(verdicts.rules.some(({ rule, level }) => rule === "switched-off" && level === "advisory"));
  });

  it("previews, updates, and then has nothing to change; the state holds it all", async () => {
    await withStack({ program: goodProgram, ...names, packDirectory: fixturePack }, async (stack) => {
      const preview = await stack.preview();
      assert.equal(preview.stopped, false);
      assert.deepEqual(Object.keys(preview.steps), ["create"]);
      const bucket = preview.state.resources.find((one) => one.type === "aws:s3/bucket:Bucket");
      assert.ok(isSecret((bucket?.inputs.tags as Record<string, unknown>).note));
      assert.equal(bucket?.protect, true);
      assert.match(bucket?.provider ?? "", /pulumi:providers:aws::east::/);
      const versioning = preview.state.resources.find((one) => one.type.includes("BucketVersioning"));
      assert.equal(versioning?.inputs.bucket, unknownSentinel);
      assert.ok(!JSON.stringify(preview).includes("canary-secret"));

      const update = await stack.up();
      assert.deepEqual(Object.keys(update.steps), ["create"]);
      const created = update.state.resources.find((one) => one.urn === bucket?.urn);
      assert.match(created?.outputs.arn as string, /^arn:aws:s3:/);
      assert.deepEqual(
        update.state.resources.find((one) => one.urn === root)?.outputs.size,
        "small",
        "the program sees its configuration",
      );
      assert.equal(
        update.verdicts?.findings.some((finding) => finding.outcome === "undecided"),
        false,
      );

      const again = await stack.preview();
      assert.deepEqual(Object.keys(again.steps), ["same"]);
      assert.deepEqual(await stack.exportState(), update.state);
      await assert.rejects(stack.destroy(), (error: Error) => {
        assert.ok(error instanceof EngineError);
        assert.match(error.message, /protected/);
        return true;
      });
    });
  });

  it("stops an update that violates a mandatory rule and says so", async () => {
    await withStack({ program: badProgram, ...names, packDirectory: fixturePack }, async (stack) => {
      const { stopped, state, verdicts } = await stack.up();
      assert.equal(stopped, true);
      assert.ok(verdicts?.findings.some((finding) => finding.rule === "bucket-has-owner-tag" && finding.urn === plain));
      assert.ok(!state.resources.some((resource) => resource.urn === plain), "the bucket was not created");
    });
  });

  it("reports changes of the program as updates, and destroys what is not protected", async () => {
    let tag = "first";
    await withStack({ program: () => taggedBucket(tag), ...names }, async (stack) => {
      const first = await stack.up();
      assert.equal(first.verdicts, undefined);
      tag = "second";
      assert.equal((await stack.preview()).steps.update, 1);
      await stack.destroy();
      assert.deepEqual((await stack.exportState()).resources, []);
    });
  });

  for (const [title, program] of [
    [
      "throws",
      () => {
        throw new Error("the program's own words");
      },
    ],
    ["rejects", () => Promise.reject(new Error("the program's own words"))],
  ] as const) {
    it(`gives the message of a program that ${title}`, async () => {
      await assert.rejects(previewOnEngine(program, { ...names, packDirectory: fixturePack }), (error: Error) => {
        assert.ok(error instanceof EngineError);
        assert.match(error.message, /^pulumi preview failed: .*the program's own words/);
        assert.equal(error.message.match(/the program's own words/g)?.length, 1);
        return true;
      });
    });
  }

  it("gives the engine's words when a rule breaks down: that is no verdict", async () => {
    const options = { ...names, packDirectory: fixturePack, packConfig: { crashes: "advisory" } };
    await assert.rejects(previewOnEngine(badProgram, options), (error: Error) => {
      assert.ok(error instanceof EngineError);
      assert.match(error.message, /failed to run policy.*TypeError/s);
      return true;
    });
  });

  it("says so when a folder holds no policy pack", async () => {
    const empty = fs.mkdtempSync(path.join(os.tmpdir(), "no-pack-"));
    try {
      await assert.rejects(previewOnEngine(badProgram, { ...names, packDirectory: empty }), (error: Error) => {
        assert.ok(error instanceof EngineError);
        assert.match(error.message, /policy pack/);
        return true;
      });
    } finally {
      fs.rmSync(empty, { recursive: true });
    }
  });
});
