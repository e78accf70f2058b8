import assert from "node:assert/strict";
import { record, refusal, text } from "@hipaa-aws/component-testing";
import { recordProgram } from "@hipaa-aws/simulated-aws";
import * as pulumi from "@pulumi/pulumi";
import { signingRegion } from "./dnssec-zone";
import { DnssecZone, type DnssecZoneArgs } from "./index";

const queryLogKey = { arn: "arn:aws:kms:us-east-1:111122223333:key/logs" };
const alarmTopicArn = "arn:aws:sns:us-east-1:111122223333:alarms";
const zone = (args: Partial<DnssecZoneArgs> = {}) =>
  new DnssecZone("public", { domainName: "clinic.example.com", ...args });
const recorded = (args: Partial<DnssecZoneArgs> = {}, mode: "preview" | "update" = "update", region?: string) =>
  record(() => void zone(args), mode, region);

interface Statement {
  readonly Sid: string;
  readonly Action: string | string[];
  readonly Principal: unknown;
  readonly Condition?: unknown;
}

describe("DnssecZone", () => {
  for (const mode of ["preview", "update"] as const) {
    it(`has these children (${mode})`, async () => {
      const graph = await recorded({ queryLogKey, alarmTopicArn }, mode);
      assert.deepEqual(graph.names, [
        "aws:cloudwatch/logGroup:LogGroup public-queries",
        "aws:cloudwatch/logResourcePolicy:LogResourcePolicy public-queries",
        "aws:cloudwatch/metricAlarm:MetricAlarm public-failure",
        "aws:cloudwatch/metricAlarm:MetricAlarm public-key",
        "aws:kms/key:Key public",
        "aws:route53/hostedZoneDnsSec:HostedZoneDnsSec public",
        "aws:route53/keySigningKey:KeySigningKey public",
        "aws:route53/queryLog:QueryLog public-queries",
        "aws:route53/zone:Zone public",
        "network:index:DnssecZone public",
      ]);
    });
  }

  it("route53-dnssec: the zone is signed, with its key active before", async () => {
    const graph = await recorded();
    const signed = graph.one("aws:route53/hostedZoneDnsSec:HostedZoneDnsSec");
    assert.equal(signed.inputs["signingStatus"], "SIGNING");
    assert.ok(signed.dependencies.includes(graph.one("aws:route53/keySigningKey:KeySigningKey").urn));
    assert.equal(graph.one("aws:route53/keySigningKey:KeySigningKey").inputs["name"], "primary");
  });

  for (const region of ["us-east-1", "eu-central-1", "us-west-2"]) {
    it(`keeps the key in us-east-1, whatever the program's Region: ${region}`, async () => {
      const graph = await recorded({ queryLogKey, alarmTopicArn }, "update", region);
      const key = graph.one("aws:kms/key:Key");
      assert.deepEqual(
        ["region", "customerMasterKeySpec", "keyUsage", "deletionWindowInDays"].map((one) => key.inputs[one]),
        ["us-east-1", "ECC_NIST_P256", "SIGN_VERIFY", 30],
      );
      assert.match(text(key.outputs["arn"]), /^arn:aws:kms:us-east-1:/);
      for (const type of ["logGroup:LogGroup", "logResourcePolicy:LogResourcePolicy", "metricAlarm:MetricAlarm"]) {
        for (const { inputs } of graph.all(`aws:cloudwatch/${type}`)) assert.equal(inputs["region"], "us-east-1");
      }
    });
  }

  it("lets Route 53 sign for zones of this account, and nobody else", async () => {
    const graph = await recorded({ keyAdministratorArns: ["arn:aws:iam::111122223333:role/key-admin"] });
    const { Statement: statements } = JSON.parse(text(graph.one("aws:kms/key:Key").inputs["policy"])) as {
      Statement: Statement[];
    };
    const signers = statements.filter(({ Action }) =>
      [Action].flat().some((one) => one === "kms:Sign" || one === "kms:*"),
    );
    assert.deepEqual(
      signers.map(({ Principal }) => Principal),
      [{ Service: "dnssec-route53.amazonaws.com" }],
    );
    for (const { Principal, Condition } of statements.filter(({ Sid }) => Sid.startsWith("AllowRoute53"))) {
      assert.deepEqual(Principal, { Service: "dnssec-route53.amazonaws.com" });
      assert.match(JSON.stringify(Condition), /"aws:SourceAccount":"111122223333"/);
      assert.match(JSON.stringify(Condition), /"aws:SourceArn":"arn:aws:route53:::hostedzone\/\*"/);
    }
    assert.deepEqual(statements[0]?.Principal, {
      AWS: ["arn:aws:iam::111122223333:root", "arn:aws:iam::111122223333:role/key-admin"],
    });
  });

  it("route53-query-logging: queries in an encrypted log group, which Route 53 may write to first", async () => {
    const graph = await recorded({ queryLogKey, queryLogRetentionDays: 400 });
    const { inputs } = graph.one("aws:cloudwatch/logGroup:LogGroup");
    assert.deepEqual(
      [inputs["name"], inputs["kmsKeyId"], inputs["retentionInDays"]],
      ["/aws/route53/clinic.example.com", queryLogKey.arn, 400],
    );
    const policy = graph.one("aws:cloudwatch/logResourcePolicy:LogResourcePolicy");
    assert.match(text(policy.inputs["policyDocument"]), /"Service":"route53\.amazonaws\.com"/);
    assert.ok(graph.one("aws:route53/queryLog:QueryLog").dependencies.includes(policy.urn));
  });

  it("tells a topic when the zone cannot be signed", async () => {
    const alarms = (await recorded({ alarmTopicArn })).all("aws:cloudwatch/metricAlarm:MetricAlarm");
    assert.deepEqual(alarms.map(({ inputs }) => inputs["metricName"]).sort(), [
      "DNSSECInternalFailure",
      "DNSSECKeySigningKeysNeedingAction",
    ]);
    for (const { inputs } of alarms) assert.deepEqual(inputs["alarmActions"], [alarmTopicArn]);
  });

  it("signs a zone that is there", async () => {
    const graph = await recorded({ domainName: undefined, zoneId: pulumi.output("Z123"), signingKeyName: "second_1" });
    assert.deepEqual(graph.all("aws:route53/zone:Zone"), []);
    const { inputs } = graph.one("aws:route53/keySigningKey:KeySigningKey");
    assert.deepEqual([inputs["hostedZoneId"], inputs["name"]], ["Z123", "second_1"]);
  });

  it("registers every public field as an output, and tags what takes tags", async () => {
    let made: DnssecZone | undefined;
    const program = () => void (made = zone({ tags: { team: "network" } }));
    const { resources } = await recordProgram(program, { mode: "update" });
    const fields = Object.entries(made ?? {})
      .filter(([field, value]) => field !== "urn" && pulumi.Output.isInstance(value))
      .map(([field]) => field);
    const outputs = resources.find(({ type }) => type === "network:index:DnssecZone")?.outputs ?? {};
    assert.deepEqual(Object.keys(outputs).sort(), fields.sort());
    assert.match(text(outputs["dsRecord"]), /^\d+ 13 2 /);
    assert.equal((outputs["nameServers"] as string[]).length, 4);
    for (const type of ["aws:kms/key:Key", "aws:route53/zone:Zone"]) {
      const found = resources.find((resource) => resource.type === type);
      assert.equal((found?.inputs["tags"] as Record<string, string>)["team"], "network");
    }
  });

  it("is refused in the partitions where Route 53 signs no zones", async () => {
    assert.equal(signingRegion("public", "aws"), "us-east-1");
    for (const [region, partition] of [
      ["us-gov-west-1", "aws-us-gov"],
      ["cn-north-1", "aws-cn"],
    ] as const) {
      await assert.rejects(
        recorded({}, "update", region),
        new RegExp(`partition ${partition}, where Route 53 signs no`),
      );
    }
  });

  const refused: readonly (readonly [string, Partial<DnssecZoneArgs>, RegExp])[] = [
    ["no zone", { domainName: undefined }, /domainName and zoneId are both left out/],
    ["two zones", { zoneId: "Z1" }, /domainName and zoneId are given together/],
    ["a dot at the end", { domainName: "clinic.example.com." }, /domainName is "clinic\.example\.com\."/],
    ["a name without a parent", { domainName: "clinic" }, /domainName is "clinic"/],
    ["a key name with a hyphen", { signingKeyName: "key-1" }, /signingKeyName is "key-1".*underscores/],
    [
      "queries of a zone that is there",
      { domainName: undefined, zoneId: "Z1", queryLogKey },
      /queryLogKey is given for a zone that is there already/,
    ],
    ["retention without a log", { queryLogRetentionDays: 365 }, /queryLogRetentionDays is given without/],
    ["less than a year", { queryLogKey, queryLogRetentionDays: 30 }, /queryLogRetentionDays is 30/],
  ];
  for (const [title, args, message] of refused) {
    it(`refuses ${title}`, async () => assert.match(await refusal(() => void zone(args)), message));
  }
});
