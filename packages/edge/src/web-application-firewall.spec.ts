import assert from "node:assert/strict";
import { WebApplicationFirewall, WebApplicationFirewallScope, type WebApplicationFirewallArgs } from "./index";
import { keyArn } from "./testing/example";
import { nameOf, record, refusal, text } from "./testing/graph";

type More = Partial<WebApplicationFirewallArgs>;
const key = { arn: keyArn };
const build = (more: More = {}, mode: "preview" | "update" = "update") =>
  record(() => new WebApplicationFirewall("api", { key, ...more }), { mode, config: { "aws:region": "us-west-2" } });
const refuse = (more: More, name = "api") => refusal(() => new WebApplicationFirewall(name, { key, ...more }));
const cloudFront = { scope: WebApplicationFirewallScope.CloudFront };
const stage = "arn:aws:apigateway:us-west-2::/restapis/abcdef1234/stages/prod";

const children = [
  "aws:cloudwatch/logGroup:LogGroup aws-waf-logs-api",
  "aws:wafv2/webAcl:WebAcl api-waf",
  "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration api-waf-logging",
  "edge:index:WebApplicationFirewall api",
];

describe("WebApplicationFirewall", () => {
  it("has these children, in a preview and in an update", async () => {
    assert.deepEqual((await build()).names, children);
    const preview = await build({}, "preview");
    assert.deepEqual(preview.names, children);
    const component = preview.one("WebApplicationFirewall").urn;
    for (const resource of preview.resources.filter((r) => r.custom)) assert.equal(resource.parent, component);
  });

  it("waf-logging-enabled, waf-has-rules: is a regional web ACL with rules and a log by default", async () => {
    const graph = await build();
    const { inputs } = graph.one("WebAcl");
    assert.equal(inputs.scope, "REGIONAL");
    assert.equal(inputs.region, "us-west-2");
    assert.equal((inputs.rules as unknown[]).length, 8);
    const group = graph.one("LogGroup");
    assert.equal(group.inputs.kmsKeyId, keyArn);
    assert.equal(group.inputs.retentionInDays, 2192);
    assert.equal(group.inputs.deletionProtectionEnabled, true);
    assert.deepEqual(graph.one("WebAclLoggingConfiguration").inputs.logDestinationConfigs, [group.outputs.arn]);
    assert.equal(inputs.associationConfig, undefined);
  });

  it("is in us-east-1 for CloudFront, every part of it", async () => {
    const topic = "arn:aws:sns:us-east-1:111122223333:security";
    const more = {
      ...cloudFront,
      inspectedBodyKilobytes: 64,
      blockedNetworks: ["198.51.100.0/24"],
      blockedRequestsAlarm: 100,
      alarmTopicArn: topic,
      deletionProtection: false,
    };
    const graph = await build(more);
    const parts = graph.resources.filter((r) => r.custom);
    assert.equal(parts.length, 5);
    for (const part of parts) assert.equal(part.inputs.region, "us-east-1", nameOf(part));
    const { inputs, outputs } = graph.one("WebAcl");
    assert.equal(inputs.scope, "CLOUDFRONT");
    assert.match(text(outputs.arn), /^arn:aws:wafv2:us-east-1:\d+:global\/webacl/);
    assert.deepEqual(inputs.associationConfig, {
      requestBodies: [{ cloudfront: { defaultSizeInspectionLimit: "KB_64" } }],
    });
    assert.equal(graph.one("IpSet").inputs.scope, "CLOUDFRONT");
    assert.deepEqual(graph.one("MetricAlarm").inputs.dimensions, { WebACL: "api-waf", Rule: "ALL" });
    assert.equal(graph.one("LogGroup").inputs.deletionProtectionEnabled, false);
  });

  it("waf-api-protection: is put before what it is given, once its log is written", async () => {
    const graph = await build({ protectedArns: [stage], tags: { Owner: "api" } });
    const association = graph.one("WebAclAssociation", "api-1");
    assert.equal(association.inputs.resourceArn, stage);
    assert.ok(association.dependencies.includes(graph.one("WebAclLoggingConfiguration").urn));
    assert.deepEqual(graph.one("WebAcl").inputs.tags, { Owner: "api" });
  });

  it("keeps room for rules that others add", async () => {
    const graph = await build({ reservedCapacity: 150, webAclCapacityBudget: 1600 });
    assert.equal(graph.one("WebApplicationFirewall").outputs.webAclCapacity, 1443 + 150);
  });

  it("registers its fields as outputs", async () => {
    const graph = await build();
    const { outputs } = graph.one("WebApplicationFirewall");
    assert.deepEqual(outputs, {
      webAclArn: graph.one("WebAcl").outputs.arn,
      wafLogGroupName: graph.one("LogGroup").outputs.name,
      webAclCapacity: 1443,
    });
  });

  for (const partition of ["aws", "aws-us-gov", "aws-cn"]) {
    it(`stays in the partition ${partition}`, async () => {
      const graph = await record(() => new WebApplicationFirewall("api", { key }), {
        mode: "update",
        environment: { partition },
      });
      assert.equal(text(graph.one("WebApplicationFirewall").outputs.webAclArn).split(":")[1], partition);
    });
  }

  const west = "arn:aws:kms:us-west-2:111122223333:key/0a1b";
  const refused: [string, More, RegExp][] = [
    ["no key", { key: undefined }, /key is missing/],
    ["resources before a distribution", { ...cloudFront, protectedArns: [stage] }, /protectedArns and scope do not go/],
    ["a body size that AWS WAF has not", { ...cloudFront, inspectedBodyKilobytes: 20 }, /Give one of 16, 32, 48, 64/],
    ["a body size behind a load balancer", { inspectedBodyKilobytes: 16 }, /given for the scope Regional/],
    ["a key of another Region for CloudFront", { ...cloudFront, key: { arn: west } }, /key.arn is in us-west-2/],
    [
      "a topic of another Region for CloudFront",
      { ...cloudFront, alarmTopicArn: "arn:aws:sns:us-west-2:111122223333:security" },
      /alarmTopicArn is in us-west-2, and not in us-east-1/,
    ],
    ["a scope that is none", { scope: "GLOBAL" as WebApplicationFirewallScope }, /scope is "GLOBAL"/],
    ["room beyond the budget", { reservedCapacity: 58 }, /takes 1501 capacity units of the 1500/],
    ["less than no room", { reservedCapacity: -1 }, /reservedCapacity is -1/],
    ["rules beyond the budget", { loginPaths: ["/a", "/b", "/c", "/d", "/e"] }, /capacity units of the 1500/],
  ];
  for (const [what, more, message] of refused) {
    it(`refuses ${what}`, async () => assert.match(await refuse(more), message));
  }

  it("refuses a name that AWS WAF does not take", async () => {
    assert.match(await refuse({}, "my.api"), /name is "my.api"/);
    assert.match(await refuse({}, "x".repeat(100)), /names of IP sets/);
  });
});
