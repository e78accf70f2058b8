import assert from "node:assert/strict";
import type { ResourceState } from "@hipaa-aws/simulated-aws";
import type { HipaaWebApplicationArgs } from "./args";
import type { HipaaWebApplicationDistributionArgs } from "./front-args";
import { computeExample } from "./testing/compute-example";
import { record } from "./testing/example";
import { frontExample } from "./testing/front-example";
import { environmentOf, inputsOf, named } from "./testing/find";

const originDomainName = "origin.clinic.example.com";
const recorded = (
  more: Partial<HipaaWebApplicationDistributionArgs> = {},
  args: Partial<HipaaWebApplicationArgs> = {},
) => record({ distribution: { originDomainName, ...more }, ...args });
const balancerType = "aws:lb/loadBalancer:LoadBalancer";
const ingressType = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
const [keyArn, topicArn] = [
  "arn:aws:kms:us-east-1:111122223333:key/11111111-2222-3333-4444-555555555555",
  "arn:aws:sns:us-east-1:111122223333:alerts",
];

describe("HipaaWebApplication with a distribution", () => {
  it("has no public load balancer, and no group that lets the internet in", async () => {
    const resources = await recorded();
    const balancers = inputsOf(resources, balancerType);
    assert.deepEqual(
      balancers.map(({ internal }) => internal),
      [true, true],
    );
    for (const { cidrIpv4, cidrIpv6 } of inputsOf(resources, ingressType)) {
      assert.notEqual(cidrIpv4, "0.0.0.0/0");
      assert.equal(cidrIpv6, undefined);
    }
    for (const { port, protocol } of inputsOf(resources, "aws:lb/listener:Listener")) {
      assert.deepEqual([port, protocol], [443, "HTTPS"]);
    }
    const group = named(resources, "aws:ec2/securityGroup:SecurityGroup", "clinic-origin-load-balancer");
    const doors = inputsOf(resources, ingressType).filter(({ securityGroupId }) => securityGroupId === group.id);
    assert.equal(doors.length, 1);
    assert.match(doors[0]?.["prefixListId"] as string, /^pl-/);
  });

  it("leads from CloudFront to the web tier, by TLS on each hop", async () => {
    const resources = await recorded();
    const balancer = named(resources, balancerType, "clinic-origin");
    const [origin] = inputsOf(resources, "aws:cloudfront/vpcOrigin:VpcOrigin");
    const config = origin?.["vpcOriginEndpointConfig"] as Record<string, unknown>;
    assert.deepEqual([config["arn"], config["originProtocolPolicy"]], [balancer.outputs["arn"], "https-only"]);
    const distribution = named(resources, "aws:cloudfront/distribution:Distribution", "clinic-front").inputs;
    const [reached] = distribution["origins"] as { domainName: string }[];
    assert.equal(reached?.domainName, originDomainName);
    const rule = named(resources, "aws:lb/listenerRule:ListenerRule", "clinic-web-rule").inputs;
    assert.deepEqual(rule["conditions"], [{ hostHeader: { values: [originDomainName] } }]);
    assert.equal(
      rule["listenerArn"],
      named(resources, "aws:lb/listener:Listener", "clinic-origin-https").outputs["arn"],
    );
    assert.equal(environmentOf(resources, "clinic-web-task")["PUBLIC_URL"], "https://clinic.example.com");
  });

  it("answers to the public name, and the load balancer to its own", async () => {
    const resources = await recorded();
    const { domainName, hostedZoneId } = named(
      resources,
      "aws:cloudfront/distribution:Distribution",
      "clinic-front",
    ).outputs;
    const targets = (name: string) =>
      inputsOf(resources, "aws:route53/record:Record")
        .filter((one) => one["name"] === name && one["aliases"] !== undefined)
        .map(({ aliases }) => (aliases as { name: string; zoneId: string }[])[0]);
    for (const target of targets("clinic.example.com")) {
      assert.deepEqual([target?.name, target?.zoneId], [domainName, hostedZoneId]);
    }
    assert.equal(targets("clinic.example.com").length, 2);
    const [balancer, ...others] = targets(originDomainName);
    assert.equal(balancer?.name, named(resources, balancerType, "clinic-origin").outputs["dnsName"]);
    assert.equal(others.length, 0);
    const outputs = resources.find(({ type }) => type === "reference:index:HipaaWebApplication")?.outputs;
    assert.equal(outputs?.["loadBalancerDnsName"], domainName);
  });

  it("keeps what serves CloudFront in us-east-1, under the application's rules", async () => {
    const firewall = { requestsPerFiveMinutes: 500, allowedCountries: ["US"] };
    const resources = await recorded({}, { firewall });
    const [webAcl, ...others] = inputsOf(resources, "aws:wafv2/webAcl:WebAcl");
    assert.equal(others.length, 0);
    assert.deepEqual([webAcl?.["scope"], webAcl?.["region"]], ["CLOUDFRONT", "us-east-1"]);
    assert.match(JSON.stringify(webAcl), /"limit":500/);
    const certificate = named(resources, "aws:acm/certificate:Certificate", "clinic-front-certificate").inputs;
    assert.deepEqual([certificate["domainName"], certificate["region"]], ["clinic.example.com", "us-east-1"]);
    const distribution = named(resources, "aws:cloudfront/distribution:Distribution", "clinic-front").inputs;
    assert.deepEqual(distribution["restrictions"], {
      geoRestriction: { restrictionType: "whitelist", locations: ["US"] },
    });
  });

  it("gives the API a web ACL of this Region, since CloudFront's serves no API", async () => {
    const { functions, api } = computeExample;
    const args = {
      functions: functions?.map(({ name, imageUri }) => ({ name, imageUri })),
      api,
      ...frontExample,
    } as Partial<HipaaWebApplicationArgs>;
    const resources = await record(args);
    const regional = named(resources, "aws:wafv2/webAcl:WebAcl", "clinic-api-waf");
    assert.equal(regional.inputs["scope"], "REGIONAL");
    const association = named(resources, "aws:wafv2/webAclAssociation:WebAclAssociation", "clinic-api-waf").inputs;
    assert.equal(association["webAclArn"], regional.outputs["arn"]);
  });

  const west = { config: { "aws:region": "us-west-2" } };
  const logKeys = (resources: readonly ResourceState[]) =>
    ["clinic-front-access-log", "aws-waf-logs-clinic-front"]
      .map((log) => named(resources, "aws:cloudwatch/logGroup:LogGroup", log).inputs)
      .map(({ region, kmsKeyId }) => [region, kmsKeyId]);

  it("takes key and topic of us-east-1 where it is in another Region, and passes the rest on", async () => {
    const usEast1 = { logsKeyArn: keyArn, alarmTopicArn: topicArn };
    const distribution = {
      originDomainName,
      usEast1,
      readTimeoutSeconds: 50,
      contentSecurityPolicy: "default-src 'self'",
    };
    const resources = await record({ distribution }, west);
    assert.deepEqual(logKeys(resources), [
      ["us-east-1", keyArn],
      ["us-east-1", keyArn],
    ]);
    const alarm = named(resources, "aws:cloudwatch/metricAlarm:MetricAlarm", "clinic-front-certificate-expiry").inputs;
    assert.deepEqual([alarm["region"], alarm["alarmActions"]], ["us-east-1", [topicArn]]);
    const front = named(resources, "aws:cloudfront/distribution:Distribution", "clinic-front").inputs;
    assert.match(JSON.stringify(front["origins"]), /"originReadTimeout":50/);
    const [headers] = inputsOf(resources, "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy");
    assert.match(JSON.stringify(headers), /default-src 'self'/);
  });

  it("takes its own in us-east-1", async () => {
    const resources = await recorded();
    const own = named(resources, "aws:kms/key:Key", "clinic-keys-logs").outputs["arn"];
    assert.deepEqual(logKeys(resources), [
      ["us-east-1", own],
      ["us-east-1", own],
    ]);
  });

  it("refuses another Region without a key of us-east-1, and partitions without VPC origins", async () => {
    const args = { distribution: { originDomainName } };
    await assert.rejects(record(args, west), /distribution\.usEast1 is missing, and the application is in us-west-2/);
    const gov = { distribution: { originDomainName, usEast1: { logsKeyArn: keyArn } } };
    await assert.rejects(record(gov, { config: { "aws:region": "us-gov-west-1" } }), /has no VPC origins/);
  });

  it("refuses a name that is taken, and a key of another Region", async () => {
    await assert.rejects(recorded({ originDomainName: "clinic.example.com" }), /originDomainName is a name that/);
    const logsKeyArn = keyArn.replace("us-east-1", "us-west-2");
    await assert.rejects(recorded({ usEast1: { logsKeyArn } }), /key\.arn is in us-west-2/);
  });

  it("makes the same resources at preview as in an update", async () => {
    const urns = (resources: readonly ResourceState[]) => resources.map(({ urn }) => urn).sort();
    const updated = urns(await recorded());
    const previewed = urns(await record({ distribution: { originDomainName } }, { mode: "preview" }));
    assert.deepEqual(previewed, updated);
    assert.ok(updated.some((urn) => urn.endsWith("::clinic-front")));
    assert.ok(!updated.some((urn) => urn.includes("PublicEdge")));
  });
});
