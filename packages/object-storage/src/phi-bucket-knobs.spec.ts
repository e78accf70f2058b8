import assert from "node:assert/strict";
import {
  PhiBucket,
  PhiBucketClientAccess,
  PhiBucketEncryption,
  PhiBucketPresignedMethod,
  type PhiBucketArgs,
} from "./index";
import { record, refusal, text } from "./testing/graph";

const keyArn = "arn:aws:kms:us-east-1:111122223333:key/0a1b";
const keyCustody = "The vault of the records team, with a copy on paper in the safe";
const roles = ["arn:aws:iam::111122223333:role/app-reader"];
const topic = "arn:aws:sns:us-east-1:111122223333:alarms";
const replica = { bucketArn: "arn:aws:s3:::copy", keyArn: "arn:aws:kms:us-west-2:111122223333:key/9f8e" };

function args(more: Partial<PhiBucketArgs> = {}): PhiBucketArgs {
  return { key: { arn: keyArn }, accessLogBucket: { bucketName: "access-logs" }, ...more };
}
const build = (more: Partial<PhiBucketArgs> = {}) => record(() => new PhiBucket("documents", args(more)));
const presigned = (more: PhiBucketArgs["presigned"] = {}) =>
  build({ clientAccess: PhiBucketClientAccess.Presigned, presigned: more });

const customerAlgorithm = "s3:x-amz-server-side-encryption-customer-algorithm";

describe("PhiBucket, encryption", () => {
  it("s3-encryption-mode-choice: two layers under the same key, without bucket keys", async () => {
    const graph = await build({ encryption: PhiBucketEncryption.KmsDualLayer });
    assert.deepEqual(graph.one("BucketServerSideEncryptionConfiguration").inputs.rules, [
      {
        applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms:dsse", kmsMasterKeyId: keyArn },
        bucketKeyEnabled: false,
        blockedEncryptionTypes: ["SSE-C"],
      },
    ]);
    assert.deepEqual(graph.policy().get("DenyOtherEncryption")?.Condition?.StringNotEquals, {
      "s3:x-amz-server-side-encryption": "aws:kms:dsse",
    });
  });

  it("s3-encryption-mode-choice: keys of the caller are unblocked, demanded and told by a tag", async () => {
    const graph = await build({ encryption: PhiBucketEncryption.CustomerProvided, keyCustody });
    const [rule] = graph.one("BucketServerSideEncryptionConfiguration").inputs.rules as Record<string, unknown>[];
    assert.deepEqual(rule?.blockedEncryptionTypes, ["NONE"]);
    assert.deepEqual(rule.applyServerSideEncryptionByDefault, { sseAlgorithm: "aws:kms", kmsMasterKeyId: keyArn });
    assert.deepEqual(graph.policy().get("DenyWithoutCustomerProvidedKey")?.Condition, {
      Null: { [customerAlgorithm]: "true" },
    });
    assert.equal(graph.policy().has("DenyCustomerProvidedKey"), false);
    assert.equal((graph.one("Bucket").inputs.tags as Record<string, string>)["hipaa:encryption"], "sse-c");
  });

  it("s3-encryption-mode-choice: what clients encrypt lies under the bucket's key as well", async () => {
    const graph = await build({ encryption: PhiBucketEncryption.ClientSide, keyCustody });
    const [rule] = graph.one("BucketServerSideEncryptionConfiguration").inputs.rules as Record<string, unknown>[];
    assert.deepEqual(rule?.blockedEncryptionTypes, ["SSE-C"]);
    assert.equal((graph.one("Bucket").inputs.tags as Record<string, string>)["hipaa:encryption"], "client-side");
  });

  it("s3-encryption-mode-choice: keys of the caller are denied in every other mode", async () => {
    assert.deepEqual((await build()).policy().get("DenyCustomerProvidedKey")?.Condition, {
      Null: { [customerAlgorithm]: "false" },
    });
  });
});

