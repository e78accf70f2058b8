import assert from "node:assert/strict";
import * as kms from "@pulumi/aws/kms";
import * as fc from "fast-check";
import { BucketObjectLockMode, PhiBucket, PhiBucketClientAccess, type PhiBucketArgs } from "./index";
import { record, refusal, text } from "./testing/graph";

const keyArn = "arn:aws:kms:us-east-1:111122223333:key/0a1b";
const replica = { bucketArn: "arn:aws:s3:::copy", keyArn: "arn:aws:kms:us-west-2:111122223333:key/9f8e" };

function args(more: Partial<PhiBucketArgs> = {}): PhiBucketArgs {
  return { key: { arn: keyArn }, accessLogBucket: { bucketName: "access-logs" }, ...more };
}

const build = (more: Partial<PhiBucketArgs> = {}) => record(() => new PhiBucket("documents", args(more)));

describe("PhiBucket", () => {
  it("has these children with default arguments", async () => {
    assert.deepEqual((await build()).names, [
      "aws:s3/bucket:Bucket documents",
      "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration documents-lifecycle",
      "aws:s3/bucketLogging:BucketLogging documents-access-logging",
      "aws:s3/bucketOwnershipControls:BucketOwnershipControls documents-ownership",
      "aws:s3/bucketPolicy:BucketPolicy documents-policy",
      "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock documents-public-access",
      "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration documents-encryption",
      "aws:s3/bucketVersioning:BucketVersioning documents-versioning",
      "object-storage:index:PhiBucket documents",
    ]);
  });

  it("has the same children, all below it, in a preview", async () => {
    const preview = await record(() => new PhiBucket("documents", args()), { mode: "preview" });
    assert.deepEqual(preview.names, (await build()).names);
    const component = preview.one("PhiBucket").urn;
    for (const resource of preview.resources.filter((r) => r.custom)) assert.equal(resource.parent, component);
  });

  it("s3-phi-bucket-component: is tagged as PHI, and protected from removal", async () => {
    const bucket = (await build({ tags: { Owner: "records" } })).one("Bucket");
    assert.deepEqual(bucket.inputs.tags, { "hipaa:phi": "true", "hipaa:media": "proxied", Owner: "records" });
    assert.equal(bucket.inputs.forceDestroy, false);
    assert.equal(bucket.inputs.objectLockEnabled, false);
    assert.equal(bucket.protect, true);
  });

  it("lets go of the protection with forceDestroy, and on the caller's word", async () => {
    assert.equal((await build({ forceDestroy: true })).one("Bucket").protect, undefined);
    const unprotected = await record(() => new PhiBucket("documents", args(), { protect: false }));
    assert.equal(unprotected.one("Bucket").protect, undefined);
  });

  it("s3-encryption-mode-choice: encrypts under the given key and blocks SSE-C", async () => {
    assert.deepEqual((await build()).one("BucketServerSideEncryptionConfiguration").inputs.rules, [
      {
        applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: keyArn },
        bucketKeyEnabled: true,
        blockedEncryptionTypes: ["SSE-C"],
      },
    ]);
  });

  it("s3-encryption-mode-choice: denies uploads that name another mode or key, and lets default encryption pass", async () => {
    const policy = (await build()).policy();
    const mode = "s3:x-amz-server-side-encryption";
    const key = "s3:x-amz-server-side-encryption-aws-kms-key-id";
    assert.deepEqual(policy.get("DenyOtherEncryption")?.Condition, {
      StringNotEquals: { [mode]: "aws:kms" },
      Null: { [mode]: "false" },
    });
    assert.deepEqual(policy.get("DenyOtherKey")?.Condition, {
      StringNotEquals: { [key]: keyArn },
      Null: { [key]: "false" },
    });
    for (const sid of ["DenyOtherEncryption", "DenyOtherKey"]) {
      assert.equal(policy.get(sid)?.Effect, "Deny");
      assert.equal(policy.get(sid)?.Action, "s3:PutObject");
      assert.equal(policy.get(sid)?.Principal, "*");
    }
  });

  it("denies plain HTTP and old TLS on the bucket and its objects, and allows nobody anything", async () => {
    const graph = await build();
    const policy = graph.policy();
    const arn = text(graph.one("Bucket").outputs.arn);
    assert.deepEqual(policy.get("DenyInsecureTransport")?.Condition, { Bool: { "aws:SecureTransport": "false" } });
    assert.deepEqual(policy.get("DenyOldTls")?.Condition, { NumericLessThan: { "s3:TlsVersion": "1.2" } });
    for (const sid of ["DenyInsecureTransport", "DenyOldTls"]) {
      assert.deepEqual(policy.get(sid)?.Resource, [arn, `${arn}/*`]);
      assert.equal(policy.get(sid)?.Action, "s3:*");
    }
    for (const statement of policy.values()) assert.equal(statement.Effect, "Deny", statement.Sid);
  });

  it("closes every way to the public and switches ACLs off", async () => {
    const graph = await build();
    const block = graph.one("BucketPublicAccessBlock").inputs;
    assert.equal(block.bucket, graph.one("Bucket").outputs.bucket);
    for (const flag of ["blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets"]) {
      assert.equal(block[flag], true, flag);
    }
    assert.deepEqual(graph.one("BucketOwnershipControls").inputs.rule, { objectOwnership: "BucketOwnerEnforced" });
    assert.deepEqual(graph.one("BucketVersioning").inputs.versioningConfiguration, { status: "Enabled" });
  });

  it("logs every access to the given bucket", async () => {
    const logging = (await build()).one("BucketLogging").inputs;
    assert.equal(logging.targetBucket, "access-logs");
    assert.deepEqual(logging.targetObjectKeyFormat, { partitionedPrefix: { partitionDateSource: "EventTime" } });
  });

  it("links each companion to the bucket by a property dependency", async () => {
    const graph = await record(() => new PhiBucket("documents", args()), { mode: "preview" });
    const bucket = graph.one("Bucket").urn;
    for (const resource of graph.resources.filter((r) => r.custom && r.urn !== bucket)) {
      assert.deepEqual(resource.propertyDependencies.bucket, [bucket], resource.urn);
    }
  });

  it("writes the policy after the public access block and the ownership controls", async () => {
    const graph = await build();
    const policy = graph.one("BucketPolicy");
    assert.ok(policy.dependencies.includes(graph.one("BucketPublicAccessBlock").urn));
    assert.ok(policy.dependencies.includes(graph.one("BucketOwnershipControls").urn));
    assert.ok(graph.one("BucketLifecycleConfiguration").dependencies.includes(graph.one("BucketVersioning").urn));
  });

  it("keeps everything by default: unfinished uploads go, old versions are archived, nothing expires", async () => {
    assert.deepEqual((await build()).one("BucketLifecycleConfiguration").inputs.rules, [
      {
        id: "abort-multipart",
        status: "Enabled",
        filter: { prefix: "" },
        abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
      },
      {
        id: "archive-noncurrent",
        status: "Enabled",
        filter: { prefix: "" },
        noncurrentVersionTransitions: [{ noncurrentDays: 90, storageClass: "GLACIER_IR" }],
      },
    ]);
  });

  it("glacier-storage-class-archive: archives and removes on request, never current objects", async () => {
    const graph = await build({
      archiveAfterDays: 120,
      noncurrentArchiveAfterDays: 10,
      noncurrentExpirationDays: 400,
    });
    const rules = graph.one("BucketLifecycleConfiguration").inputs.rules as Record<string, unknown>[];
    assert.deepEqual(
      rules.map(({ status, filter, ...rule }) => [status, filter, rule]),
      [
        { id: "abort-multipart", abortIncompleteMultipartUpload: { daysAfterInitiation: 7 } },
        { id: "archive", transitions: [{ days: 120, storageClass: "GLACIER_IR" }] },
        {
          id: "archive-noncurrent",
          noncurrentVersionTransitions: [{ noncurrentDays: 10, storageClass: "GLACIER_IR" }],
        },
        {
          id: "expire-noncurrent",
          noncurrentVersionExpiration: { noncurrentDays: 400 },
          expiration: { expiredObjectDeleteMarker: true },
        },
      ].map((rule) => ["Enabled", { prefix: "" }, rule]),
    );
  });

  it("does not archive versions that are removed before the default day", async () => {
    const graph = await build({ noncurrentExpirationDays: 30 });
    const rules = graph.one("BucketLifecycleConfiguration").inputs.rules as { id: string }[];
    assert.deepEqual(
      rules.map((rule) => rule.id),
      ["abort-multipart", "expire-noncurrent"],
    );
  });

  it("s3-media-serving-proxied: denies presigned URLs by default", async () => {
    const policy = (await build()).policy();
    assert.deepEqual(policy.get("DenyPresignedUrls")?.Condition, {
      StringEquals: { "s3:authType": "REST-QUERY-STRING" },
    });
    assert.equal(policy.has("DenyOldPresignedUrls"), false);
  });

  it("s3-media-serving-presigned: lets presigned URLs live five minutes on request", async () => {
    const graph = await build({ clientAccess: PhiBucketClientAccess.Presigned });
    const policy = graph.policy();
    assert.deepEqual(policy.get("DenyOldPresignedUrls")?.Condition, {
      NumericGreaterThan: { "s3:signatureAge": "300000" },
    });
    assert.equal(policy.has("DenyPresignedUrls"), false);
    assert.equal((graph.one("Bucket").inputs.tags as Record<string, string>)["hipaa:media"], "presigned");
  });

  it("denies other organizations where the organization is given", async () => {
    const policy = (await build({ organizationId: "o-exampleorg1" })).policy();
    assert.deepEqual(policy.get("DenyForeignOrganization")?.Condition, {
      StringNotEqualsIfExists: { "aws:PrincipalOrgID": "o-exampleorg1" },
      BoolIfExists: { "aws:PrincipalIsAWSService": "false" },
    });
    assert.equal((await build()).policy().has("DenyForeignOrganization"), false);
  });

  it("sends events to EventBridge on request", async () => {
    assert.equal((await build()).has("BucketNotification"), false);
    assert.equal((await build({ eventBridge: true })).one("BucketNotification").inputs.eventbridge, true);
  });

  it("locks new versions on request", async () => {
    const graph = await build({ objectLockMode: BucketObjectLockMode.Compliance, objectLockDays: 365 });
    assert.equal(graph.one("Bucket").inputs.objectLockEnabled, true);
    const lock = graph.one("BucketObjectLockConfiguration");
    assert.deepEqual(lock.inputs.rule, { defaultRetention: { mode: "COMPLIANCE", days: 365 } });
    assert.ok(lock.dependencies.includes(graph.one("BucketVersioning").urn));
    assert.equal((await build()).has("BucketObjectLockConfiguration"), false);
  });

  it("s3-replication-dr: replicates under the other Region's key, without deletions, with metrics", async () => {
    const graph = await build({ replica });
    const config = graph.one("BucketReplicationConfig");
    assert.deepEqual(config.inputs.rules, [
      {
        id: "recovery-region",
        status: "Enabled",
        priority: 1,
        filter: { prefix: "" },
        deleteMarkerReplication: { status: "Disabled" },
        sourceSelectionCriteria: { sseKmsEncryptedObjects: { status: "Enabled" } },
        destination: {
          bucket: replica.bucketArn,
          encryptionConfiguration: { replicaKmsKeyId: replica.keyArn },
          metrics: { status: "Enabled", eventThreshold: { minutes: 15 } },
          replicationTime: { status: "Enabled", time: { minutes: 15 } },
        },
      },
    ]);
    const document = JSON.parse(text(graph.one("RolePolicy").inputs.policy)) as {
      Statement: { Sid: string; Resource: string | string[] }[];
    };
    const resources = Object.fromEntries(document.Statement.map(({ Sid, Resource }) => [Sid, Resource]));
    const arn = text(graph.one("Bucket").outputs.arn);
    assert.deepEqual(resources, {
      ReadSourceBucket: arn,
      ReadSourceVersions: `${arn}/*`,
      WriteReplicas: `${replica.bucketArn}/*`,
      DecryptSource: keyArn,
      EncryptReplica: replica.keyArn,
    });
    assert.ok(config.dependencies.includes(graph.one("BucketVersioning").urn));
    assert.equal((await build()).has("BucketReplicationConfig"), false);
  });

  it("gives out its name and ARN only once the safeguards are in place, as its only fields", async () => {
    let component: PhiBucket | undefined;
    const graph = await record(() => {
      component = new PhiBucket("documents", args());
    });
    const { outputs } = graph.one("PhiBucket");
    const all = ["bucketArn", "bucketName", "objectArnPrefix", "replicationRoleArn"];
    assert.deepEqual(Object.keys(outputs).sort(), all);
    assert.equal(outputs.bucketArn, graph.one("Bucket").outputs.arn);
    const own = Object.keys(component ?? {}).filter((field) => !field.startsWith("__"));
    assert.deepEqual(own.filter((field) => field in outputs).sort(), all);
    assert.equal(outputs.objectArnPrefix, `${text(outputs.bucketArn)}/`);
    assert.equal(outputs.replicationRoleArn, "");
  });

  it("keeps no resource inside its own inputs", async () => {
    const graph = await record(() => {
      const first = new PhiBucket("first", args());
      new PhiBucket("second", args({ accessLogBucket: first }));
    });
    assert.deepEqual(Object.keys(graph.one("PhiBucket", "second").inputs.accessLogBucket ?? {}), ["bucketName"]);
  });

  it("takes a key that is a resource as plain data too", async () => {
    const graph = await record(() => {
      const key = new kms.Key("key", {});
      new PhiBucket("documents", args({ key }));
    });
    assert.deepEqual(graph.one("PhiBucket").inputs.key, { arn: graph.one("Key").outputs.arn });
  });

  const refused: [string, Partial<PhiBucketArgs>, RegExp][] = [
    ["objectLockDays alone", { objectLockDays: 5 }, /objectLockDays is given although objectLockMode is None/],
    ["a lock without days", { objectLockMode: BucketObjectLockMode.Governance }, /objectLockDays is missing/],
    ["a lock of 0 days", { objectLockMode: BucketObjectLockMode.Governance, objectLockDays: 0 }, /from 1 to 36500/],
    ["a lock of half a day", { objectLockMode: BucketObjectLockMode.Governance, objectLockDays: 0.5 }, /whole number/],
    [
      "an unknown lock",
      { objectLockMode: "Legal" as BucketObjectLockMode },
      /Choose one of None, Governance, Compliance/,
    ],
    [
      "compliance with forceDestroy",
      { objectLockMode: BucketObjectLockMode.Compliance, objectLockDays: 5, forceDestroy: true },
      /forceDestroy and objectLockMode contradict/,
    ],
    [
      "removal of locked versions",
      { objectLockMode: BucketObjectLockMode.Governance, objectLockDays: 50, noncurrentExpirationDays: 49 },
      /noncurrentExpirationDays and objectLockDays contradict/,
    ],
    ["removal after 0 days", { noncurrentExpirationDays: 0 }, /noncurrentExpirationDays is 0/],
    ["archive after no number", { archiveAfterDays: Number.NaN }, /archiveAfterDays is NaN/],
    [
      "archive after removal",
      { noncurrentArchiveAfterDays: 60, noncurrentExpirationDays: 60 },
      /noncurrentArchiveAfterDays and noncurrentExpirationDays contradict/,
    ],
    ["an unknown access", { clientAccess: "Public" as PhiBucketClientAccess }, /clientAccess is "Public"/],
  ];
  for (const [what, more, message] of refused) {
    it(`refuses ${what}`, async () =>
      assert.match(await refusal(() => new PhiBucket("documents", args(more))), message));
  }

  it("refuses names that S3 does not take", async () => {
    assert.match(await refusal(() => new PhiBucket("my_bucket", args())), /name is "my_bucket"/);
    assert.match(await refusal(() => new PhiBucket("x".repeat(56), args())), /name is too long/);
    await record(() => new PhiBucket("x".repeat(55), args()));
  });

  it("refuses callers without types who leave out the key or the access log bucket", async () => {
    const nothing = {} as PhiBucketArgs;
    assert.match(await refusal(() => new PhiBucket("documents", nothing)), /key is missing/);
    const noLogs = { key: { arn: keyArn } } as PhiBucketArgs;
    assert.match(await refusal(() => new PhiBucket("documents", noLogs)), /accessLogBucket is missing/);
  });

  it("never expires current objects, whatever the days", async () => {
    const day = fc.option(fc.integer({ min: 1, max: 36500 }), { nil: undefined });
    await fc.assert(
      fc.asyncProperty(day, day, async (archiveAfterDays, noncurrentExpirationDays) => {
        const graph = await build({ archiveAfterDays, noncurrentExpirationDays });
        const rules = graph.one("BucketLifecycleConfiguration").inputs.rules as { expiration?: { days?: number } }[];
        assert.ok(rules.every((rule) => rule.expiration?.days === undefined));
      }),
      { numRuns: 25 },
    );
  });
});
