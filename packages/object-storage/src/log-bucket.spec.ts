import assert from "node:assert/strict";
import { BucketObjectLockMode, LogBucket, LogBucketPurpose, type LogBucketArgs } from "./index";
import { record, refusal, text } from "./testing/graph";

const account = "111122223333";
const key = { arn: `arn:aws:kms:us-east-1:${account}:key/0a1b` };
const accessLogBucket = { bucketName: "access-logs" };

/** The arguments that each purpose asks for, and no more. */
const leastArgs: Record<LogBucketPurpose, LogBucketArgs> = {
  [LogBucketPurpose.LoadBalancer]: { purpose: LogBucketPurpose.LoadBalancer },
  [LogBucketPurpose.S3AccessLogs]: { purpose: LogBucketPurpose.S3AccessLogs },
  [LogBucketPurpose.VpcFlowLogs]: { purpose: LogBucketPurpose.VpcFlowLogs, key, accessLogBucket },
  [LogBucketPurpose.Waf]: { purpose: LogBucketPurpose.Waf, key, accessLogBucket },
  [LogBucketPurpose.VendedLogs]: { purpose: LogBucketPurpose.VendedLogs, key, accessLogBucket },
  [LogBucketPurpose.CloudTrail]: { purpose: LogBucketPurpose.CloudTrail, key, accessLogBucket },
  [LogBucketPurpose.Config]: { purpose: LogBucketPurpose.Config, key, accessLogBucket },
  [LogBucketPurpose.Inventory]: { purpose: LogBucketPurpose.Inventory, key, accessLogBucket },
  [LogBucketPurpose.DatabaseAudit]: { purpose: LogBucketPurpose.DatabaseAudit, key, accessLogBucket },
};

const build = (purpose: LogBucketPurpose, more: Partial<LogBucketArgs> = {}) =>
  record(() => new LogBucket("logs", { ...leastArgs[purpose], ...more }));
const refuse = (purpose: LogBucketPurpose, more: Partial<LogBucketArgs>) =>
  refusal(() => new LogBucket("logs", { ...leastArgs[purpose], ...more }));

const companions = [
  "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration logs-lifecycle",
  "aws:s3/bucketOwnershipControls:BucketOwnershipControls logs-ownership",
  "aws:s3/bucketPolicy:BucketPolicy logs-policy",
  "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock logs-public-access",
  "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration logs-encryption",
  "aws:s3/bucketVersioning:BucketVersioning logs-versioning",
  "object-storage:index:LogBucket logs",
];
const logging = "aws:s3/bucketLogging:BucketLogging logs-access-logging";

