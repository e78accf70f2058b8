import assert from "node:assert/strict";
import { MediaStore, MediaStoreServing, PhiBucketEncryption, type MediaStoreArgs } from "./index";
import { record, refusal, text, type Statement } from "./testing/graph";

const keyArn = "arn:aws:kms:us-east-1:111122223333:key/0a1b";
const logsKeyArn = "arn:aws:kms:us-east-1:111122223333:key/2c3d";
const clientKey = { arn: "arn:aws:kms:us-east-1:111122223333:key/4e5f" };
const application = "arn:aws:iam::111122223333:role/app";
const keyCustody = "The vault of the records team, with a copy on paper in the safe";
const args = (more: Partial<MediaStoreArgs> = {}): MediaStoreArgs => ({
  key: { arn: keyArn },
  logsKey: { arn: logsKeyArn },
  accessLogBucket: { bucketName: "access-logs" },
  applicationRoleArns: [application],
  network: { vpcId: "vpc-1" },
  ...more,
});
const build = (more: Partial<MediaStoreArgs> = {}) => record(() => new MediaStore("media", args(more)));
const presigned = { serving: MediaStoreServing.Presigned, network: undefined };

const permissions = (document: unknown) => {
  const { Statement } = JSON.parse(text(document)) as { Statement: Statement[] };
  return new Map(Statement.map((statement) => [statement.Sid, statement]));
};

