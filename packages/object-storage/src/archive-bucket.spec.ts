import assert from "node:assert/strict";
import { ArchiveBucket, BucketObjectLockMode, LogBucket, LogBucketPurpose, type ArchiveBucketArgs } from "./index";
import { record, refusal, text } from "./testing/graph";

const key = { arn: "arn:aws:kms:us-east-1:111122223333:key/0a1b" };
const accessLogBucket = { bucketName: "access-logs" };
const replica = { bucketArn: "arn:aws:s3:::copy", keyArn: key.arn, accountId: "444455556666" };
const args = (more: Partial<ArchiveBucketArgs> = {}): ArchiveBucketArgs => ({ key, accessLogBucket, ...more });
const build = (more: Partial<ArchiveBucketArgs> = {}) => record(() => new ArchiveBucket("archive", args(more)));

describe("ArchiveBucket", () => {
  it("has these children, in a preview and in an update", async () => {
    const expected = [
      "aws:s3/bucket:Bucket archive",
      "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration archive-lifecycle",
      "aws:s3/bucketLogging:BucketLogging archive-access-logging",
      "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration archive-object-lock",
      "aws:s3/bucketOwnershipControls:BucketOwnershipControls archive-ownership",
      "aws:s3/bucketPolicy:BucketPolicy archive-policy",
      "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock archive-public-access",
      "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration archive-encryption",
      "aws:s3/bucketVersioning:BucketVersioning archive-versioning",
      "object-storage:index:ArchiveBucket archive",
    ];
    assert.deepEqual((await build()).names, expected);
    const preview = await record(() => new ArchiveBucket("archive", args()), { mode: "preview" });
    assert.deepEqual(preview.names, expected);
    const component = preview.one("ArchiveBucket").urn;
    for (const resource of preview.resources.filter((r) => r.custom)) assert.equal(resource.parent, component);
  });

  it("log-archive-component: locks every record for six years, tagged as an archive and protected", async () => {
    const graph = await build({ tags: { Owner: "security" } });
    const bucket = graph.one("Bucket");
    assert.equal(bucket.inputs.objectLockEnabled, true);
    assert.equal(bucket.inputs.forceDestroy, false);
    assert.equal(bucket.protect, true);
    assert.deepEqual(bucket.inputs.tags, { "hipaa:purpose": "log-archive", Owner: "security" });
    assert.deepEqual(graph.one("BucketObjectLockConfiguration").inputs.rule, {
      defaultRetention: { mode: "COMPLIANCE", days: 2192 },
    });
  });

  it("glacier-storage-class-archive: moves records to the Glacier classes and keeps them as long as the lock", async () => {
    const graph = await build({ objectLockDays: 3000 });
    const rules = graph.one("BucketLifecycleConfiguration").inputs.rules as Record<string, unknown>[];
    assert.deepEqual(rules[1]?.transitions, [
      { days: 90, storageClass: "GLACIER_IR" },
      { days: 365, storageClass: "DEEP_ARCHIVE" },
    ]);
    assert.deepEqual(rules[1].expiration, { days: 3000 });
    assert.deepEqual(rules[1].noncurrentVersionExpiration, { noncurrentDays: 3000 });
  });

  it("denies plain HTTP, old TLS, other keys and deletion, and by default allows nobody anything", async () => {
    const policy = (await build()).policy();
    assert.deepEqual([...policy.keys()].sort(), [
      "DenyCustomerProvidedKey",
      "DenyInsecureTransport",
      "DenyLogDeletion",
      "DenyOldTls",
      "DenyOtherEncryption",
      "DenyOtherKey",
    ]);
    for (const statement of policy.values()) assert.equal(statement.Effect, "Deny", statement.Sid);
  });

  it("lets the named accounts copy in, and do nothing else", async () => {
    const graph = await build({ sourceAccountIds: ["444455556666"] });
    const allow = graph.policy().get("AllowReplicas");
    assert.deepEqual(allow?.Principal, { AWS: "arn:aws:iam::444455556666:root" });
    assert.deepEqual(allow.Action, ["s3:ObjectOwnerOverrideToBucketOwner", "s3:ReplicateObject", "s3:ReplicateTags"]);
    const check = graph.policy().get("AllowReplicationCheck");
    assert.deepEqual(check?.Action, ["s3:GetBucketVersioning", "s3:ListBucket"]);
  });

  it("is read by named roles, or with a second factor, on request", async () => {
    const roles = ["arn:aws:iam::111122223333:role/auditor"];
    const policy = (
      await build({ readerArns: roles, readWithMfaOnly: true, organizationId: "o-exampleorg1" })
    ).policy();
    assert.deepEqual(policy.get("DenyOtherReaders")?.Condition?.ArnNotLike, { "aws:PrincipalArn": roles[0] });
    assert.deepEqual(policy.get("DenyReadsWithoutMfa")?.Condition, {
      BoolIfExists: { "aws:MultiFactorAuthPresent": "false", "aws:PrincipalIsAWSService": "false" },
    });
    assert.ok(policy.has("DenyForeignOrganization"));
  });

  it("s3-replication-dr: is copied further on request, and alarms when copies are late", async () => {
    const graph = await build({ replica, alarmTopicArn: "arn:aws:sns:us-east-1:111122223333:alarms" });
    const [rule] = graph.one("BucketReplicationConfig").inputs.rules as Record<string, unknown>[];
    assert.equal(rule?.id, "archive-copy");
    assert.equal((rule.destination as Record<string, unknown>).account, replica.accountId);
    graph.one("MetricAlarm", "archive-replication-failed");
  });

  it("fits as the archive of a LogBucket, whose copies wait for the lock", async () => {
    const graph = await record(
      () => {
        const archive = new ArchiveBucket("archive", args());
        new LogBucket("flow", { purpose: LogBucketPurpose.VpcFlowLogs, key, accessLogBucket, archive });
      },
      { mode: "preview" },
    );
    const sources = graph.one("BucketReplicationConfig").propertyDependencies.rules ?? [];
    assert.ok(sources.includes(graph.one("BucketObjectLockConfiguration").urn));
    assert.deepEqual(Object.keys(graph.one("LogBucket").inputs.archive ?? {}).sort(), ["bucketArn", "keyArn"]);
  });

  it("registers its fields as outputs", async () => {
    let fields: string[] = [];
    const graph = await record(() => {
      fields = Object.keys(new ArchiveBucket("archive", args())).filter(
        (key) => key !== "urn" && !key.startsWith("__"),
      );
    });
    const { outputs } = graph.one("ArchiveBucket");
    assert.deepEqual(Object.keys(outputs).sort(), fields.sort());
    assert.equal(outputs.keyArn, key.arn);
    assert.equal(outputs.bucketArn, graph.one("Bucket").outputs.arn);
  });

  for (const [partition, region] of [
    ["aws", "us-east-1"],
    ["aws-us-gov", "us-gov-west-1"],
    ["aws-cn", "cn-north-1"],
  ]) {
    it(`names only ARNs of the partition ${partition}`, async () => {
      const ours = { arn: `arn:${partition}:kms:${region}:111122223333:key/0a1b` };
      const graph = await record(
        () => new ArchiveBucket("archive", args({ key: ours, sourceAccountIds: ["444455556666"] })),
        { mode: "update", environment: { partition, region } },
      );
      const arns = text(graph.one("BucketPolicy").inputs.policy).match(/arn:[^"]*/g) ?? [];
      assert.ok(arns.length > 0);
      for (const arn of arns) assert.equal(arn.split(":")[1], partition, arn);
    });
  }

  const refused: [string, Partial<ArchiveBucketArgs>, RegExp][] = [
    ["no lock", { objectLockMode: BucketObjectLockMode.None }, /objectLockMode is None, and an archive is locked/],
    ["a lock of 0 days", { objectLockDays: 0 }, /objectLockDays is 0/],
    ["a lock that outlasts the record", { objectLockDays: 3000, retentionDays: 2999 }, /contradict each other/],
    ["less than six years", { retentionDays: 2191 }, /retentionDays is 2191/],
    ["half an account", { sourceAccountIds: ["1111"] }, /an account id of 12 digits/],
    ["no account", { sourceAccountIds: [] }, /sourceAccountIds has 0 element/],
    ["alarms without a replica", { alarmTopicArn: "t" }, /alarmTopicArn is given without a replica/],
  ];
  for (const [what, more, message] of refused) {
    it(`refuses ${what}`, async () =>
      assert.match(await refusal(() => new ArchiveBucket("archive", args(more))), message));
  }

  it("refuses names with which the replication role's would be too long, where there is one", async () => {
    const long = "x".repeat(45);
    assert.match(await refusal(() => new ArchiveBucket(long, args({ replica }))), /an IAM role/);
    await record(() => new ArchiveBucket(long, args()));
  });

  it("refuses callers without types who leave out the key or the access log bucket", async () => {
    assert.match(await refusal(() => new ArchiveBucket("archive", {} as ArchiveBucketArgs)), /key is missing/);
    const noLogs = { key } as ArchiveBucketArgs;
    assert.match(await refusal(() => new ArchiveBucket("archive", noLogs)), /accessLogBucket is missing/);
  });
});