describe("PhiBucket, readers", () => {
  it("s3-media-serving-proxied: named readers alone, each read with the user's name", async () => {
    const exemptArns = ["arn:aws:iam::111122223333:role/backup"];
    const graph = await build({ readerArns: roles, exemptArns, requireSourceIdentity: true });
    const service = { BoolIfExists: { "aws:PrincipalIsAWSService": "false" } };
    assert.deepEqual(graph.policy().get("DenyOtherReaders")?.Condition, {
      ArnNotLike: { "aws:PrincipalArn": [...roles, ...exemptArns] },
      ...service,
    });
    assert.deepEqual(graph.policy().get("DenyUnnamedReaders")?.Condition, {
      Null: { "aws:SourceIdentity": "true" },
      ArnNotLike: { "aws:PrincipalArn": exemptArns[0] },
      ...service,
    });
    assert.deepEqual(graph.policy().get("DenyOtherReaders")?.Action, ["s3:GetObject", "s3:GetObjectVersion"]);
  });

  it("named endpoints alone, for reading and writing", async () => {
    const statement = (await build({ vpcEndpointIds: ["vpce-1", "vpce-2"] })).policy().get("DenyOtherNetworks");
    assert.deepEqual(statement?.Condition, {
      StringNotEquals: { "aws:SourceVpce": ["vpce-1", "vpce-2"] },
      BoolIfExists: { "aws:PrincipalIsAWSService": "false" },
    });
    assert.ok(statement.Action.includes("s3:PutObject"));
  });

  it("nothing of it by default", async () => {
    const policy = (await build()).policy();
    for (const sid of ["DenyOtherReaders", "DenyUnnamedReaders", "DenyOtherNetworks"]) assert.ok(!policy.has(sid));
  });

  it("stops when the lists make a policy that S3 does not take", async () => {
    const readerArns = Array.from({ length: 600 }, (_, index) => `arn:aws:iam::111122223333:role/reader-${index}`);
    await assert.rejects(build({ readerArns }), /make a bucket policy of \d+ bytes, and S3 takes 20480/);
  });
});

describe("PhiBucket, presigned URLs", () => {
  it("s3-media-serving-presigned: may read one object and do nothing else", async () => {
    const policy = (await presigned()).policy();
    const statement = policy.get("DenyOtherPresignedActions");
    assert.deepEqual(statement?.Condition, { StringEquals: { "s3:authType": "REST-QUERY-STRING" } });
    for (const action of ["s3:Put*", "s3:Delete*", "s3:List*"]) assert.ok(statement?.Action.includes(action), action);
    assert.ok(!statement?.Action.includes("s3:Get*"));
    assert.deepEqual(policy.get("DenySignatureVersion2")?.Condition, {
      StringEquals: { "s3:signatureversion": "AWS" },
    });
    assert.equal(policy.has("DenyPresignedUrlsElsewhere"), false);
    assert.equal((await presigned()).has("BucketCorsConfiguration"), false);
  });

  it("s3-media-serving-presigned: may write alone, on request", async () => {
    const statement = (await presigned({ methods: [PhiBucketPresignedMethod.Put] }))
      .policy()
      .get("DenyOtherPresignedActions");
    assert.ok(statement?.Action.includes("s3:Get*"));
    assert.ok(statement?.Action.includes("s3:PutObject?*"));
    assert.ok(!statement?.Action.includes("s3:Put*"));
  });

  it("s3-media-serving-presigned: die sooner, work from named places, in pages of named origins", async () => {
    const graph = await presigned({
      maxSeconds: 60,
      sourceCidrs: ["203.0.113.0/24", "2001:db8::/32"],
      vpcEndpointIds: ["vpce-1"],
      origins: ["https://portal.example.com"],
    });
    assert.deepEqual(graph.policy().get("DenyOldPresignedUrls")?.Condition, {
      NumericGreaterThan: { "s3:signatureAge": "60000" },
    });
    assert.deepEqual(graph.policy().get("DenyPresignedUrlsElsewhere")?.Condition, {
      StringEquals: { "s3:authType": "REST-QUERY-STRING" },
      NotIpAddress: { "aws:SourceIp": ["203.0.113.0/24", "2001:db8::/32"] },
      StringNotEquals: { "aws:SourceVpce": "vpce-1" },
    });
    assert.deepEqual(graph.one("BucketCorsConfiguration").inputs.corsRules, [
      {
        id: "presigned",
        allowedOrigins: ["https://portal.example.com"],
        allowedMethods: ["GET"],
        allowedHeaders: ["*"],
        maxAgeSeconds: 300,
      },
    ]);
  });
});

