import assert from "node:assert/strict";
import { UploadBucket, type UploadBucketArgs } from "./index";
import { record, refusal, text } from "./testing/graph";

const keyArn = "arn:aws:kms:us-east-1:111122223333:key/0a1b";
const queue = "arn:aws:sqs:us-east-1:111122223333:scanned";
const topic = "arn:aws:sns:us-east-1:111122223333:alarms";
const args = (more: Partial<UploadBucketArgs> = {}): UploadBucketArgs => ({
  key: { arn: keyArn },
  accessLogBucket: { bucketName: "access-logs" },
  ...more,
});
const build = (more: Partial<UploadBucketArgs> = {}) => record(() => new UploadBucket("uploads", args(more)));

interface Statement {
  Sid: string;
  Action: string | string[];
  Resource: string | string[];
  Condition?: object;
}

describe("UploadBucket", () => {
  it("has these children, in a preview and in an update", async () => {
    const expected = [
      "aws:guardduty/malwareProtectionPlan:MalwareProtectionPlan uploads-scan",
      "aws:iam/role:Role uploads-scan",
      "aws:iam/rolePolicy:RolePolicy uploads-scan",
      "aws:s3/bucket:Bucket uploads",
      "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration uploads-lifecycle",
      "aws:s3/bucketLogging:BucketLogging uploads-access-logging",
      "aws:s3/bucketNotification:BucketNotification uploads-events",
      "aws:s3/bucketOwnershipControls:BucketOwnershipControls uploads-ownership",
      "aws:s3/bucketPolicy:BucketPolicy uploads-policy",
      "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock uploads-public-access",
      "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration uploads-encryption",
      "aws:s3/bucketVersioning:BucketVersioning uploads-versioning",
      "object-storage:index:UploadBucket uploads",
    ];
    assert.deepEqual((await build()).names, expected);
    const preview = await record(() => new UploadBucket("uploads", args()), { mode: "preview" });
    assert.deepEqual(preview.names, expected);
    const component = preview.one("UploadBucket").urn;
    for (const resource of preview.resources.filter((r) => r.custom)) assert.equal(resource.parent, component);
    assert.match(text(preview.one("BucketPolicy").inputs.policy), /DenyReadsUnlessClean/, "known at preview");
  });

  it("nobody but GuardDuty reads what was not found clean, or says that it was", async () => {
    const graph = await build();
    const role = text(graph.one("Role").outputs.arn);
    const policy = graph.policy();
    assert.deepEqual(policy.get("DenyReadsUnlessClean")?.Condition, {
      ArnNotEquals: { "aws:PrincipalArn": role },
      StringNotEquals: { "s3:ExistingObjectTag/GuardDutyMalwareScanStatus": "NO_THREATS_FOUND" },
    });
    assert.deepEqual(policy.get("DenyReadsUnlessClean")?.Action, ["s3:GetObject", "s3:GetObjectVersion"]);
    assert.deepEqual(policy.get("DenyOthersScanStatus")?.Condition, {
      ArnNotEquals: { "aws:PrincipalArn": role },
      "ForAnyValue:StringEquals": { "s3:RequestObjectTagKeys": "GuardDutyMalwareScanStatus" },
    });
    for (const statement of policy.values()) assert.equal(statement.Effect, "Deny", statement.Sid);
  });

  it("scans every object and tags it, by a role that can do that much", async () => {
    const graph = await build();
    const plan = graph.one("MalwareProtectionPlan");
    assert.deepEqual(plan.inputs.protectedResource, { s3Bucket: { bucketName: graph.one("Bucket").outputs.bucket } });
    assert.deepEqual(plan.inputs.actions, [{ taggings: [{ status: "ENABLED" }] }]);
    assert.equal(plan.inputs.role, graph.one("Role").outputs.arn);
    assert.ok(plan.dependencies.includes(graph.one("BucketPolicy").urn));
    const document = JSON.parse(text(graph.one("RolePolicy").inputs.policy)) as { Statement: Statement[] };
    const resources = Object.fromEntries(document.Statement.map(({ Sid, Resource }) => [Sid, Resource]));
    const bucket = text(graph.one("Bucket").outputs.arn);
    const rule = "arn:aws:events:us-east-1:111122223333:rule/DO-NOT-DELETE-AmazonGuardDutyMalwareProtectionS3*";
    assert.deepEqual(resources, {
      ManageOwnEventRule: rule,
      WatchOwnEventRule: rule,
      SwitchBucketEventsOn: bucket,
      ReadObjects: `${bucket}/*`,
      TagObjects: `${bucket}/*`,
      WriteValidationObject: `${bucket}/malware-protection-resource-validation-object`,
      UseKeyThroughS3: keyArn,
    });
    assert.match(text(graph.one("Role").inputs.assumeRolePolicy), /malware-protection-plan\.guardduty\.amazonaws\.com/);
  });

  it("scans below named prefixes on request", async () => {
    const plan = (await build({ scanPrefixes: ["incoming/"] })).one("MalwareProtectionPlan");
    assert.deepEqual((plan.inputs.protectedResource as { s3Bucket: object }).s3Bucket, {
      bucketName: text((await build()).one("Bucket").outputs.bucket),
      objectPrefixes: ["incoming/"],
    });
  });

  it("removes everything after a week, or as asked", async () => {
    const days = async (more: Partial<UploadBucketArgs>) => {
      const rules = (await build(more)).one("BucketLifecycleConfiguration").inputs.rules as Record<string, unknown>[];
      return [rules[1]?.expiration, rules[1]?.noncurrentVersionExpiration];
    };
    assert.deepEqual(await days({}), [{ days: 7 }, { noncurrentDays: 7 }]);
    assert.deepEqual(await days({ expireAfterDays: 1 }), [{ days: 1 }, { noncurrentDays: 1 }]);
  });

  it("s3-encryption-mode-choice: under the given key alone, since GuardDuty cannot scan under a caller's key", async () => {
    const graph = await build();
    assert.ok(graph.policy().has("DenyCustomerProvidedKey"));
    assert.deepEqual(graph.one("BucketServerSideEncryptionConfiguration").inputs.rules, [
      {
        applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: keyArn },
        bucketKeyEnabled: true,
        blockedEncryptionTypes: ["SSE-C"],
      },
    ]);
  });

  it("s3-media-serving-presigned: people write one object by a presigned URL on request, and read nothing", async () => {
    assert.ok((await build()).policy().has("DenyPresignedUrls"));
    const presigned = { maxSeconds: 120, origins: ["https://portal.example.com"], sourceCidrs: ["203.0.113.0/24"] };
    const graph = await build({ presigned, organizationId: "o-exampleorg1" });
    const policy = graph.policy();
    assert.ok(!policy.has("DenyPresignedUrls"));
    assert.ok(policy.get("DenyOtherPresignedActions")?.Action.includes("s3:Get*"));
    assert.ok(policy.has("DenyPresignedUrlsElsewhere"));
    assert.ok(policy.has("DenyForeignOrganization"));
    const [cors] = graph.one("BucketCorsConfiguration").inputs.corsRules as Record<string, unknown>[];
    assert.deepEqual(cors?.allowedMethods, ["PUT"]);
    assert.equal((graph.one("Bucket").inputs.tags as Record<string, string>)["hipaa:media"], "presigned");
  });

  it("sends all results to the queue and the bad ones to the topic", async () => {
    const graph = await build({ resultQueueArn: queue, alarmTopicArn: topic, tags: { Owner: "media" } });
    const results = (name: string) => {
      const pattern = JSON.parse(text(graph.one("EventRule", name).inputs.eventPattern)) as {
        detail: { s3ObjectDetails: object; scanResultDetails: { scanResultStatus: string[] } };
      };
      assert.deepEqual(pattern.detail.s3ObjectDetails, { bucketName: [graph.one("Bucket").outputs.bucket] });
      return pattern.detail.scanResultDetails.scanResultStatus;
    };
    assert.equal(results("uploads-scanned")[0], "NO_THREATS_FOUND");
    assert.deepEqual(results("uploads-unsafe"), ["THREATS_FOUND", "UNSUPPORTED", "ACCESS_DENIED", "FAILED"]);
    assert.equal(graph.one("EventTarget", "uploads-scanned").inputs.arn, queue);
    assert.equal(graph.one("EventTarget", "uploads-unsafe").inputs.arn, topic);
  });

  it("is tagged as PHI and protected, unless it may be emptied", async () => {
    assert.equal((await build()).one("Bucket").protect, true);
    const graph = await build({ forceDestroy: true });
    assert.equal(graph.one("Bucket").protect, undefined);
    assert.equal((graph.one("Bucket").inputs.tags as Record<string, string>)["hipaa:phi"], "true");
  });

  it("registers its fields as outputs, known once the scan is in place", async () => {
    let fields: string[] = [];
    const graph = await record(() => {
      fields = Object.keys(new UploadBucket("uploads", args())).filter((f) => f !== "urn" && !f.startsWith("__"));
    });
    const { outputs } = graph.one("UploadBucket");
    assert.deepEqual(Object.keys(outputs).sort(), fields.sort());
    assert.equal(outputs.scanRoleArn, graph.one("Role").outputs.arn);
    assert.equal(outputs.malwareProtectionPlanArn, graph.one("MalwareProtectionPlan").outputs.arn);
  });

  for (const [partition, region] of [
    ["aws", "us-east-1"],
    ["aws-us-gov", "us-gov-west-1"],
    ["aws-cn", "cn-north-1"],
  ] as const) {
    it(`names only ARNs of the partition ${partition}`, async () => {
      const key = { arn: `arn:${partition}:kms:${region}:111122223333:key/0a1b` };
      const graph = await record(() => new UploadBucket("uploads", args({ key })), {
        mode: "update",
        environment: { partition, region },
      });
      const policies = [graph.one("BucketPolicy"), graph.one("RolePolicy")].map((r) => text(r.inputs.policy)).join();
      const arns = policies.match(/arn:[^"]*/g) ?? [];
      assert.ok(arns.length > 0);
      for (const arn of arns) assert.equal(arn.split(":")[1], partition, arn);
      assert.ok(policies.includes(`"s3.${region}.amazonaws.com"`));
    });
  }

  const refused: [string, Partial<UploadBucketArgs>, RegExp][] = [
    ["no prefix", { scanPrefixes: [] }, /scanPrefixes has 0 element/],
    ["six prefixes", { scanPrefixes: [..."abcdef"] }, /scanPrefixes has 6 elements, and GuardDuty takes 5/],
    ["a prefix twice", { scanPrefixes: ["a", "a"] }, /scanPrefixes holds "a" twice/],
    ["an empty prefix", { scanPrefixes: [""] }, /scanPrefixes is ""/],
    ["uploads kept for ever", { expireAfterDays: 91 }, /expireAfterDays is 91/],
    ["URLs of six minutes", { presigned: { maxSeconds: 360 } }, /presigned.maxSeconds is 360/],
    ["any origin", { presigned: { origins: ["*"] } }, /presigned.origins is "\*"/],
  ];
  for (const [what, more, message] of refused) {
    it(`refuses ${what}`, async () =>
      assert.match(await refusal(() => new UploadBucket("uploads", args(more))), message));
  }

  it("refuses names that do not fit, and callers without types who leave out what is required", async () => {
    assert.match(await refusal(() => new UploadBucket("x".repeat(49), args())), /name is too long/);
    assert.match(await refusal(() => new UploadBucket("uploads", {} as UploadBucketArgs)), /key is missing/);
    const noLogs = { key: { arn: keyArn } } as UploadBucketArgs;
    assert.match(await refusal(() => new UploadBucket("uploads", noLogs)), /accessLogBucket is missing/);
  });
});
