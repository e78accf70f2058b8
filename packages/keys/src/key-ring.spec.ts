import assert from "node:assert/strict";
import { recordProgram, type RecordOptions } from "@hipaa-aws/simulated-aws";
import * as pulumi from "@pulumi/pulumi";
import { KeyRing, type KeyRingArgs } from "./index";
import { keyClassNames } from "./key-classes";
import { statementsOf } from "./testing/key-policies";

type ResourceState = Awaited<ReturnType<typeof recordProgram>>["resources"][number];

const modes = ["preview", "update"] as const;

async function record(args: KeyRingArgs = {}, options: RecordOptions = { mode: "update" }): Promise<ResourceState[]> {
  const { resources } = await recordProgram(() => {
    new KeyRing("keys", args);
  }, options);
  return resources;
}

function ofType(resources: ResourceState[], type: string): ResourceState[] {
  return resources.filter((resource) => resource.type === type);
}

const short = (urn: string) => urn.split("::").slice(2).join("::");

describe("KeyRing", () => {
  for (const mode of modes) {
    it(`has these children (${mode})`, async () => {
      const resources = await record({}, { mode });
      assert.deepEqual(
        resources
          .map((resource) => short(resource.urn))
          .filter((urn) => !urn.startsWith("pulumi:"))
          .sort(),
        [
          "keys:index:KeyRing::keys",
          ...keyClassNames.map((keyClass) => `keys:index:KeyRing$aws:kms/key:Key::keys-${keyClass}`),
          ...keyClassNames.map((keyClass) => `keys:index:KeyRing$aws:kms/alias:Alias::keys-${keyClass}`),
        ].sort(),
      );
    });

    it(`kms-key-rotation-enabled, kms-key-deletion-window, kms-key-enabled, kms-no-lockout-bypass (${mode})`, async () => {
      const keys = ofType(await record({}, { mode }), "aws:kms/key:Key");
      assert.equal(keys.length, 9);
      for (const { inputs } of keys) {
        assert.equal(inputs["enableKeyRotation"], true);
        assert.equal(inputs["rotationPeriodInDays"], 365);
        assert.equal(inputs["deletionWindowInDays"], 30);
        assert.equal(inputs["multiRegion"], false);
        for (const absent of ["isEnabled", "bypassPolicyLockoutSafetyCheck", "customerMasterKeySpec", "keyUsage"]) {
          assert.ok(!(absent in inputs), absent);
        }
      }
    });
  }

  it("kms-key-hierarchy-component: nine classes, each with description and alias", async () => {
    assert.deepEqual([...keyClassNames].sort(), [
      "backup",
      "cache",
      "database",
      "documents",
      "logs",
      "media",
      "messaging",
      "secrets",
      "volumes",
    ]);
    const resources = await record({}, { mode: "preview" });
    const descriptions = ofType(resources, "aws:kms/key:Key").map(({ inputs }) => inputs["description"]);
    assert.equal(new Set(descriptions).size, 9);
    for (const alias of ofType(resources, "aws:kms/alias:Alias")) {
      const key = alias.urn.replace("aws:kms/alias:Alias", "aws:kms/key:Key");
      assert.deepEqual(alias.propertyDependencies["targetKeyId"], [key]);
      assert.equal(alias.inputs["targetKeyId"], pulumi.runtime.unknownValue);
    }
  });

  it("decides its policies at preview, since they name no resource to be created", async () => {
    for (const { inputs } of ofType(await record({}, { mode: "preview" }), "aws:kms/key:Key")) {
      assert.ok(statementsOf(inputs["policy"]).length >= 3);
    }
  });

  it("general-stateful-resources-protected: keys are protected, unless told otherwise", async () => {
    for (const key of ofType(await record(), "aws:kms/key:Key")) assert.equal(key.protect, true);
    for (const key of ofType(await record({ deletionProtection: false }), "aws:kms/key:Key")) {
      assert.ok(!key.protect);
    }
  });

  it("hands each key on under its class, as registered outputs", async () => {
    let ring: KeyRing | undefined;
    const { resources } = await recordProgram(
      () => {
        ring = new KeyRing("keys");
      },
      { mode: "update" },
    );
    const component = ofType(resources, "keys:index:KeyRing")[0];
    const fields = Object.entries(ring ?? {})
      .filter(([, value]) => pulumi.Output.isInstance(value))
      .map(([field]) => field)
      .filter((field) => field !== "urn");
    assert.deepEqual(Object.keys(component?.outputs ?? {}).sort(), fields.sort());
    assert.deepEqual(fields.sort(), [...keyClassNames].sort());
    for (const keyClass of keyClassNames) {
      const key = resources.find(({ urn }) => urn.endsWith(`aws:kms/key:Key::keys-${keyClass}`));
      const alias = resources.find(({ urn }) => urn.endsWith(`aws:kms/alias:Alias::keys-${keyClass}`));
      const handedOn = component?.outputs[keyClass] as Record<string, unknown>;
      assert.equal(handedOn["arn"], key?.outputs["arn"]);
      assert.equal(handedOn["keyId"], key?.outputs["keyId"]);
      assert.equal(handedOn["aliasName"], alias?.outputs["name"]);
      assert.ok(!("replicaArn" in handedOn));
    }
  });

  it("takes users class by class", async () => {
    const role = "arn:aws:iam::111122223333:role/records";
    const keys = ofType(await record({ users: { documents: [role] } }), "aws:kms/key:Key");
    const withUsers = keys.filter(({ inputs }) => (inputs["policy"] as string).includes(role));
    assert.deepEqual(
      withUsers.map(({ urn }) => short(urn)),
      ["keys:index:KeyRing$aws:kms/key:Key::keys-documents"],
    );
  });

  it("takes administrators and break-glass roles as outputs", async () => {
    const keys = ofType(
      await record({
        administrators: [pulumi.output("arn:aws:iam::111122223333:role/keys")],
        breakGlassRoles: [pulumi.output("arn:aws:iam::111122223333:role/break-glass")],
      }),
      "aws:kms/key:Key",
    );
    for (const { inputs } of keys) {
      const sids = statementsOf(inputs["policy"]).map((s) => s.sid);
      assert.ok(sids.includes("DenyUseByAdministrators") && sids.includes("DenyLossOfKeyButByBreakGlass"));
    }
  });

  it("makes a replica of each key but that of task storage, which Fargate takes in one Region only", async () => {
    const resources = await record({ replicaRegion: "us-west-2" });
    for (const { urn, inputs } of ofType(resources, "aws:kms/key:Key")) {
      assert.equal(inputs["multiRegion"], !urn.endsWith("-volumes"), urn);
    }
    const replicas = ofType(resources, "aws:kms/replicaKey:ReplicaKey");
    assert.equal(replicas.length, 8);
    for (const replica of replicas) {
      assert.equal(replica.inputs["region"], "us-west-2");
      assert.equal(replica.protect, true);
      const key = resources.find(({ urn }) =>
        urn.endsWith(replica.urn.split("::")[3]?.replace(/-replica$/, "") ?? "?"),
      );
      assert.deepEqual(replica.propertyDependencies["primaryKeyArn"], [key?.urn]);
      const use = statementsOf(replica.inputs["policy"]).find((s) => s.sid === "DelegateUseThroughServices");
      for (const service of use?.conditions["StringEquals"]?.["kms:ViaService"] ?? []) {
        assert.match(service, /\.us-west-2\./);
      }
    }
    const aliases = ofType(resources, "aws:kms/alias:Alias").filter(({ inputs }) => inputs["region"] === "us-west-2");
    assert.equal(aliases.length, 8);
    const component = ofType(resources, "keys:index:KeyRing")[0];
    assert.ok((component?.outputs["backup"] as Record<string, unknown>)["replicaArn"]);
  });

  it("tags its keys and takes more tags", async () => {
    for (const { inputs } of ofType(await record({ tags: { team: "records" } }), "aws:kms/key:Key")) {
      const tags = inputs["tags"] as Record<string, string>;
      assert.equal(tags["team"], "records");
      assert.match(tags["Name"] ?? "", /^keys-/);
    }
  });

  it("passes the knobs on", async () => {
    const keys = ofType(
      await record({ deletionWindowDays: 7, rotationPeriodDays: 90, multiRegion: true }),
      "aws:kms/key:Key",
    );
    for (const { urn, inputs } of keys) {
      assert.deepEqual(
        [inputs["deletionWindowInDays"], inputs["rotationPeriodInDays"], inputs["multiRegion"]],
        [7, 90, !urn.endsWith("-volumes")],
      );
    }
  });

  const role = "arn:aws:iam::111122223333:role/both";
  const refused: [string, KeyRingArgs, RegExp][] = [
    ["a window that is too short", { deletionWindowDays: 6 }, /^KeyRing "keys": deletionWindowDays is 6.* 7 to 30/],
    ["a window that is too long", { deletionWindowDays: 31 }, /deletionWindowDays is 31/],
    ["a part of a day", { deletionWindowDays: 7.5 }, /deletionWindowDays is 7.5/],
    ["rotation too seldom", { rotationPeriodDays: 366 }, /rotationPeriodDays is 366.* 90 to 365/],
    ["rotation too often", { rotationPeriodDays: 89 }, /rotationPeriodDays is 89/],
    ["an empty list of break-glass roles", { breakGlassRoles: [] }, /breakGlassRoles is empty.*Name a role/],
    ["an administrator that is no role", { administrators: ["*"] }, /administrators is "\*".*ARN of an IAM role/],
    ["a user that is an account", { users: { media: ["111122223333"] } }, /users\.media is "111122223333"/],
    [
      "a role that manages and uses",
      { administrators: [role], users: { cache: [role] } },
      /administrators and users\.cache both hold .*role\/both/,
    ],
    ["a Region that is none", { replicaRegion: "oregon" }, /replicaRegion is "oregon"/],
    [
      "replicas of keys that have none",
      { replicaRegion: "us-west-2", multiRegion: false },
      /replicaRegion and multiRegion contradict/,
    ],
  ];
  for (const [what, args, message] of refused) {
    it(`refuses ${what}`, async () => {
      await assert.rejects(record(args), (error: Error) => {
        assert.equal(error.name, "ArgumentError");
        assert.match(error.message, message);
        return true;
      });
    });
  }

  it("takes a break-glass role with a path, in another partition", async () => {
    await record({ breakGlassRoles: ["arn:aws-us-gov:iam::111122223333:role/security/break-glass"] });
  });
});
