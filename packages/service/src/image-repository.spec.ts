import assert from "node:assert/strict";
import { ArgumentError } from "@hipaa-aws/foundation";
import { ImageRepository } from "./image-repository";
import type { ImageRepositoryArgs } from "./image-repository-args";
import { accountArn } from "./testing/example";
import { record, statements } from "./testing/recorded";

const key = { arn: accountArn("kms", "key/44444444-4444-4444-8444-444444444444") };

function repository(overrides: Partial<ImageRepositoryArgs> = {}): ImageRepository {
  return new ImageRepository("web", { key, ...overrides });
}

async function policyOf(overrides: Partial<ImageRepositoryArgs>, region = "us-east-1") {
  const recording = await record(() => repository(overrides), { environment: { region } });
  return statements(recording.named("web-policy").inputs["policy"]);
}

describe("ImageRepository", () => {
  for (const mode of ["preview", "update"] as const) {
    it(`registers repository, policy and lifecycle in ${mode} mode`, async () => {
      assert.deepEqual((await record(() => repository(), { mode })).identities(), [
        "service:index:ImageRepository$aws:ecr/lifecyclePolicy:LifecyclePolicy::web-lifecycle",
        "service:index:ImageRepository$aws:ecr/repository:Repository::web",
        "service:index:ImageRepository$aws:ecr/repositoryPolicy:RepositoryPolicy::web-policy",
        "service:index:ImageRepository::web",
      ]);
    });
  }

  it("ecr-repository-settings, ecr-scan-on-push, ecr-immutable-tags, ecr-no-force-delete", async () => {
    const { inputs } = (await record(() => repository({ tags: { Team: "portal" } }))).named("web");
    assert.equal(inputs["imageTagMutability"], "IMMUTABLE");
    assert.deepEqual(inputs["imageScanningConfiguration"], { scanOnPush: true });
    assert.deepEqual(inputs["encryptionConfigurations"], [{ encryptionType: "KMS", kmsKey: key.arn }]);
    assert.ok(!("forceDelete" in inputs));
    assert.deepEqual(inputs["tags"], { Team: "portal" });
  });

  it("ecr-policy-not-public: keeps every other account out by default", async () => {
    const found = await policyOf({});
    assert.deepEqual(found, {
      DenyOutsiders: {
        Sid: "DenyOutsiders",
        Effect: "Deny",
        Principal: "*",
        Action: "ecr:*",
        Condition: {
          StringNotEquals: { "aws:PrincipalAccount": "111122223333" },
          BoolIfExists: { "aws:PrincipalIsAWSService": "false" },
        },
      },
    });
  });

  for (const [partition, region] of [
    ["aws", "us-east-1"],
    ["aws-us-gov", "us-gov-west-1"],
    ["aws-cn", "cn-north-1"],
  ] as const) {
    it(`lets named accounts pull, in ${partition}`, async () => {
      const found = await policyOf({ pullAccountIds: ["444455556666"] }, region);
      assert.deepEqual(found["PullFromAccounts"]?.Principal, { AWS: `arn:${partition}:iam::444455556666:root` });
      assert.deepEqual(found["PullFromAccounts"]?.Action, [
        "ecr:BatchCheckLayerAvailability",
        "ecr:GetDownloadUrlForLayer",
        "ecr:BatchGetImage",
      ]);
      assert.deepEqual(found["DenyOutsiders"]?.Condition?.["StringNotEquals"], {
        "aws:PrincipalAccount": ["111122223333", "444455556666"],
      });
    });
  }

  it("lets the organization pull", async () => {
    const found = await policyOf({ organizationId: "o-exampleorg1" });
    assert.equal(found["PullFromOrganization"]?.Effect, "Allow");
    assert.deepEqual(found["PullFromOrganization"]?.Condition, {
      StringEquals: { "aws:PrincipalOrgID": "o-exampleorg1" },
    });
    assert.deepEqual(found["DenyOutsiders"]?.Condition?.["StringNotEquals"], { "aws:PrincipalOrgID": "o-exampleorg1" });
  });

  it("expires old images, by count and by days", async () => {
    const counts = async (overrides: Partial<ImageRepositoryArgs>) => {
      const { inputs } = (await record(() => repository(overrides))).named("web-lifecycle");
      const { rules } = JSON.parse(inputs["policy"] as string) as {
        rules: { selection: { tagStatus: string; countNumber: number } }[];
      };
      return rules.map(({ selection }) => [selection.tagStatus, selection.countNumber]);
    };
    assert.deepEqual(await counts({}), [
      ["untagged", 14],
      ["tagged", 50],
    ]);
    assert.deepEqual(await counts({ keepImages: 9, untaggedDays: 3 }), [
      ["untagged", 3],
      ["tagged", 9],
    ]);
  });

  it("has the same outputs as fields and as state", async () => {
    let made: ImageRepository | undefined;
    const recording = await record(() => (made = repository()), { mode: "update" });
    const { outputs } = recording.component("service:index:ImageRepository");
    const fields = Object.keys(made ?? {}).filter((field) => !field.startsWith("__") && field !== "urn");
    assert.deepEqual(fields.sort(), Object.keys(outputs).sort());
    assert.equal(outputs["repositoryUrl"], recording.named("web").outputs["repositoryUrl"]);
    assert.match(String(outputs["repositoryUrl"]), /^111122223333\.dkr\.ecr\.us-east-1\.amazonaws\.com\/web-/);
  });

  for (const [what, args, message] of [
    [
      "both kinds of readers",
      { pullAccountIds: ["444455556666"], organizationId: "o-exampleorg1" },
      /pullAccountIds and organizationId are given together/,
    ],
    ["an account", { pullAccountIds: ["4444"] }, /pullAccountIds is "4444"/],
    ["an organization", { organizationId: "*" }, /organizationId is "\*"/],
    ["no images", { keepImages: 0 }, /keepImages is 0/],
    ["no days", { untaggedDays: 0 }, /untaggedDays is 0/],
  ] as [string, Partial<ImageRepositoryArgs>, RegExp][]) {
    it(`refuses ${what}`, () => {
      assert.throws(
        () => repository(args),
        (error: Error) => error instanceof ArgumentError && message.test(error.message),
      );
    });
  }

  it("refuses names that ECR does not take", () => {
    for (const name of ["Web", "web--api", "-web", ""]) {
      assert.throws(() => new ImageRepository(name, { key }), ArgumentError, name);
    }
  });
});
