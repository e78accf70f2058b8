import assert from "node:assert/strict";
import { record, refusal, text, type Graph } from "@hipaa-aws/component-testing";
import { PhiTable } from "./phi-table";
import { PhiTableKeyType, type PhiTableArgs } from "./phi-table-args";

const arn = "arn:aws:kms:us-east-1:111122223333:key/11111111-2222-3333-4444-555555555555";
const tableType = "aws:dynamodb/table:Table";
const policyType = "aws:dynamodb/resourcePolicy:ResourcePolicy";

const table = (args: Partial<PhiTableArgs> = {}) =>
  new PhiTable("visits", { key: { arn }, partitionKey: { name: "patientId" }, ...args });
const recorded = (args: Partial<PhiTableArgs> = {}, mode: "preview" | "update" = "update"): Promise<Graph> =>
  record(() => void table(args), mode);

describe("PhiTable", () => {
  it("dynamodb-component: key, recovery to any second, deletion protection, on demand", async () => {
    const { inputs, protect } = (await recorded()).one(tableType);
    assert.deepEqual(inputs["serverSideEncryption"], { enabled: true, kmsKeyArn: arn });
    assert.deepEqual(inputs["pointInTimeRecovery"], { enabled: true, recoveryPeriodInDays: 35 });
    assert.deepEqual([inputs["deletionProtectionEnabled"], protect], [true, true]);
    assert.equal(inputs["billingMode"], "PAY_PER_REQUEST");
    assert.ok(!("streamEnabled" in inputs));
  });

  it("dynamodb-resource-policy: closed to outsiders of the account, or of the organization", async () => {
    assert.match(
      text((await recorded()).one(policyType).inputs["policy"]),
      /"Effect":"Deny".*"aws:PrincipalAccount":"111122223333"/,
    );
    const organization = await recorded({ organizationId: "o-clinic" });
    assert.match(text(organization.one(policyType).inputs["policy"]), /"aws:PrincipalOrgID":"o-clinic"/);
  });

  it("declares each attribute once, whatever the number of its keys", async () => {
    const { inputs } = (
      await recorded({
        sortKey: { name: "visitedAt", type: PhiTableKeyType.Number },
        indexes: [{ name: "by-ward", partitionKey: { name: "wardId" }, sortKey: { name: "patientId" } }],
      })
    ).one(tableType);
    assert.deepEqual(inputs["attributes"], [
      { name: "patientId", type: "S" },
      { name: "visitedAt", type: "N" },
      { name: "wardId", type: "S" },
    ]);
    assert.deepEqual([inputs["hashKey"], inputs["rangeKey"]], ["patientId", "visitedAt"]);
    assert.deepEqual(inputs["globalSecondaryIndexes"], [
      {
        name: "by-ward",
        projectionType: "ALL",
        keySchemas: [
          { attributeName: "wardId", keyType: "HASH" },
          { attributeName: "patientId", keyType: "RANGE" },
        ],
      },
    ]);
  });

  it("takes its knobs", async () => {
    const graph = await recorded({
      expiryAttribute: "disposeAt",
      pointInTimeRecoveryDays: 7,
      stream: true,
      maxReadUnits: 100,
      deletionProtection: false,
      alarmTopicArn: "arn:aws:sns:us-east-1:111122223333:alarms",
      tags: { team: "ward" },
    });
    const { inputs, protect } = graph.one(tableType);
    assert.deepEqual(inputs["ttl"], { attributeName: "disposeAt", enabled: true });
    assert.deepEqual(inputs["pointInTimeRecovery"], { enabled: true, recoveryPeriodInDays: 7 });
    assert.deepEqual([inputs["streamEnabled"], inputs["streamViewType"]], [true, "NEW_AND_OLD_IMAGES"]);
    assert.deepEqual(inputs["onDemandThroughput"], { maxReadRequestUnits: 100 });
    assert.deepEqual([inputs["deletionProtectionEnabled"], protect ?? false], [false, false]);
    assert.deepEqual(inputs["tags"], { team: "ward" });
    assert.equal(graph.all("aws:cloudwatch/metricAlarm:MetricAlarm").length, 2);
  });

  it("has replicas under keys of their own, with the same safeguards, and streams to them", async () => {
    const keyArn = "arn:aws:kms:us-west-2:111122223333:key/replica";
    const { inputs } = (await recorded({ replicas: [{ region: "us-west-2", keyArn }] })).one(tableType);
    assert.deepEqual(inputs["replicas"], [
      {
        regionName: "us-west-2",
        kmsKeyArn: keyArn,
        pointInTimeRecovery: true,
        deletionProtectionEnabled: true,
        propagateTags: true,
      },
    ]);
    assert.equal(inputs["streamEnabled"], true);
  });

  it("has these children, at preview too", async () => {
    assert.deepEqual(
      (await recorded({}, "preview")).names.filter((name) => name.startsWith("aws:")),
      [`${policyType} visits-policy`, `${tableType} visits`],
    );
  });

  for (const [region, partition] of [
    ["us-east-1", "aws"],
    ["us-gov-west-1", "aws-us-gov"],
    ["cn-north-1", "aws-cn"],
  ] as const) {
    it(`stays in the partition ${partition}`, async () => {
      const graph = await record(() => void table(), "update", region);
      assert.ok(text(graph.one(policyType).inputs["policy"]).includes(`arn:${partition}:dynamodb:${region}:`));
    });
  }

  const refused: readonly (readonly [string, Partial<PhiTableArgs>, RegExp])[] = [
    [
      "dynamodb-keys-free-of-phi: a key that names an identifier",
      { partitionKey: { name: "ssn" } },
      /partitionKey\.name is "ssn"/,
    ],
    [
      "an index by an identifier",
      { indexes: [{ name: "by-mail", partitionKey: { name: "email" } }] },
      /indexes\[\]\.partitionKey\.name/,
    ],
    [
      "an attribute of two types",
      { sortKey: { name: "patientId", type: PhiTableKeyType.Number } },
      /sortKey gives the attribute "patientId" a second type/,
    ],
    ["36 days", { pointInTimeRecoveryDays: 36 }, /pointInTimeRecoveryDays is 36.*from 1 to 35/],
    ["no capacity at all", { maxWriteUnits: 0 }, /maxWriteUnits is 0/],
    [
      "21 indexes",
      {
        indexes: Array.from({ length: 21 }, (_, at) => ({ name: `index-${String(at)}`, partitionKey: { name: "a" } })),
      },
      /indexes has 21 elements/,
    ],
    [
      "two indexes of one name",
      { indexes: ["x", "y"].map((name) => ({ name: "twice", partitionKey: { name } })) },
      /indexes holds "twice" twice/,
    ],
    ["a space in a name", { expiryAttribute: "dispose at" }, /expiryAttribute/],
  ];
  for (const [title, args, message] of refused) {
    it(`refuses ${title}`, async () => assert.match(await refusal(() => void table(args)), message));
  }
});
