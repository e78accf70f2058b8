import assert from "node:assert/strict";
import type { RecordOptions, ResourceState } from "@hipaa-aws/simulated-aws";
import type { HipaaWebApplicationArgs } from "./args";
import type { HipaaWebApplicationDnssecArgs } from "./dnssec-args";
import { HipaaWebApplicationFailoverRole } from "./failover-args";
import { computeExample } from "./testing/compute-example";
import { record } from "./testing/example";
import { existingNetwork } from "./testing/existing-network-example";
import { inputsOf, named, ofType } from "./testing/find";

const everything: Partial<HipaaWebApplicationArgs> = { privateZone: true, accessScope: true, dnssec: {} };
const recordType = "aws:route53/record:Record";
const zoneType = "aws:route53/zone:Zone";
const publicZone = "Z0123456789ABC";
const topicArn = "arn:aws:sns:us-east-1:111122223333:alerts";
const signed = (dnssec: HipaaWebApplicationDnssecArgs = {}, options: RecordOptions = {}) => record({ dnssec }, options);
const west = { config: { "aws:region": "us-west-2" } };
const alarmsOf = (resources: readonly ResourceState[]) =>
  ["failure", "key"].map(
    (alarm) => named(resources, "aws:cloudwatch/metricAlarm:MetricAlarm", `clinic-dnssec-${alarm}`).inputs,
  );
const outputsOf = (resources: readonly ResourceState[]) =>
  named(resources, "reference:index:HipaaWebApplication", "clinic").outputs;