describe("MediaStore", () => {
  it("has these children, in a preview and in an update", async () => {
    const expected = [
      "aws:cloudwatch/logGroup:LogGroup media-reads",
      "aws:iam/role:Role media-reader",
      "aws:iam/rolePolicy:RolePolicy media-reader",
      "aws:s3/accessPoint:AccessPoint media-reader",
      "aws:s3/bucket:Bucket media",
      "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration media-lifecycle",
      "aws:s3/bucketLogging:BucketLogging media-access-logging",
      "aws:s3/bucketOwnershipControls:BucketOwnershipControls media-ownership",
      "aws:s3/bucketPolicy:BucketPolicy media-policy",
      "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock media-public-access",
      "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration media-encryption",
      "aws:s3/bucketVersioning:BucketVersioning media-versioning",
      "object-storage:index:MediaStore media",
      "object-storage:index:PhiBucket media",
    ];
    assert.deepEqual((await build()).names, expected);
    const preview = await record(() => new MediaStore("media", args()), { mode: "preview" });
    assert.deepEqual(preview.names, expected);
    assert.match(text(preview.one("BucketPolicy").inputs.policy), /DenyOtherReaders/, "known at preview");
  });

  it("s3-media-serving-proxied: the reader alone reads, for a named user, through the VPC", async () => {
    const graph = await build();
    const reader = text(graph.one("Role").outputs.arn);
    const policy = graph.policy();
    assert.deepEqual(policy.get("DenyOtherReaders")?.Condition?.ArnNotLike, { "aws:PrincipalArn": reader });
    assert.deepEqual(policy.get("DenyUnnamedReaders")?.Condition?.Null, { "aws:SourceIdentity": "true" });
    assert.ok(policy.has("DenyPresignedUrls"));
    const point = graph.one("AccessPoint");
    assert.deepEqual(point.inputs.vpcConfiguration, { vpcId: "vpc-1" });
    assert.equal(point.inputs.bucket, graph.one("Bucket").outputs.bucket);
    const bucket = text(graph.one("Bucket").outputs.arn);
    const through = text(point.outputs.arn);
    const may = permissions(graph.one("RolePolicy").inputs.policy);
    assert.deepEqual(
      [...may.keys()],
      ["ReadMediaThroughAccessPoint", "ReadMediaBehindAccessPoint", "DecryptThroughS3"],
    );
    assert.equal(may.get("ReadMediaThroughAccessPoint")?.Resource, `${through}/object/media/*`);
    assert.equal(may.get("ReadMediaBehindAccessPoint")?.Resource, `${bucket}/media/*`);
    assert.deepEqual(may.get("ReadMediaBehindAccessPoint")?.Condition, {
      StringEquals: { "s3:DataAccessPointArn": through },
    });
    assert.equal(may.get("DecryptThroughS3")?.Resource, keyArn);
    assert.deepEqual(may.get("DecryptThroughS3")?.Condition, {
      StringEquals: { "kms:ViaService": "s3.us-east-1.amazonaws.com" },
    });
  });

  it("s3-media-serving-proxied: the application takes the reader's role for a user, and says who that is", async () => {
    const trust = permissions((await build()).one("Role").inputs.assumeRolePolicy).get("AssumeForNamedUser");
    assert.deepEqual(trust?.Principal, { AWS: application });
    assert.deepEqual(trust.Action, ["sts:AssumeRole", "sts:SetSourceIdentity"]);
    assert.deepEqual(trust.Condition, { StringLike: { "sts:SourceIdentity": "?*" } });
  });

  it("s3-media-serving-proxied: each read is recorded for six years, under the logs key", async () => {
    const graph = await build();
    const log = graph.one("LogGroup");
    assert.equal(log.inputs.kmsKeyId, logsKeyArn);
    assert.equal(log.inputs.retentionInDays, 2192);
    assert.equal(log.inputs.deletionProtectionEnabled, true);
    assert.equal(log.protect, true);
    assert.equal((await build({ forceDestroy: true })).one("LogGroup").protect, undefined);
    assert.deepEqual(log.inputs.tags, { "hipaa:purpose": "audit" });
    const may = permissions(graph.one("MediaStore").outputs.applicationPolicy);
    assert.equal(may.get("ReadMediaForUser")?.Resource, graph.one("Role").outputs.arn);
    assert.equal(may.get("RecordReads")?.Resource, `${text(log.outputs.arn)}:*`);
    assert.deepEqual(may.get("RecordReads")?.Action, ["logs:CreateLogStream", "logs:PutLogEvents"]);
  });

  it("s3-media-serving-presigned: a signer of its own, URLs within limits, no access point", async () => {
    const limits = { maxSeconds: 60, origins: ["https://portal.example.com"], sourceCidrs: ["203.0.113.0/24"] };
    const graph = await build({ ...presigned, presigned: limits });
    assert.equal(graph.has("AccessPoint"), false);
    graph.one("Role", "media-signer");
    const may = permissions(graph.one("RolePolicy", "media-signer").inputs.policy);
    assert.deepEqual([...may.keys()], ["ReadMedia", "DecryptThroughS3"]);
    assert.equal(may.get("ReadMedia")?.Resource, `${text(graph.one("Bucket").outputs.arn)}/media/*`);
    const policy = graph.policy();
    assert.deepEqual(policy.get("DenyOldPresignedUrls")?.Condition?.NumericGreaterThan, { "s3:signatureAge": "60000" });
    assert.ok(policy.get("DenyOtherPresignedActions")?.Action.includes("s3:Put*"));
    assert.ok(policy.has("DenyPresignedUrlsElsewhere"));
    const [cors] = graph.one("BucketCorsConfiguration").inputs.corsRules as Record<string, unknown>[];
    assert.deepEqual(cors?.allowedOrigins, ["https://portal.example.com"]);
    assert.equal(graph.one("MediaStore").outputs.accessPointArn, "");
  });

  it("s3-encryption-mode-choice: what clients encrypt takes a second key, keys of the caller take none", async () => {
    const both = await build({ encryption: PhiBucketEncryption.ClientSide, keyCustody, clientKey });
    assert.equal(permissions(both.one("RolePolicy").inputs.policy).get("DecryptByClient")?.Resource, clientKey.arn);
    const none = await build({ encryption: PhiBucketEncryption.CustomerProvided, keyCustody });
    assert.ok(!text(none.one("RolePolicy").inputs.policy).includes("kms:"));
    assert.ok(none.policy().has("DenyWithoutCustomerProvidedKey"));
  });

  it("hands everything else to its bucket", async () => {
    const replica = { bucketArn: "arn:aws:s3:::copy", keyArn: "arn:aws:kms:us-west-2:111122223333:key/9f8e" };
    const graph = await build({
      prefix: "xray/2d/",
      exemptArns: ["arn:aws:iam::111122223333:role/backup"],
      organizationId: "o-exampleorg1",
      archiveAfterDays: 120,
      noncurrentExpirationDays: 400,
      replica,
      alarmTopicArn: "arn:aws:sns:us-east-1:111122223333:alarms",
      forceDestroy: true,
      tags: { Owner: "imaging" },
    });
    assert.match(text(graph.one("RolePolicy", "media-reader").inputs.policy), /\/xray\/2d\/\*/);
    assert.equal(graph.one("Bucket").inputs.forceDestroy, true);
    assert.ok(graph.policy().has("DenyForeignOrganization"));
    graph.one("MetricAlarm", "media-replication-late");
    assert.match(text(graph.one("MediaStore").outputs.replicationRoleArn), /:role\/media-replication-/);
    const rules = graph.one("BucketLifecycleConfiguration").inputs.rules as { id: string }[];
    assert.deepEqual(
      rules.map(({ id }) => id),
      ["abort-multipart", "archive", "archive-noncurrent", "expire-noncurrent"],
    );
    for (const type of ["Bucket", "LogGroup"])
      assert.equal((graph.one(type).inputs.tags as Record<string, string>).Owner, "imaging");
  });

  it("registers its fields as outputs, and keeps no resource inside its own inputs", async () => {
    let fields: string[] = [];
    const graph = await record(() => {
      fields = Object.keys(new MediaStore("media", args())).filter((f) => f !== "urn" && !f.startsWith("__"));
    });
    const { outputs, inputs } = graph.one("MediaStore");
    assert.deepEqual(Object.keys(outputs).sort(), fields.sort());
    assert.equal(outputs.readerRoleArn, graph.one("Role").outputs.arn);
    assert.deepEqual(inputs.network, { vpcId: "vpc-1" });
    assert.deepEqual(inputs.key, { arn: keyArn });
  });

  for (const [partition, region] of [
    ["aws", "us-east-1"],
    ["aws-us-gov", "us-gov-west-1"],
    ["aws-cn", "cn-north-1"],
  ]) {
    it(`names only ARNs of the partition ${partition}`, async () => {
      const key = { arn: `arn:${partition}:kms:${region}:111122223333:key/0a1b` };
      const role = `arn:${partition}:iam::111122223333:role/app`;
      const graph = await record(
        () => new MediaStore("media", args({ key, logsKey: key, applicationRoleArns: [role] })),
        { mode: "update", environment: { partition, region } },
      );
      const texts = [
        graph.one("BucketPolicy").inputs.policy,
        graph.one("RolePolicy").inputs.policy,
        graph.one("Role").inputs.assumeRolePolicy,
        graph.one("MediaStore").outputs.applicationPolicy,
      ];
      const arns =
        texts
          .map(text)
          .join()
          .match(/arn:[^"]*/g) ?? [];
      assert.ok(arns.length > 4);
      for (const arn of arns) assert.equal(arn.split(":")[1], partition, arn);
      assert.deepEqual(permissions(graph.one("RolePolicy").inputs.policy).get("DecryptThroughS3")?.Condition, {
        StringEquals: { "kms:ViaService": `s3.${region}.amazonaws.com` },
      });
    });
  }

  const refused: [string, Partial<MediaStoreArgs>, RegExp][] = [
    ["no application", { applicationRoleArns: [] }, /applicationRoleArns has 0 element/],
    [
      "more applications than fit",
      { applicationRoleArns: Array.from({ length: 11 }, (_, index) => `${application}-${index}`) },
      /applicationRoleArns has 11 elements/,
    ],
    ["no VPC to read from", { network: undefined }, /network is missing/],
    ["a VPC for URLs that are used elsewhere", { serving: MediaStoreServing.Presigned }, /network is given although/],
    ["limits of URLs that are denied", { presigned: {} }, /presigned is given although serving is Application/],
    ["URLs of six minutes", { ...presigned, presigned: { maxSeconds: 360 } }, /maxSeconds is 360/],
    ["an unknown serving", { serving: "Public" as MediaStoreServing }, /serving is "Public"/],
    ["a prefix without end", { prefix: "media" }, /prefix is "media"/],
    ["the whole bucket", { prefix: "" }, /prefix is ""/],
    ["a prefix with a wildcard", { prefix: "*/" }, /prefix is "\*\/"/],
    ["a client key for nothing", { clientKey }, /clientKey is given although encryption is not ClientSide/],
    ["client-side keys without custody", { encryption: PhiBucketEncryption.ClientSide }, /keyCustody is missing/],
  ];
  for (const [what, more, message] of refused) {
    it(`refuses ${what}`, async () => assert.match(await refusal(() => new MediaStore("media", args(more))), message));
  }

  it("stops when the roles make a trust policy that IAM does not take", async () => {
    const applicationRoleArns = Array.from(
      { length: 10 },
      (_, index) => `${application}/${"path/".repeat(50)}${index}`,
    );
    await assert.rejects(build({ applicationRoleArns }), /make a trust policy of \d+ characters, and IAM takes 2048/);
  });

  it("refuses names that do not fit, and callers without types who leave out what is required", async () => {
    assert.match(await refusal(() => new MediaStore("Media", args())), /name is "Media"/);
    assert.match(await refusal(() => new MediaStore("x".repeat(36), args())), /name is too long/);
    for (const argument of ["key", "logsKey", "accessLogBucket"]) {
      const given = args({ [argument]: undefined });
      assert.match(await refusal(() => new MediaStore("media", given)), new RegExp(`${argument} is missing`));
    }
  });
});
