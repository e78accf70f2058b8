import assert from "node:assert/strict";
import { recordProgram } from "@hipaa-aws/simulated-aws";
import { FailoverRecords, PublicEdge, type FailoverRecordsArgs } from "./index";
import { domain, edgeArgs, zone } from "./testing/example";
import { record, refusal, text } from "./testing/graph";

type More = Partial<FailoverRecordsArgs>;
const target = (region: string) => ({
  dnsName: `edge-1.${region}.elb.amazonaws.com`,
  zoneId: "Z35SXDOTRQ7X7K",
  domainName: `${region}.example.com`,
});
const least: FailoverRecordsArgs = {
  domainName: domain,
  hostedZoneId: zone,
  primary: target("us-east-1"),
  secondary: target("us-west-2"),
};
const topic = "arn:aws:sns:us-east-1:111122223333:security";
const build = (more: More = {}, mode: "preview" | "update" = "update") =>
  record(() => new FailoverRecords("records", { ...least, ...more }), { mode, config: { "aws:region": "us-west-2" } });
const refuse = (more: More) => refusal(() => new FailoverRecords("records", { ...least, ...more }));

const children = [
  "aws:route53/healthCheck:HealthCheck records-primary",
  "aws:route53/healthCheck:HealthCheck records-secondary",
  "aws:route53/record:Record records-primary-a",
  "aws:route53/record:Record records-secondary-a",
  "edge:index:FailoverRecords records",
];

describe("FailoverRecords", () => {
  it("route53-failover-component: is a pair of failover records with health checks over TLS", async () => {
    const graph = await build();
    assert.deepEqual(graph.names, children);
    for (const role of ["primary", "secondary"] as const) {
      const check = graph.one("HealthCheck", `records-${role}`);
      assert.equal(check.inputs.type, "HTTPS");
      assert.equal(check.inputs.port, 443);
      assert.equal(check.inputs.enableSni, true);
      assert.equal(check.inputs.fqdn, least[role].domainName);
      assert.equal(check.inputs.resourcePath, "/healthz");
      assert.equal(check.inputs.failureThreshold, 3);
      assert.equal(check.inputs.requestInterval, 30);
      const { inputs } = graph.one("Record", `records-${role}-a`);
      assert.equal(inputs.name, domain);
      assert.equal(inputs.setIdentifier, role);
      assert.deepEqual(inputs.failoverRoutingPolicies, [{ type: role.toUpperCase() }]);
      assert.equal(inputs.healthCheckId, check.id);
      const { dnsName, zoneId } = least[role];
      assert.deepEqual(inputs.aliases, [{ name: dnsName, zoneId, evaluateTargetHealth: true }]);
    }
  });

  it("has the same children in a preview, under the component", async () => {
    const graph = await build({}, "preview");
    assert.deepEqual(graph.names, children);
    const component = graph.one("FailoverRecords").urn;
    for (const resource of graph.resources.filter((r) => r.custom)) assert.equal(resource.parent, component);
  });

  it("takes another path, other counts, IPv6 and tags", async () => {
    const more = {
      healthPath: "/ready",
      failureThreshold: 1,
      fastChecks: true,
      dualStack: true,
      tags: { Owner: "web" },
    };
    const graph = await build(more);
    const { inputs } = graph.one("HealthCheck", "records-primary");
    assert.equal(inputs.resourcePath, "/ready");
    assert.equal(inputs.failureThreshold, 1);
    assert.equal(inputs.requestInterval, 10);
    assert.deepEqual(inputs.tags, { Owner: "web" });
    assert.equal(graph.one("Record", "records-secondary-aaaa").inputs.type, "AAAA");
  });

  for (const [partition, region] of [
    ["aws", "us-east-1"],
    ["aws-us-gov", "us-gov-west-1"],
    ["aws-cn", "cn-northwest-1"],
  ]) {
    it(`raises alarms of both Regions where Route 53 keeps its metrics, in ${partition}`, async () => {
      const graph = await record(() => new FailoverRecords("records", { ...least, alarmTopicArn: topic }), {
        mode: "update",
        environment: { partition },
      });
      const { outputs } = graph.one("FailoverRecords");
      for (const role of ["primary", "secondary"]) {
        const { inputs } = graph.one("MetricAlarm", `records-${role}`);
        assert.equal(inputs.region, region);
        assert.deepEqual(inputs.dimensions, { HealthCheckId: graph.one("HealthCheck", `records-${role}`).id });
        assert.equal(inputs.treatMissingData, "breaching");
        assert.deepEqual(inputs.alarmActions, [topic]);
        assert.equal(text(outputs[`${role}HealthCheckArn`]).split(":")[1], partition);
      }
    });
  }

  it("fits PublicEdge, and keeps none inside its inputs", async () => {
    const graph = await record(() => {
      const primary = new PublicEdge("east", edgeArgs({ domainName: "east.example.com" }));
      const secondary = new PublicEdge("west", edgeArgs({ domainName: "west.example.com" }));
      new FailoverRecords("records", { ...least, primary, secondary });
    });
    assert.deepEqual(graph.one("FailoverRecords").inputs.primary, {
      dnsName: graph.one("LoadBalancer", "east").outputs.dnsName,
      zoneId: graph.one("LoadBalancer", "east").outputs.zoneId,
      domainName: "east.example.com",
    });
    assert.equal(graph.one("HealthCheck", "records-secondary").inputs.fqdn, "west.example.com");
  });

  it("registers its fields as outputs", async () => {
    const graph = await build();
    const { id, outputs } = graph.one("HealthCheck", "records-primary");
    const other = graph.one("HealthCheck", "records-secondary");
    assert.deepEqual(graph.one("FailoverRecords").outputs, {
      domainName: domain,
      primaryHealthCheckId: id,
      primaryHealthCheckArn: outputs.arn,
      secondaryHealthCheckId: other.id,
      secondaryHealthCheckArn: other.outputs.arn,
    });
  });

  it("refuses to ask for health by the name that fails over, wired or not", async () => {
    const program = () =>
      new FailoverRecords("records", { ...least, primary: { ...target("us-east-1"), domainName: domain } });
    await assert.rejects(recordProgram(program, { mode: "preview" }), /primary.domainName and domainName are the same/);
  });

  const refused: [string, More, RegExp][] = [
    ["no name", { domainName: undefined }, /domainName is missing/],
    ["a name in capitals", { domainName: "Records.example.com" }, /domainName is "Records.example.com"/],
    ["no zone", { hostedZoneId: undefined }, /hostedZoneId is missing/],
    ["no recovery Region", { secondary: undefined }, /secondary is missing/],
    [
      "a target without a name",
      { primary: { ...least.primary, domainName: undefined } as never },
      /primary.domainName/,
    ],
    ["a path with a query", { healthPath: "/healthz?patient=1" }, /healthPath is/],
    ["a path without a slash", { healthPath: "healthz" }, /healthPath is "healthz"/],
    ["no failure", { failureThreshold: 0 }, /failureThreshold is 0/],
    ["more failures than Route 53 counts", { failureThreshold: 11 }, /failureThreshold is 11/],
  ];
  for (const [what, more, message] of refused) {
    it(`refuses ${what}`, async () => assert.match(await refuse(more), message));
  }
});
