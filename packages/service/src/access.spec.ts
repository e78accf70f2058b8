import assert from "node:assert/strict";
import { ServiceAccessLevel, ServiceKeyUse, ServiceQueueRole, type ServiceAccessArgs } from "./access-args";
import { accountArn, service, surroundings } from "./testing/example";
import { listed, record, statements, type Recording } from "./testing/recorded";

const key = surroundings.secretsKey;
const database = { securityGroupId: "sg-000000000000000d1", port: 5432, resourceId: "db-ABC" };
const cache = {
  securityGroupId: "sg-000000000000000c1",
  port: 6379,
  replicationGroupArn: accountArn("elasticache", "replicationgroup:main"),
  userArn: accountArn("elasticache", "user:app"),
};
const bucket = { bucketArn: "arn:aws:s3:::documents-1a2b3c4" };
const table = { tableArn: accountArn("dynamodb", "table/visits") };
const queue = { queueArn: accountArn("sqs", "intake") };

async function allowed(access: ServiceAccessArgs, environment?: { region: string }) {
  const recording = await record(
    () => service({ access }),
    environment === undefined ? { mode: "update" } : { mode: "update", environment },
  );
  return { recording, policy: statements(recording.named("web-task-policy").inputs["policy"]) };
}

describe("access", () => {
  it("to a database: one user's sign-in by IAM, and both rules of the door", async () => {
    const { recording, policy } = await allowed({ databases: [{ name: "records", database, user: "app" }] });
    assert.deepEqual(policy["SignInToDatabaseRecords"]?.Action, "rds-db:connect");
    assert.equal(policy["SignInToDatabaseRecords"]?.Resource, accountArn("rds-db", "dbuser:db-ABC/app"));
    door(recording, "database-records", database.securityGroupId, 5432);
  });

  it("to a cache: sign-in by IAM, and both rules of the door", async () => {
    const { recording, policy } = await allowed({ caches: [{ name: "sessions", cache }] });
    assert.deepEqual(policy["SignInToCacheSessions"]?.Resource, [cache.replicationGroupArn, cache.userArn]);
    door(recording, "cache-sessions", cache.securityGroupId, 6379);
  });

  for (const [level, actions] of [
    [ServiceAccessLevel.Read, ["s3:GetObject", "s3:GetObjectVersion"]],
    [ServiceAccessLevel.Write, ["s3:PutObject", "s3:AbortMultipartUpload"]],
    [ServiceAccessLevel.ReadWrite, ["s3:GetObject", "s3:GetObjectVersion", "s3:PutObject", "s3:AbortMultipartUpload"]],
    [
      ServiceAccessLevel.ReadWriteDelete,
      ["s3:GetObject", "s3:GetObjectVersion", "s3:PutObject", "s3:AbortMultipartUpload", "s3:DeleteObject"],
    ],
  ] as const) {
    it(`to a bucket, ${level}: these object actions and the key through S3`, async () => {
      const { policy } = await allowed({ buckets: [{ name: "documents", bucket, key, level }] });
      assert.deepEqual(listed(policy["UseObjectsDocuments"]?.Action), actions);
      assert.equal(policy["UseObjectsDocuments"]?.Resource, `${bucket.bucketArn}/*`);
      assert.deepEqual(policy["UseBucketKeyDocuments"]?.Condition, {
        StringEquals: { "kms:ViaService": "s3.us-east-1.amazonaws.com" },
      });
      assert.equal(policy["ListObjectsDocuments"], undefined);
      assert.equal(
        listed(policy["UseBucketKeyDocuments"]?.Action).includes("kms:GenerateDataKey"),
        level !== ServiceAccessLevel.Read,
      );
    });
  }

  it("to a part of a bucket: the prefix narrows objects and their list", async () => {
    const { policy } = await allowed({
      buckets: [{ name: "day-end", bucket, key, level: ServiceAccessLevel.Read, prefix: "exports/", list: true }],
    });
    assert.equal(policy["UseObjectsDayEnd"]?.Resource, `${bucket.bucketArn}/exports/*`);
    assert.equal(policy["ListObjectsDayEnd"]?.Resource, bucket.bucketArn);
    assert.deepEqual(policy["ListObjectsDayEnd"]?.Condition, { StringLike: { "s3:prefix": "exports/*" } });
  });

  it("to queues: a sender cannot receive, a consumer cannot send", async () => {
    const { policy } = await allowed({
      queues: [
        { name: "out", queue, key, role: ServiceQueueRole.Send },
        { name: "in", queue, key, role: ServiceQueueRole.Consume },
      ],
    });
    assert.ok(!listed(policy["UseQueueOut"]?.Action).includes("sqs:ReceiveMessage"));
    assert.ok(!listed(policy["UseQueueIn"]?.Action).includes("sqs:SendMessage"));
    assert.deepEqual(listed(policy["UseQueueKeyIn"]?.Action), ["kms:Decrypt"]);
    assert.deepEqual(listed(policy["UseQueueKeyOut"]?.Action), ["kms:Decrypt", "kms:GenerateDataKey"]);
  });

  it("to a topic, a secret and a key: no more than the word says", async () => {
    const { policy } = await allowed({
      topics: [{ name: "results", topic: { topicArn: accountArn("sns", "results") }, key }],
      secrets: [{ name: "partner", secretArn: surroundings.secretArn, key }],
      keys: [{ name: "fields", key, use: ServiceKeyUse.Decrypt }],
    });
    assert.equal(policy["PublishToResults"]?.Action, "sns:Publish");
    assert.equal(policy["ReadSecretPartner"]?.Action, "secretsmanager:GetSecretValue");
    assert.deepEqual(policy["UseSecretKeyPartner"]?.Condition, {
      StringEquals: { "kms:ViaService": "secretsmanager.us-east-1.amazonaws.com" },
    });
    assert.equal(policy["UseKeyFields"]?.Action, "kms:Decrypt");
  });

  it("to a table: items and indexes, never a scan, deletes only where asked", async () => {
    for (const level of Object.values(ServiceAccessLevel)) {
      const { policy } = await allowed({ tables: [{ name: "visits", table, key, level }] });
      const actions = listed(policy["UseItemsVisits"]?.Action);
      assert.ok(!actions.includes("dynamodb:Scan"));
      assert.equal(actions.includes("dynamodb:DeleteItem"), level === ServiceAccessLevel.ReadWriteDelete);
      assert.deepEqual(policy["UseItemsVisits"]?.Resource, [table.tableArn, `${table.tableArn}/index/*`]);
    }
  });

  it("to a table by the addresses of DynamoDB, which the network names", async () => {
    const lists = async (access: ServiceAccessArgs, dynamoDbPrefixListId?: string) => {
      const more = dynamoDbPrefixListId === undefined ? {} : { dynamoDbPrefixListId };
      const recording = await record(() => service({ access, network: { ...surroundings.network, ...more } }));
      return recording.resources
        .filter(({ type }) => type === "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule")
        .map(({ inputs }) => inputs["prefixListId"])
        .filter((list) => list !== undefined);
    };
    const tables = [{ name: "visits", table, key, level: ServiceAccessLevel.Read }];
    assert.deepEqual(await lists({ tables }, "pl-2"), [surroundings.network.s3PrefixListId, "pl-2"]);
    assert.deepEqual(await lists({ tables }), [surroundings.network.s3PrefixListId]);
    assert.deepEqual(await lists({}, "pl-2"), [surroundings.network.s3PrefixListId]);
  });

  for (const [partition, region] of [
    ["aws-us-gov", "us-gov-west-1"],
    ["aws-cn", "cn-north-1"],
  ] as const) {
    it(`in ${partition} names that partition's database user`, async () => {
      const recording = await record(
        () =>
          service({
            image: `111122223333.dkr.ecr.${region}.amazonaws.com${partition === "aws-cn" ? ".cn" : ""}/web:1`,
            access: { databases: [{ name: "records", database, user: "app" }] },
          }),
        { mode: "update", environment: { region } },
      );
      const policy = statements(recording.named("web-task-policy").inputs["policy"]);
      assert.equal(
        policy["SignInToDatabaseRecords"]?.Resource,
        `arn:${partition}:rds-db:${region}:111122223333:dbuser:db-ABC/app`,
      );
    });
  }

  const refused: [string, ServiceAccessArgs, RegExp][] = [
    [
      "a name twice",
      { databases: [1, 2].map(() => ({ name: "a", database, user: "app" })) },
      /databases holds "a" twice/,
    ],
    ["a name of another form", { keys: [{ name: "A_b", key, use: ServiceKeyUse.Decrypt }] }, /keys name is "A_b"/],
    ["a user with a wildcard", { databases: [{ name: "a", database, user: "*" }] }, /"a"\.user is "\*"/],
    [
      "a prefix with a wildcard",
      { buckets: [{ name: "a", bucket, key, level: ServiceAccessLevel.Read, prefix: "x*/" }] },
      /"a"\.prefix is "x\*\/"/,
    ],
    [
      "a prefix that is no folder",
      { buckets: [{ name: "a", bucket, key, level: ServiceAccessLevel.Read, prefix: "exports" }] },
      /"a"\.prefix is "exports"/,
    ],
    [
      "a level that is none",
      { tables: [{ name: "a", table, key, level: "all" as ServiceAccessLevel }] },
      /"a"\.level is "all"/,
    ],
    ["a role that is none", { queues: [{ name: "a", queue, key, role: "x" as ServiceQueueRole }] }, /"a"\.role is "x"/],
    ["a use that is none", { keys: [{ name: "a", key, use: "x" as ServiceKeyUse }] }, /"a"\.use is "x"/],
  ];
  for (const [title, access, expected] of refused) {
    it(`refuses ${title}`, async () => {
      await assert.rejects(
        record(() => service({ access })),
        expected,
      );
    });
  }

  it("refuses a statement that a grant already has, and two that differ in hyphens alone", async () => {
    const database2 = { name: "a-b", database, user: "app" };
    await assert.rejects(
      record(() => service({ access: { databases: [database2, { ...database2, name: "a--b" }] } })),
      /holds "SignInToDatabaseAB" twice/,
    );
  });

  const tablesOf = (count: number, name: string) =>
    Array.from({ length: count }, (_, index) => ({
      name: `${name}-${index}`,
      table: { tableArn: accountArn("dynamodb", `table/${name}-${index}`) },
      key,
      level: ServiceAccessLevel.ReadWrite,
    }));

  it("to more than one policy holds: several, each attached, none beyond 6,144 characters", async () => {
    const { recording } = await allowed({ tables: tablesOf(20, "visits") });
    const names = ["", "-2", "-3", "-4"];
    const sids = names.flatMap((suffix) => {
      const policy = recording.named(`web-task-policy${suffix}`);
      assert.equal(recording.named(`web-task-attachment${suffix}`).inputs["policyArn"], policy.outputs["arn"]);
      assert.ok(String(policy.inputs["policy"]).length <= 6144, suffix);
      return Object.keys(statements(policy.inputs["policy"]));
    });
    assert.equal(new Set(sids).size, 40);
    assert.equal(recording.ofType("aws:iam/policy:Policy").filter(({ name }) => /task-policy/.test(name)).length, 4);
  });

  it("refuses permissions that pass the 6,144 characters of a managed policy, and more policies than ten", async () => {
    const access = { tables: tablesOf(6, "v".repeat(400)) };
    await assert.rejects(
      record(() => service({ access }), { mode: "update" }),
      /access and grants make a policy of \d+ characters, and IAM takes 6144/,
    );
    await assert.rejects(
      record(() => service({ access: { tables: tablesOf(61, "visits") } })),
      /access and grants make 122 statements, and a role has room for 120/,
    );
  });
});

function door(recording: Recording, name: string, other: string, port: number): void {
  const egress = recording.named(`web-connect-${name}`).inputs;
  const ingress = recording.named(`web-accept-${name}`).inputs;
  const own = recording.component("service:index:FargateService").outputs["securityGroupId"];
  assert.deepEqual([egress["securityGroupId"], egress["referencedSecurityGroupId"]], [own, other]);
  assert.deepEqual([ingress["securityGroupId"], ingress["referencedSecurityGroupId"]], [other, own]);
  for (const rule of [egress, ingress]) assert.deepEqual([rule["fromPort"], rule["toPort"]], [port, port]);
}