describe("LogBucket", () => {
  for (const purpose of Object.values(LogBucketPurpose)) {
    describe(`of purpose ${purpose}`, () => {
      it("has these children in a preview and in an update", async () => {
        const own = purpose === LogBucketPurpose.Waf ? "aws-waf-logs-logs" : "logs";
        const expected = [
          `aws:s3/bucket:Bucket ${own}`,
          ...companions,
          ...(leastArgs[purpose].accessLogBucket ? [logging] : []),
        ].sort();
        assert.deepEqual((await build(purpose)).names, expected);
        const preview = await record(() => new LogBucket("logs", leastArgs[purpose]), { mode: "preview" });
        assert.deepEqual(preview.names, expected);
      });

      it("denies plain HTTP, old TLS and deletion", async () => {
        const graph = await build(purpose);
        const policy = graph.policy();
        const arn = text(graph.one("Bucket").outputs.arn);
        assert.deepEqual(policy.get("DenyInsecureTransport")?.Resource, [arn, `${arn}/*`]);
        assert.deepEqual(policy.get("DenyOldTls")?.Condition, { NumericLessThan: { "s3:TlsVersion": "1.2" } });
        const deletion = policy.get("DenyLogDeletion");
        assert.deepEqual(deletion?.Action, ["s3:DeleteObject", "s3:DeleteObjectVersion"]);
        assert.equal(deletion?.Resource, `${arn}/*`);
        assert.equal(deletion?.Condition, undefined);
      });

      it("keeps records for six years, in ever cheaper classes", async () => {
        const rules = (await build(purpose)).one("BucketLifecycleConfiguration").inputs.rules;
        const all = { status: "Enabled", filter: { prefix: "" } };
        assert.deepEqual(rules, [
          { id: "abort-multipart", ...all, abortIncompleteMultipartUpload: { daysAfterInitiation: 7 } },
          {
            id: "retention",
            ...all,
            transitions: [
              { days: 90, storageClass: "GLACIER_IR" },
              { days: 365, storageClass: "DEEP_ARCHIVE" },
            ],
            expiration: { days: 2192 },
            noncurrentVersionExpiration: { noncurrentDays: 2192 },
          },
        ]);
      });

      it("is versioned, closed to the public, without ACLs, and protected", async () => {
        const graph = await build(purpose);
        assert.deepEqual(graph.one("BucketVersioning").inputs.versioningConfiguration, { status: "Enabled" });
        assert.equal(graph.one("BucketPublicAccessBlock").inputs.restrictPublicBuckets, true);
        assert.deepEqual(graph.one("BucketOwnershipControls").inputs.rule, { objectOwnership: "BucketOwnerEnforced" });
        assert.equal(graph.one("Bucket").protect, true);
        assert.equal((await build(purpose, { forceDestroy: true })).one("Bucket").protect, undefined);
      });

      it("admits nobody but its own service, and that on behalf of this account only", async () => {
        const allows = [...(await build(purpose)).policy().values()].filter(({ Effect }) => Effect === "Allow");
        // Audit files come in by the permissions of the role that uploads them.
        assert.equal(allows.length > 0, purpose !== LogBucketPurpose.DatabaseAudit);
        for (const { Principal, Resource, Condition } of allows) {
          assert.deepEqual(Object.keys(Principal as object), ["Service"]);
          const bound = JSON.stringify([Resource, Condition ?? {}]);
          assert.ok(bound.includes(account), bound);
        }
      });
    });
  }

  it("lets load balancers write below the account's path under each prefix", async () => {
    const graph = await build(LogBucketPurpose.LoadBalancer);
    const arn = text(graph.one("Bucket").outputs.arn);
    const policy = graph.policy();
    assert.deepEqual(policy.get("LoadBalancerLogDelivery"), {
      Sid: "LoadBalancerLogDelivery",
      Effect: "Allow",
      Principal: { Service: "logdelivery.elasticloadbalancing.amazonaws.com" },
      Action: "s3:PutObject",
      Resource: ["access", "connection", "health-check"].map((prefix) => `${arn}/${prefix}/AWSLogs/${account}/*`),
    });
    assert.deepEqual(policy.get("DenyLogsOfOtherAccounts")?.Condition, {
      StringNotEquals: { "aws:SourceAccount": account },
      Null: { "aws:SourceAccount": "false" },
    });
    const own = (await build(LogBucketPurpose.LoadBalancer, { prefixes: ["edge/a"] })).policy();
    assert.equal(own.get("LoadBalancerLogDelivery")?.Resource, `${arn}/edge/a/AWSLogs/${account}/*`);
  });

  it("lets S3 deliver server access logs", async () => {
    const statement = (await build(LogBucketPurpose.S3AccessLogs)).policy().get("S3ServerAccessLogsPolicy");
    assert.deepEqual(statement?.Principal, { Service: "logging.s3.amazonaws.com" });
    assert.deepEqual(statement?.Condition, {
      StringEquals: { "aws:SourceAccount": account },
      ArnLike: { "aws:SourceArn": "arn:aws:s3:::*" },
    });
  });

  it("lets the delivery service write flow logs, with and without Hive-compatible prefixes", async () => {
    const graph = await build(LogBucketPurpose.VpcFlowLogs);
    const arn = text(graph.one("Bucket").outputs.arn);
    const write = graph.policy().get("AWSLogDeliveryWrite");
    assert.deepEqual(write?.Resource, [`${arn}/AWSLogs/${account}/*`, `${arn}/AWSLogs/aws-account-id=${account}/*`]);
    assert.deepEqual(write?.Condition, {
      StringEquals: { "aws:SourceAccount": account, "s3:x-amz-acl": "bucket-owner-full-control" },
      ArnLike: { "aws:SourceArn": `arn:aws:logs:us-east-1:${account}:*` },
    });
    const check = graph.policy().get("AWSLogDeliveryAclCheck");
    assert.deepEqual(check?.Action, ["s3:GetBucketAcl", "s3:ListBucket"]);
    assert.equal(check?.Resource, arn);
  });

  it("lets trails of the account write, and those of its organization where it is given", async () => {
    const graph = await build(LogBucketPurpose.CloudTrail, { organizationId: "o-exampleorg1" });
    const arn = text(graph.one("Bucket").outputs.arn);
    const write = graph.policy().get("AWSCloudTrailWrite");
    assert.deepEqual(write?.Resource, [`${arn}/AWSLogs/${account}/*`, `${arn}/AWSLogs/o-exampleorg1/*`]);
    assert.deepEqual(write?.Condition, {
      StringEquals: { "s3:x-amz-acl": "bucket-owner-full-control" },
      ArnLike: { "aws:SourceArn": `arn:aws:cloudtrail:*:${account}:trail/*` },
    });
    const alone = (await build(LogBucketPurpose.CloudTrail)).policy();
    assert.equal(alone.get("AWSCloudTrailWrite")?.Resource, `${arn}/AWSLogs/${account}/*`);
    assert.equal(alone.get("AWSCloudTrailAclCheck")?.Action, "s3:GetBucketAcl");
  });

  it("lets AWS Config deliver below its own path", async () => {
    const graph = await build(LogBucketPurpose.Config);
    const arn = text(graph.one("Bucket").outputs.arn);
    const write = graph.policy().get("AWSConfigBucketDelivery");
    assert.equal(write?.Resource, `${arn}/AWSLogs/${account}/Config/*`);
    assert.deepEqual(write?.Principal, { Service: "config.amazonaws.com" });
  });

  it("lets S3 deliver inventories of buckets of this account", async () => {
    const write = (await build(LogBucketPurpose.Inventory)).policy().get("S3InventoryDelivery");
    assert.deepEqual(write?.Condition, {
      StringEquals: { "aws:SourceAccount": account, "s3:x-amz-acl": "bucket-owner-full-control" },
      ArnLike: { "aws:SourceArn": "arn:aws:s3:::*" },
    });
  });

  it("lets named accounts in and no others", async () => {
    const sourceAccountIds = ["444455556666", "777788889999"];
    const graph = await build(LogBucketPurpose.VendedLogs, { sourceAccountIds });
    const arn = text(graph.one("Bucket").outputs.arn);
    const write = graph.policy().get("AWSLogDeliveryWrite");
    assert.deepEqual(
      write?.Resource,
      sourceAccountIds.map((id) => `${arn}/AWSLogs/${id}/*`),
    );
    assert.deepEqual(write?.Condition?.StringEquals?.["aws:SourceAccount"], sourceAccountIds);
    assert.ok(!JSON.stringify(write?.Condition).includes(account));
  });

  it("log-archive-component: copies every record to a locked bucket of another account, without deletions", async () => {
    const archive = { bucketArn: "arn:aws:s3:::archive", keyArn: key.arn, accountId: "444455556666" };
    const alarmTopicArn = "arn:aws:sns:us-east-1:111122223333:alarms";
    const graph = await build(LogBucketPurpose.LoadBalancer, { archive, alarmTopicArn });
    const [rule] = graph.one("BucketReplicationConfig").inputs.rules as Record<string, unknown>[];
    assert.deepEqual(rule?.deleteMarkerReplication, { status: "Disabled" });
    const destination = rule.destination as Record<string, unknown>;
    assert.equal(destination.account, archive.accountId);
    assert.deepEqual(destination.accessControlTranslation, { owner: "Destination" });
    assert.deepEqual(destination.encryptionConfiguration, { replicaKmsKeyId: key.arn });
    const permissions = text(graph.one("RolePolicy").inputs.policy);
    assert.match(permissions, /ObjectOwnerOverrideToBucketOwner/);
    assert.doesNotMatch(permissions, /DecryptSource/);
    graph.one("MetricAlarm", "logs-replication-late");
    assert.match(text(graph.one("LogBucket").outputs.replicationRoleArn), /:role\/logs-replication-/);
    const within = { bucketArn: archive.bucketArn, keyArn: archive.keyArn };
    const same = await build(LogBucketPurpose.VpcFlowLogs, { archive: within });
    const [plain] = same.one("BucketReplicationConfig").inputs.rules as { destination: object }[];
    assert.ok(plain && !("account" in plain.destination));
    assert.match(text(same.one("RolePolicy").inputs.policy), /DecryptSource/);
  });

  it("gives buckets of AWS WAF the name that AWS demands", async () => {
    const graph = await record(() => new LogBucket("WafLogs", leastArgs[LogBucketPurpose.Waf]));
    const bucket = graph.one("Bucket", "aws-waf-logs-WafLogs").outputs;
    assert.match(text(bucket.bucket), /^aws-waf-logs-waflogs-/);
    assert.equal(graph.policy().get("AWSLogDeliveryWrite")?.Resource, `${text(bucket.arn)}/AWSLogs/${account}/*`);
    const prefixed = await record(() => new LogBucket("aws-waf-logs-edge", leastArgs[LogBucketPurpose.Waf]));
    prefixed.one("Bucket", "aws-waf-logs-edge");
  });

  it("encrypts by SSE-S3 where delivery asks for it, under the key elsewhere", async () => {
    const rule = async (purpose: LogBucketPurpose) =>
      (await build(purpose)).one("BucketServerSideEncryptionConfiguration").inputs.rules;
    const sseS3 = [
      { applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" }, blockedEncryptionTypes: ["SSE-C"] },
    ];
    const sseKms = [
      {
        applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: key.arn },
        bucketKeyEnabled: true,
        blockedEncryptionTypes: ["SSE-C"],
      },
    ];
    assert.deepEqual(await rule(LogBucketPurpose.LoadBalancer), sseS3);
    assert.deepEqual(await rule(LogBucketPurpose.S3AccessLogs), sseS3);
    assert.deepEqual(await rule(LogBucketPurpose.VpcFlowLogs), sseKms);
    assert.deepEqual(await rule(LogBucketPurpose.Waf), sseKms);
  });

  it("tags the purpose where safeguards depend on it, below the user's tags", async () => {
    const tags = async (purpose: LogBucketPurpose, more?: Partial<LogBucketArgs>) =>
      (await build(purpose, more)).one("Bucket").inputs.tags;
    const mine = { tags: { Owner: "platform" } };
    assert.deepEqual(await tags(LogBucketPurpose.LoadBalancer, mine), {
      "hipaa:purpose": "elb-logs",
      Owner: "platform",
    });
    assert.deepEqual(await tags(LogBucketPurpose.S3AccessLogs), { "hipaa:purpose": "s3-access-logs" });
    assert.deepEqual(await tags(LogBucketPurpose.VpcFlowLogs), {});
    assert.deepEqual(await tags(LogBucketPurpose.Waf, mine), { Owner: "platform" });
  });

  it("log-archive-component: a locked bucket is tagged and locked as an archive", async () => {
    const lock = { objectLockMode: BucketObjectLockMode.Compliance, objectLockDays: 2192 };
    const graph = await build(LogBucketPurpose.VpcFlowLogs, lock);
    assert.equal(graph.one("Bucket").inputs.objectLockEnabled, true);
    assert.deepEqual(graph.one("Bucket").inputs.tags, { "hipaa:purpose": "log-archive" });
    assert.deepEqual(graph.one("BucketObjectLockConfiguration").inputs.rule, {
      defaultRetention: { mode: "COMPLIANCE", days: 2192 },
    });
  });

  it("logs access to the bucket of a load balancer where a target is given", async () => {
    const graph = await build(LogBucketPurpose.LoadBalancer, { accessLogBucket });
    assert.equal(graph.one("BucketLogging").inputs.targetBucket, "access-logs");
  });

  it("takes another LogBucket as it is, and waits for its policy", async () => {
    const graph = await record(
      () => {
        const target = new LogBucket("target", leastArgs[LogBucketPurpose.S3AccessLogs]);
        new LogBucket("flow", { ...leastArgs[LogBucketPurpose.VpcFlowLogs], accessLogBucket: target });
      },
      { mode: "preview" },
    );
    const sources = graph.one("BucketLogging", "flow-access-logging").propertyDependencies.targetBucket ?? [];
    assert.ok(sources.includes(graph.one("Bucket", "target").urn));
    assert.ok(sources.includes(graph.one("BucketPolicy", "target-policy").urn));
  });

  it("moves the days of archive and retention on request", async () => {
    const graph = await build(LogBucketPurpose.LoadBalancer, {
      retentionDays: 3653,
      archiveAfterDays: 400,
      organizationId: "o-exampleorg1",
    });
    const rules = graph.one("BucketLifecycleConfiguration").inputs.rules as Record<string, unknown>[];
    assert.deepEqual(rules[1]?.transitions, [
      { days: 400, storageClass: "GLACIER_IR" },
      { days: 490, storageClass: "DEEP_ARCHIVE" },
    ]);
    assert.deepEqual(rules[1]?.expiration, { days: 3653 });
    assert.ok(graph.policy().has("DenyForeignOrganization"));
  });

  it("registers its fields as outputs", async () => {
    const graph = await build(LogBucketPurpose.LoadBalancer);
    const { outputs } = graph.one("LogBucket");
    assert.deepEqual(Object.keys(outputs).sort(), ["bucketArn", "bucketName", "replicationRoleArn"]);
    assert.equal(outputs.bucketArn, graph.one("Bucket").outputs.arn);
  });

  for (const [partition, region] of [
    ["aws", "us-east-1"],
    ["aws-us-gov", "us-gov-west-1"],
    ["aws-cn", "cn-north-1"],
  ]) {
    it(`names only ARNs of the partition ${partition}`, async () => {
      for (const purpose of Object.values(LogBucketPurpose)) {
        const graph = await record(() => new LogBucket("logs", leastArgs[purpose]), {
          mode: "update",
          environment: { partition, region },
        });
        const arns = text(graph.one("BucketPolicy").inputs.policy).match(/arn:[^"]*/g) ?? [];
        assert.ok(arns.length > 0);
        for (const arn of arns) assert.equal(arn.split(":")[1], partition, arn);
        assert.equal(text(graph.one("LogBucket").outputs.bucketArn).split(":")[1], partition);
      }
    });
  }

  const { Config, DatabaseAudit, Inventory, LoadBalancer, S3AccessLogs, VendedLogs, VpcFlowLogs, Waf } =
    LogBucketPurpose;
  const governance = { objectLockMode: BucketObjectLockMode.Governance, objectLockDays: 1 };
  const refused: [string, LogBucketPurpose, Partial<LogBucketArgs>, RegExp][] = [
    ["a key with LoadBalancer", LoadBalancer, { key }, /key and purpose do not go together.*SSE-S3/],
    ["a key with S3AccessLogs", S3AccessLogs, { key }, /key and purpose do not go together.*SSE-S3/],
    ["VpcFlowLogs without a key", VpcFlowLogs, { key: undefined }, /key is missing for purpose VpcFlowLogs/],
    ["Waf without a key", Waf, { key: undefined }, /key is missing for purpose Waf/],
    ["VpcFlowLogs without access logs", VpcFlowLogs, { accessLogBucket: undefined }, /accessLogBucket is missing/],
    ["Waf without access logs", Waf, { accessLogBucket: undefined }, /accessLogBucket is missing/],
    ["access logs of access logs", S3AccessLogs, { accessLogBucket }, /accessLogBucket and purpose do not go together/],
    ["a lock on S3AccessLogs", S3AccessLogs, governance, /objectLockMode and purpose do not go together/],
    ["a lock on LoadBalancer", LoadBalancer, governance, /objectLockMode and purpose do not go together/],
    [
      "a lock longer than retention",
      VpcFlowLogs,
      { objectLockMode: BucketObjectLockMode.Governance, objectLockDays: 2193 },
      /objectLockDays and retentionDays contradict/,
    ],
    ["a lock without days", Waf, { objectLockMode: BucketObjectLockMode.Governance }, /objectLockDays is missing/],
    ["a lock on Config", Config, governance, /objectLockMode and purpose do not go together/],
    ["a lock on DatabaseAudit", DatabaseAudit, governance, /objectLockMode and purpose do not go together/],
    ["a lock on Inventory", Inventory, governance, /objectLockMode and purpose do not go together/],
    [
      "access logs of other accounts",
      S3AccessLogs,
      { sourceAccountIds: [account] },
      /sourceAccountIds and purpose do not go together/,
    ],
    ["no account", VendedLogs, { sourceAccountIds: [] }, /sourceAccountIds has 0 element/],
    ["half an account", VendedLogs, { sourceAccountIds: ["1111"] }, /an account id of 12 digits/],
    ["an account twice", VendedLogs, { sourceAccountIds: [account, account] }, /sourceAccountIds holds/],
    [
      "more accounts than fit",
      VendedLogs,
      { sourceAccountIds: Array.from({ length: 101 }, (_, index) => String(100000000000 + index)) },
      /sourceAccountIds has 101 elements/,
    ],
    ["alarms without an archive", VpcFlowLogs, { alarmTopicArn: "t" }, /alarmTopicArn is given without an archive/],
    ["less than six years", LoadBalancer, { retentionDays: 2191 }, /retentionDays is 2191.*164\.316/],
    ["part of a day", LoadBalancer, { retentionDays: 2192.5 }, /whole number/],
    ["deep archive too early", LoadBalancer, { deepArchiveAfterDays: 179 }, /deepArchiveAfterDays is 179.*from 180/],
    ["archive after expiry", LoadBalancer, { archiveAfterDays: 2192 }, /archiveAfterDays is 2192/],
    ["prefixes elsewhere", VpcFlowLogs, { prefixes: ["a"] }, /prefixes and purpose do not go together/],
    ["no prefix", LoadBalancer, { prefixes: [] }, /prefixes has 0 element/],
    ["a prefix twice", LoadBalancer, { prefixes: ["a", "a"] }, /prefixes holds "a" twice/],
    ["a prefix with AWSLogs", LoadBalancer, { prefixes: ["a/AWSLogs"] }, /without AWSLogs/],
    ["a prefix with a wildcard", LoadBalancer, { prefixes: ["*"] }, /prefixes is "\*"/],
    ["an unknown purpose", LoadBalancer, { purpose: "Trail" as LogBucketPurpose }, /purpose is "Trail"/],
  ];
  for (const [what, purpose, more, message] of refused) {
    it(`refuses ${what}`, async () => assert.match(await refuse(purpose, more), message));
  }

  it("refuses names that are too long for the bucket", async () => {
    const waf = leastArgs[Waf];
    assert.match(await refusal(() => new LogBucket("x".repeat(43), waf)), /Shorten it by 1 character/);
    await record(() => new LogBucket("x".repeat(42), waf));
    assert.match(await refusal(() => new LogBucket("my_logs", waf)), /name is "my_logs"/);
    const archive = { bucketArn: "arn:aws:s3:::archive", keyArn: key.arn };
    const copied = { ...leastArgs[VpcFlowLogs], archive };
    assert.match(await refusal(() => new LogBucket("x".repeat(45), copied)), /an IAM role/);
  });
});