describe("PhiBucket, inventory and alarms", () => {
  it("lists all versions weekly on request", async () => {
    const { inputs } = (await build({ inventoryBucket: { bucketArn: "arn:aws:s3:::lists" } })).one("Inventory");
    assert.equal(inputs.includedObjectVersions, "All");
    assert.deepEqual(inputs.schedule, { frequency: "Weekly" });
    assert.deepEqual(inputs.destination, {
      bucket: {
        bucketArn: "arn:aws:s3:::lists",
        accountId: "111122223333",
        format: "Parquet",
        prefix: "inventory",
        encryption: { sseS3: {} },
      },
    });
  });

  it("s3-replication-dr: alarms on late and on failed copies, by the rule's own metrics", async () => {
    const graph = await build({ replica, alarmTopicArn: topic });
    const bucket = text(graph.one("Bucket").outputs.bucket);
    for (const [suffix, metricName, threshold] of [
      ["late", "ReplicationLatency", 900],
      ["failed", "OperationsFailedReplication", 0],
    ] as const) {
      const { inputs } = graph.one("MetricAlarm", `documents-replication-${suffix}`);
      assert.equal(inputs.metricName, metricName);
      assert.equal(inputs.threshold, threshold);
      assert.deepEqual(inputs.dimensions, {
        SourceBucket: bucket,
        DestinationBucket: "copy",
        RuleId: "recovery-region",
      });
      assert.deepEqual(inputs.alarmActions, [topic]);
    }
    assert.match(text(graph.one("PhiBucket").outputs.replicationRoleArn), /:role\/documents-replication-/);
  });
});

describe("PhiBucket, refused", () => {
  const presignedAccess = { clientAccess: PhiBucketClientAccess.Presigned };
  const refused: [string, Partial<PhiBucketArgs>, RegExp][] = [
    [
      "keys of the caller without custody",
      { encryption: PhiBucketEncryption.CustomerProvided },
      /keyCustody is missing for encryption CustomerProvided/,
    ],
    ["client-side keys without custody", { encryption: PhiBucketEncryption.ClientSide }, /keyCustody is missing/],
    ["custody of what KMS keeps", { keyCustody }, /keyCustody and encryption do not go together/],
    ["custody in a word", { encryption: PhiBucketEncryption.ClientSide, keyCustody: "us" }, /20 characters or more/],
    ["an unknown encryption", { encryption: "None" as PhiBucketEncryption }, /encryption is "None"/],
    ["limits without presigned URLs", { presigned: { maxSeconds: 60 } }, /presigned is given although clientAccess/],
    ["URLs of six minutes", { ...presignedAccess, presigned: { maxSeconds: 360 } }, /maxSeconds is 360.* 1 to 300/],
    ["URLs for nothing", { ...presignedAccess, presigned: { methods: [] } }, /methods has 0 element/],
    [
      "URLs that delete",
      { ...presignedAccess, presigned: { methods: ["DELETE" as PhiBucketPresignedMethod] } },
      /methods is "DELETE"/,
    ],
    [
      "a range of half the world",
      { ...presignedAccess, presigned: { sourceCidrs: ["0.0.0.0/1"] } },
      /holds "0.0.0.0\/1"/,
    ],
    ["a range of text", { ...presignedAccess, presigned: { sourceCidrs: ["office"] } }, /holds "office"/],
    ["any origin", { ...presignedAccess, presigned: { origins: ["*"] } }, /origins is "\*"/],
    ["plain origins", { ...presignedAccess, presigned: { origins: ["http://a.example.com"] } }, /an HTTPS origin/],
    ["wildcard origins", { ...presignedAccess, presigned: { origins: ["https://*.example.com"] } }, /an HTTPS origin/],
    ["alarms without a replica", { alarmTopicArn: topic }, /alarmTopicArn is given without a replica/],
  ];
  for (const [what, more, message] of refused) {
    it(`refuses ${what}`, async () =>
      assert.match(await refusal(() => new PhiBucket("documents", args(more))), message));
  }
});

describe("PhiBucket, names and partitions", () => {
  it("refuses names with which the replication role's would be too long, where there is one", async () => {
    assert.match(await refusal(() => new PhiBucket("x".repeat(45), args({ replica }))), /an IAM role/);
    await record(() => new PhiBucket("x".repeat(44), args({ replica })));
    await record(() => new PhiBucket("x".repeat(45), args()));
  });

  for (const [partition, region] of [
    ["aws", "us-east-1"],
    ["aws-us-gov", "us-gov-west-1"],
    ["aws-cn", "cn-north-1"],
  ]) {
    it(`names only ARNs of the partition ${partition}`, async () => {
      const key = { arn: `arn:${partition}:kms:${region}:111122223333:key/0a1b` };
      const copy = { bucketArn: `arn:${partition}:s3:::copy`, keyArn: key.arn };
      const graph = await record(() => new PhiBucket("documents", args({ key, replica: copy })), {
        mode: "update",
        environment: { partition, region },
      });
      const texts = [graph.one("BucketPolicy"), graph.one("RolePolicy")].map((one) => text(one.inputs.policy));
      const arns = texts.join().match(/arn:[^"]*/g) ?? [];
      assert.ok(arns.length > 4);
      for (const arn of arns) assert.equal(arn.split(":")[1], partition, arn);
      assert.equal(text(graph.one("PhiBucket").outputs.objectArnPrefix).split(":")[1], partition);
    });
  }
});