describe("HipaaWebApplication with options of its network", () => {
  it("answers the internal name in the VPC alone, and validates its certificate in the public zone", async () => {
    const resources = await record({ privateZone: true });
    const zone = named(resources, zoneType, "clinic-names");
    const vpcId = named(resources, "aws:ec2/vpc:Vpc", "clinic-network").id;
    assert.deepEqual([zone.inputs["name"], zone.inputs["vpcs"]], ["internal.clinic.example.com", [{ vpcId }]]);
    const zoneOf = (name: string) => named(resources, recordType, name).inputs["zoneId"];
    assert.equal(zoneOf("clinic-internal-alias-a"), zone.outputs["zoneId"]);
    for (const name of ["clinic-internal-validation", "clinic-edge-alias-a", "clinic-edge-validation"]) {
      assert.equal(zoneOf(name), publicZone, name);
    }
    assert.equal(outputsOf(resources)["privateZoneId"], zone.outputs["zoneId"]);
    const lists = inputsOf(resources, "aws:route53/resolverFirewallDomainList:ResolverFirewallDomainList");
    const domains = lists.flatMap((list) => list["domains"] as string[]);
    assert.ok(domains.includes("*.internal.clinic.example.com"), "names in the zone are not refused");
  });

  it("leaves the name of the load balancer behind a distribution in the public zone", async () => {
    const distribution = { originDomainName: "origin.clinic.example.com" };
    const resources = await record({ privateZone: true, distribution });
    const origins = inputsOf(resources, recordType).filter(({ name }) => name === distribution.originDomainName);
    assert.deepEqual(
      origins.map(({ zoneId }) => zoneId),
      [publicZone],
    );
  });

  it("answers all names in the public zone unless it is asked", async () => {
    const resources = await record();
    assert.deepEqual(ofType(resources, zoneType), []);
    for (const { zoneId } of inputsOf(resources, recordType)) assert.equal(zoneId, publicZone);
    for (const output of ["privateZoneId", "accessScopeId", "dsRecord"]) {
      assert.equal(outputsOf(resources)[output], "", output);
    }
  });

  it("has a proof that no path joins the internet and the data tier, of any network", async () => {
    const paths = async (args: Partial<HipaaWebApplicationArgs>) => {
      const resources = await record({ accessScope: true, ...args });
      const scope = named(resources, "aws:ec2/networkInsightsAccessScope:NetworkInsightsAccessScope", "clinic-access");
      assert.equal(outputsOf(resources)["accessScopeId"], scope.id);
      const [path] = scope.inputs["matchPaths"] as { destination: { resourceStatement: { resources: string[] } } }[];
      return path?.destination.resourceStatement.resources;
    };
    const own = (await paths({})) ?? [];
    assert.equal(own.length, 3);
    assert.deepEqual(await paths({ network: undefined, existingNetwork }), existingNetwork.dataSubnetIds);
  });

  it("signs the hosted zone, tells its own topic of failures, and gives the DS record", async () => {
    const resources = await signed();
    const key = named(resources, "aws:route53/keySigningKey:KeySigningKey", "clinic-dnssec");
    assert.equal(key.inputs["hostedZoneId"], publicZone);
    const status = named(resources, "aws:route53/hostedZoneDnsSec:HostedZoneDnsSec", "clinic-dnssec").inputs;
    assert.deepEqual([status["hostedZoneId"], status["signingStatus"]], [publicZone, "SIGNING"]);
    const [own] = ofType(resources, "aws:sns/topic:Topic");
    for (const { alarmActions, region } of alarmsOf(resources)) {
      assert.deepEqual([alarmActions, region], [[own?.outputs["arn"]], "us-east-1"]);
    }
    const ds = outputsOf(resources)["dsRecord"];
    assert.ok(typeof ds === "string" && ds !== "");
    assert.equal(ds, key.outputs["dsRecord"]);
    assert.deepEqual(ofType(resources, zoneType), []);
  });

  it("tells a topic of us-east-1 where the application is in another Region, and passes the rest on", async () => {
    const administrator = "arn:aws:iam::111122223333:role/key-administrator";
    const given = { alarmTopicArn: topicArn, signingKeyName: "second", keyAdministratorArns: [administrator] };
    const resources = await signed(given, west);
    for (const { alarmActions } of alarmsOf(resources)) assert.deepEqual(alarmActions, [topicArn]);
    assert.equal(named(resources, "aws:route53/keySigningKey:KeySigningKey", "clinic-dnssec").inputs["name"], "second");
    const key = named(resources, "aws:kms/key:Key", "clinic-dnssec").inputs;
    assert.equal(key["region"], "us-east-1");
    assert.ok((key["policy"] as string).includes(administrator));
  });

  it("makes the same resources at preview as in an update", async () => {
    const urns = (resources: readonly ResourceState[]) =>
      resources.map(({ urn }) => urn.split("::").slice(2).join("::")).sort();
    const [made, base] = [urns(await record(everything)), urns(await record())];
    assert.deepEqual(urns(await record(everything, { mode: "preview" })), made);
    const application = "reference:index:HipaaWebApplication";
    const more = made.filter((urn) => !base.includes(urn)).map((urn) => urn.replace(`${application}$`, ""));
    assert.deepEqual(more, [
      "network:index:DnssecZone$aws:cloudwatch/metricAlarm:MetricAlarm::clinic-dnssec-failure",
      "network:index:DnssecZone$aws:cloudwatch/metricAlarm:MetricAlarm::clinic-dnssec-key",
      "network:index:DnssecZone$aws:kms/key:Key::clinic-dnssec",
      "network:index:DnssecZone$aws:route53/hostedZoneDnsSec:HostedZoneDnsSec::clinic-dnssec",
      "network:index:DnssecZone$aws:route53/keySigningKey:KeySigningKey::clinic-dnssec",
      "network:index:DnssecZone::clinic-dnssec",
      "network:index:NetworkAccessScope$aws:ec2/networkInsightsAccessScope:NetworkInsightsAccessScope::clinic-access",
      "network:index:NetworkAccessScope::clinic-access",
      "network:index:PrivateZone$aws:route53/zone:Zone::clinic-names",
      "network:index:PrivateZone::clinic-names",
    ]);
  });

  for (const [region, partition] of [
    ["us-gov-west-1", "aws-us-gov"],
    ["cn-north-1", "aws-cn"],
  ] as const) {
    it(`has its private zone and its proof in the partition ${partition}, and no signatures`, async () => {
      const options = { config: { "aws:region": region } };
      const resources = await record({ privateZone: true, accessScope: true }, options);
      const scope = named(resources, "network:index:NetworkAccessScope", "clinic-access").outputs["scopeArn"];
      assert.ok((scope as string).startsWith(`arn:${partition}:`));
      await assert.rejects(signed({ alarmTopicArn: topicArn }, options), /Route 53 signs no zones/);
    });
  }

  const below = (name: string) => `${name}.internal.clinic.example.com`;
  const { functions, api = { domainName: "", routes: [] } } = computeExample;
  const refused: readonly (readonly [string, Partial<HipaaWebApplicationArgs>, RegExp, RecordOptions?])[] = [
    [
      "a private zone above the public name",
      { privateZone: true, domainName: below("www") },
      /privateZone and domainName do not fit/,
    ],
    [
      "a private zone above the name behind the distribution",
      { privateZone: true, distribution: { originDomainName: below("origin") } },
      /privateZone and distribution\.originDomainName do not fit/,
    ],
    [
      "a private zone above the API's name",
      {
        privateZone: true,
        functions: functions?.map(({ name, imageUri }) => ({ name, imageUri })),
        api: { ...api, domainName: below("api") },
      },
      /privateZone and api\.domainName do not fit/,
    ],
    [
      "a private zone above the name of both Regions",
      { privateZone: true, failover: { domainName: below("all"), role: HipaaWebApplicationFailoverRole.Recovery } },
      /privateZone and failover\.domainName do not fit/,
    ],
    [
      "another Region without a topic of us-east-1",
      { dnssec: {} },
      /dnssec\.alarmTopicArn is missing.*us-west-2/,
      west,
    ],
    [
      "a topic of another Region",
      { dnssec: { alarmTopicArn: topicArn.replace("us-east-1", "us-west-2") } },
      /dnssec\.alarmTopicArn is in us-west-2/,
    ],
    ["a signing key's name with a hyphen", { dnssec: { signingKeyName: "a-b" } }, /signingKeyName is "a-b"/],
    [
      "a table with the name of the scope",
      { tables: [{ name: "access", partitionKey: "id" }] },
      /tables holds "access"/,
    ],
  ];
  for (const [title, args, message, options] of refused) {
    it(`refuses ${title}`, async () => {
      await assert.rejects(record(args, options), message);
    });
  }
});
