import assert from "node:assert/strict";
import type * as pulumi from "@pulumi/pulumi";
import { ImageRegistry } from "./image-registry";
import type { ImageRegistryArgs } from "./image-registry-args";
import { makesInEachMode, partitions, registersItsFields } from "./testing/in-each-mode";
import { record } from "./testing/recorded";

function registry(args: ImageRegistryArgs = {}, opts?: pulumi.ComponentResourceOptions): ImageRegistry {
  return new ImageRegistry("images", args, opts);
}

const child = (type: string, name: string): string => `service:index:ImageRegistry$aws:${type}::${name}`;
const scanning = child("ecr/registryScanningConfiguration:RegistryScanningConfiguration", "images-scanning");
const replication = child("ecr/replicationConfiguration:ReplicationConfiguration", "images-replication");
const signing = [
  child("cloudcontrol/resource:Resource", "images-managed-signing"),
  child("signer/signingProfile:SigningProfile", "images-signing"),
];

describe("ImageRegistry", () => {
  makesInEachMode("the least", [...signing, scanning, "service:index:ImageRegistry::images"].sort(), () => registry());
  makesInEachMode("everything", [...signing, scanning, replication, "service:index:ImageRegistry::images"].sort(), () =>
    registry({ replicaRegions: ["us-west-2"], signatureMonths: 24, tags: { Team: "platform" } }),
  );
  makesInEachMode("no signing where it is off", [scanning, "service:index:ImageRegistry::images"].sort(), () =>
    registry({ signing: false }),
  );
  registersItsFields("service:index:ImageRegistry", () => registry());

  it("ecr-enhanced-scanning: every repository, continuously", async () => {
    const { inputs } = (await record(() => registry())).named("images-scanning");
    assert.equal(inputs["scanType"], "ENHANCED");
    assert.deepEqual(inputs["rules"], [
      { scanFrequency: "CONTINUOUS_SCAN", repositoryFilters: [{ filter: "*", filterType: "WILDCARD" }] },
    ]);
  });

  it("signs every image as it is pushed, for as long as AWS lets it", async () => {
    const recording = await record(() => registry(), { mode: "update" });
    const { inputs, outputs } = recording.named("images-signing");
    assert.equal(inputs["platformId"], "Notation-OCI-SHA384-ECDSA");
    assert.deepEqual(inputs["signatureValidityPeriod"], { type: "MONTHS", value: 135 });
    assert.equal(inputs["namePrefix"], "images_");
    const managed = recording.named("images-managed-signing").inputs;
    assert.equal(managed["typeName"], "AWS::ECR::SigningConfiguration");
    assert.deepEqual(JSON.parse(String(managed["desiredState"])), { Rules: [{ SigningProfileArn: outputs["arn"] }] });
  });

  it("copies images to the Regions given, in the same account", async () => {
    const recording = await record(() => registry({ replicaRegions: ["us-west-2", "eu-west-1"] }));
    assert.deepEqual(recording.named("images-replication").inputs["replicationConfiguration"], {
      rules: [
        {
          destinations: [
            { region: "us-west-2", registryId: "111122223333" },
            { region: "eu-west-1", registryId: "111122223333" },
          ],
        },
      ],
    });
  });

  for (const [partition, region] of partitions) {
    it(`${partition}: signs with a profile of that partition`, async () => {
      const recording = await record(() => registry(), { mode: "update", environment: { region } });
      const arn = recording.component("service:index:ImageRegistry").outputs["signingProfileArn"];
      assert.match(
        String(arn),
        new RegExp(`^arn:${partition}:signer:${region}:111122223333:/signing-profiles/[a-zA-Z0-9_]+$`),
      );
    });
  }

  const refused: [string, () => unknown, RegExp][] = [
    ["a Region twice", () => registry({ replicaRegions: ["us-west-2", "us-west-2"] }), /holds "us-west-2" twice/],
    ["what is no Region", () => registry({ replicaRegions: ["west"] }), /replicaRegions is "west"/],
    [
      "more Regions than ECR copies to",
      () => registry({ replicaRegions: Array.from({ length: 26 }, (_, one) => `us-r${"a".repeat(one + 1)}-1`) }),
      /replicaRegions holds 26/,
    ],
    ["a signature without end", () => registry({ signatureMonths: 136 }), /signatureMonths is 136/],
    ["months where nothing is signed", () => registry({ signing: false, signatureMonths: 5 }), /nothing is signed/],
    ["a name too long for a profile", () => new ImageRegistry("i".repeat(38), {}), /has 38 characters/],
    ["a name of another form", () => new ImageRegistry("my_images", {}), /name is "my_images"/],
  ];
  for (const [title, program, expected] of refused) {
    it(`refuses ${title}`, async () => {
      await assert.rejects(record(program), expected);
    });
  }
});
