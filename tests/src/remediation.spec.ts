import assert from "node:assert/strict";
import { openEngineStack, pulumiOrSkip } from "@hipaa-aws/engine";
import type { Remediated } from "@hipaa-aws/evidence";
import { rules } from "@hipaa-aws/policy-pack/library";
import { previewInSandbox, type PolicyPack } from "@hipaa-aws/sandbox";
import { isSecret, logicalName, unknownSentinel, type StackState } from "@hipaa-aws/stack-state";
import * as kms from "@pulumi/aws/kms";
import * as rds from "@pulumi/aws/rds";
import * as pulumi from "@pulumi/pulumi";
import { carelessness, type Carelessness } from "./support/careless";
import { found, startPack } from "./support/judging";
import { mutatedWorkload, packDirectory, runOf } from "./support/workload";

const careless = mutatedWorkload(...carelessness.map(({ mutation }) => mutation));
const remediating = Object.fromEntries(carelessness.map(({ rule }) => [rule, "remediate"]));
const wrote = carelessness
  .map(({ rule, mutation, wrote: paths }) => `${rule} at ${mutation.name}: ${paths.join(", ")}`)
  .sort();

function told(remediated: readonly Remediated[]): string[] {
  return remediated
    .map(({ rule, urn, inputs }) => {
      const paths = inputs.map(({ path, change }) => `${path} ${change}`);
      return `${rule} at ${logicalName(urn)}: ${paths.sort().join(", ")}`;
    })
    .sort();
}

/** Inputs by type and name. */
function inputsOf({ resources }: StackState): Map<string, Record<string, unknown>> {
  return new Map(resources.map(({ type, urn, inputs }) => [`${type} ${logicalName(urn)}`, inputs]));
}

function placeOf({ mutation: { type, name } }: Carelessness): string {
  return `${type} ${name}`;
}

describe("remediations of the pack", function () {
  this.timeout(300_000);
  const packs: PolicyPack[] = [];
  const start = async (config: Record<string, string> = {}): Promise<PolicyPack> => {
    const pack = await startPack(config);
    packs.push(pack);
    return pack;
  };
  after(() => Promise.all(packs.map((pack) => pack.close())));

  it("are off by default: the careless workload is told of, and stays as it is", async () => {
    const pack = await start({ "s3-bucket-key": "mandatory" });
    const { state, verdicts } = await previewInSandbox(careless, runOf("dev"), pack);
    assert.deepEqual(verdicts.remediated, []);
    const violations = found({ verdicts }, "violation");
    for (const { rule, mutation } of carelessness) {
      assert.ok(violations.includes(`${rule} at ${mutation.name}`), `${rule} at ${mutation.name}`);
    }
    assert.equal(inputsOf(state).get("aws:kms/key:Key clinic-keys-database")?.["enableKeyRotation"], false);
  });

  it("mend the careless workload where they are on, and touch nothing else", async () => {
    const pack = await start(remediating);
    const [sound, mended] = [
      await previewInSandbox(mutatedWorkload(), runOf("dev"), pack),
      await previewInSandbox(careless, runOf("dev"), pack),
    ];
    assert.deepEqual(sound.verdicts.remediated, []);
    assert.deepEqual(told(mended.verdicts.remediated), wrote);
    assert.deepEqual(found(mended, "violation"), found(sound, "violation"));
    const [before, after] = [inputsOf(sound.state), inputsOf(mended.state)];
    const meant = new Map(carelessness.map((one) => [placeOf(one), one]));
    assert.equal(after.size, before.size);
    for (const [place, inputs] of after) {
      // Where the component chose another value that is as good, the rule's own is written.
      const isOther = meant.get(place)?.wrote.some((path) => /^(sslPolicy|ingress) /.test(path));
      if (!isOther) assert.deepEqual(inputs, before.get(place), place);
    }
  });

  it("leave the sound workload as it is, all of them on at once", async () => {
    const able = rules.filter(({ requirement }) => requirement.remediate);
    const pack = await start(Object.fromEntries(able.map(({ id }) => [id, "remediate"])));
    const untouched = await previewInSandbox(mutatedWorkload(), runOf("prod"), await start());
    const { state, verdicts } = await previewInSandbox(mutatedWorkload(), runOf("prod"), pack);
    // Rules of the tier optional are met by nobody who does not ask for them.
    const optional = new Set(able.filter(({ requirement }) => requirement.tier === "optional").map(({ id }) => id));
    const asked = verdicts.remediated.filter(({ rule }) => !optional.has(rule));
    assert.deepEqual(told(asked), []);
    const changed = new Set(verdicts.remediated.map(({ urn }) => urn));
    const before = new Map(untouched.state.resources.map(({ urn, inputs }) => [urn, inputs]));
    assert.equal(state.resources.length, before.size);
    for (const { urn, inputs } of state.resources)
      if (!changed.has(urn)) assert.deepEqual(inputs, before.get(urn), urn);
  });

  it("hand secrets back sealed and unknown values unknown, over the engine's own protocol", async () => {
    const program = () => {
      const key = new kms.Key("key", { enableKeyRotation: true });
      new rds.Instance("db", {
        instanceClass: "db.t4g.micro",
        engine: "postgres",
        password: pulumi.secret("never-print-7f3a"),
        kmsKeyId: key.arn,
        publiclyAccessible: pulumi.secret(true),
      });
    };
    const run = { project: "clinic", stack: "dev" };
    const [open, mended] = [
      await previewInSandbox(program, run, await start()),
      await previewInSandbox(program, run, await start({ "rds-not-public": "remediate" })),
    ];
    const inputs = ({ state }: typeof open) => inputsOf(state).get("aws:rds/instance:Instance db") ?? assert.fail();
    const [before, after] = [inputs(open), inputs(mended)];
    const sealed = { ...(before["publiclyAccessible"] as object), value: false };
    assert.ok(isSecret(after["password"]) && isSecret(after["publiclyAccessible"]));
    assert.equal(after["kmsKeyId"], unknownSentinel);
    assert.deepEqual(after, { ...before, publiclyAccessible: sealed });
    assert.deepEqual(told(mended.verdicts.remediated), ["rds-not-public at db: publiclyAccessible changed"]);
    assert.doesNotMatch(JSON.stringify(mended.verdicts), /never-print/);
  });

  it("do the same on the real engine, which tells of them, and once only", async function () {
    this.timeout(900_000);
    await pulumiOrSkip(this);
    const sandbox = await previewInSandbox(careless, runOf("dev"), await start(remediating));
    const stack = await openEngineStack({
      program: careless,
      ...runOf("dev"),
      packDirectory,
      packConfig: remediating,
    });
    try {
      const preview = await stack.preview();
      assert.deepEqual(told(preview.verdicts?.remediated ?? []), wrote);
      assert.deepEqual(
        preview.verdicts?.findings.filter(({ rule }) => rule in remediating),
        [],
      );
      const [here, there] = [inputsOf(preview.state), inputsOf(sandbox.state)];
      for (const one of carelessness) {
        const [engine, expected] = [here.get(placeOf(one)), there.get(placeOf(one))];
        for (const key of Object.keys(one.mutation.change({ rules: [] }))) {
          assert.deepEqual(engine?.[key], expected?.[key], `${placeOf(one)}: ${key}`);
        }
      }
      const update = await stack.up();
      assert.equal(update.stopped, false);
      assert.equal(
        inputsOf(update.state).get("aws:rds/instance:Instance clinic-database")?.["publiclyAccessible"],
        false,
      );
      assert.deepEqual(Object.keys((await stack.preview()).steps), ["same"]);
    } finally {
      await stack.close();
    }
  });
});
