import assert from "node:assert/strict";
import { record, refusal, text, type Graph } from "@hipaa-aws/component-testing";
import { RotatedSecret } from "./rotated-secret";
import type { RotatedSecretArgs } from "./rotated-secret-args";

const arn = "arn:aws:kms:us-east-1:111122223333:key/11111111-2222-3333-4444-555555555555";
const rotationFunctionArn = "arn:aws:lambda:us-east-1:111122223333:function:rotate";
const [secretType, rotationType, versionType] = [
  "secret:Secret",
  "secretRotation:SecretRotation",
  "secretVersion:SecretVersion",
].map((type) => `aws:secretsmanager/${type}`) as [string, string, string];

const secret = (args: Partial<RotatedSecretArgs> = {}) =>
  new RotatedSecret("api", { description: "Sign-in to the lab's API", key: { arn }, rotationFunctionArn, ...args });
const recorded = (args: Partial<RotatedSecretArgs> = {}, mode: "preview" | "update" = "update"): Promise<Graph> =>
  record(() => void secret(args), mode);

describe("RotatedSecret", () => {
  it("secretsmanager-cmk, secretsmanager-recovery-window: under the key, recoverable for 30 days", async () => {
    const { inputs } = (await recorded()).one(secretType);
    assert.deepEqual([inputs["kmsKeyId"], inputs["recoveryWindowInDays"]], [arn, 30]);
    assert.deepEqual(inputs["tags"], { rotate: "true" });
  });

  it("secretsmanager-rotation: every 30 days, in a window of four hours, not at once while it is empty", async () => {
    const { inputs } = (await recorded()).one(rotationType);
    assert.deepEqual(inputs["rotationRules"], { automaticallyAfterDays: 30, duration: "4h" });
    assert.deepEqual([inputs["rotationLambdaArn"], inputs["rotateImmediately"]], [rotationFunctionArn, false]);
  });

  it("secretsmanager-block-public-policy: closed to outsiders, and AWS proves it", async () => {
    const { inputs } = (await recorded()).one("aws:secretsmanager/secretPolicy:SecretPolicy");
    assert.equal(inputs["blockPublicPolicy"], true);
    assert.match(text(inputs["policy"]), /"Effect":"Deny".*"aws:PrincipalAccount":"111122223333"/);
    const organization = await recorded({ organizationId: "o-clinic" });
    assert.match(
      text(organization.one("aws:secretsmanager/secretPolicy:SecretPolicy").inputs["policy"]),
      /"aws:PrincipalOrgID":"o-clinic"/,
    );
  });

  it("secretsmanager-no-plaintext-version: a first value is write-only and rotated at once", async () => {
    const graph = await recorded({ initialValue: '{"token":"first-value"}' });
    const { inputs } = graph.one(versionType);
    assert.equal(inputs["secretStringWoVersion"], 1);
    assert.ok(!("secretString" in inputs));
    assert.equal(graph.one(rotationType).inputs["rotateImmediately"], true);
    const component = graph.resources.find(({ type }) => type === "keys:index:RotatedSecret");
    assert.ok(!JSON.stringify(component).includes("first-value"), "the component repeats the value");
  });

  it("has no version without a first value", async () => {
    assert.deepEqual((await recorded()).all(versionType), []);
  });

  it("takes its knobs", async () => {
    const keyArn = "arn:aws:kms:us-west-2:111122223333:key/replica";
    const graph = await recorded({
      rotateEveryDays: 7,
      rotationWindowHours: 2,
      recoveryWindowDays: 7,
      replicas: [{ region: "us-west-2", keyArn }],
      tags: { team: "lab" },
    });
    const { inputs } = graph.one(secretType);
    assert.equal(inputs["recoveryWindowInDays"], 7);
    assert.deepEqual(inputs["replicas"], [{ region: "us-west-2", kmsKeyId: keyArn }]);
    assert.deepEqual(inputs["tags"], { rotate: "true", team: "lab" });
    assert.deepEqual(graph.one(rotationType).inputs["rotationRules"], { automaticallyAfterDays: 7, duration: "2h" });
  });

  it("has these children, at preview too", async () => {
    const graph = await recorded({ initialValue: "{}" }, "preview");
    assert.deepEqual(
      graph.names.filter((name) => name.startsWith("aws:")),
      [
        "aws:secretsmanager/secret:Secret api",
        "aws:secretsmanager/secretPolicy:SecretPolicy api-policy",
        "aws:secretsmanager/secretRotation:SecretRotation api-rotation",
        "aws:secretsmanager/secretVersion:SecretVersion api-initial",
      ],
    );
  });

  for (const [region, partition] of [
    ["us-east-1", "aws"],
    ["us-gov-west-1", "aws-us-gov"],
    ["cn-north-1", "aws-cn"],
  ] as const) {
    it(`is made in the partition ${partition}`, async () => {
      const graph = await record(() => void secret(), "update", region);
      assert.match(
        text(graph.one(secretType).outputs["arn"]),
        new RegExp(`^arn:${partition}:secretsmanager:${region}:`),
      );
    });
  }

  const refused: readonly (readonly [string, Partial<RotatedSecretArgs>, RegExp])[] = [
    ["more than 90 days", { rotateEveryDays: 91 }, /rotateEveryDays is 91.*from 1 to 90/],
    ["a window of more than a day", { rotationWindowHours: 25 }, /rotationWindowHours is 25/],
    ["immediate deletion", { recoveryWindowDays: 0 }, /recoveryWindowDays is 0.*from 7 to 30/],
    ["an empty description", { description: " " }, /description/],
    [
      "a Region twice",
      {
        replicas: [
          { region: "us-west-2", keyArn: arn },
          { region: "us-west-2", keyArn: arn },
        ],
      },
      /replicas holds "us-west-2" twice/,
    ],
  ];
  for (const [title, args, message] of refused) {
    it(`refuses ${title}`, async () => assert.match(await refusal(() => void secret(args)), message));
  }
});
