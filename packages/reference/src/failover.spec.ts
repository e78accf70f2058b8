import assert from "node:assert/strict";
import type { ResourceState } from "@hipaa-aws/simulated-aws";
import type { HipaaWebApplicationArgs } from "./args";
import { HipaaWebApplicationFailoverRole, type HipaaWebApplicationFailoverArgs } from "./failover-args";
import { image, record } from "./testing/example";
import { frontExample } from "./testing/front-example";
import { environmentOf, inputsOf, named, ofType } from "./testing/find";

const domainName = "all.example.com";
const west = { dnsName: "edge-1.us-west-2.elb.amazonaws.com", zoneId: "Z1H1FL5HABSF5", domainName: "west.example.com" };
const topicArn = "arn:aws:sns:us-east-1:111122223333:alarms";
const recordType = "aws:route53/record:Record";
const checkType = "aws:route53/healthCheck:HealthCheck";
const primary = (more: Partial<HipaaWebApplicationFailoverArgs> = {}): HipaaWebApplicationFailoverArgs => ({
  domainName,
  role: HipaaWebApplicationFailoverRole.Primary,
  secondary: west,
  ...more,
});
const recovery = { domainName, role: HipaaWebApplicationFailoverRole.Recovery };
const recorded = (
  failover: HipaaWebApplicationFailoverArgs = primary(),
  args: Partial<HipaaWebApplicationArgs> = {},
  config: Record<string, string> = {},
) => record({ failover, ...args }, { config });

/** Host names that a listener rule forwards. */
function hostsOf(resources: readonly ResourceState[], rule: string): unknown {
  const { inputs } = named(resources, "aws:lb/listenerRule:ListenerRule", rule);
  const conditions = inputs["conditions"] as { hostHeader?: { values: string[] } }[];
  return conditions.find(({ hostHeader }) => hostHeader !== undefined)?.hostHeader?.values;
}

describe("HipaaWebApplication with failover", () => {
  it("sends callers to the recovery Region while its own load balancer is not healthy", async () => {
    const resources = await recorded();
    const balancer = named(resources, "aws:lb/loadBalancer:LoadBalancer", "clinic-edge").outputs;
    for (const [role, target, asked] of [
      ["primary", { name: balancer["dnsName"], zoneId: balancer["zoneId"] }, "clinic.example.com"],
      ["secondary", { name: west.dnsName, zoneId: west.zoneId }, "west.example.com"],
    ] as const) {
      const { inputs } = named(resources, recordType, `clinic-failover-${role}-a`);
      assert.equal(inputs["name"], domainName);
      assert.deepEqual(inputs["aliases"], [{ ...target, evaluateTargetHealth: true }]);
      const check = named(resources, checkType, `clinic-failover-${role}`);
      assert.equal(inputs["healthCheckId"], check.id);
      assert.deepEqual([check.inputs["fqdn"], check.inputs["resourcePath"]], [asked, "/healthz"]);
      const alarm = named(resources, "aws:cloudwatch/metricAlarm:MetricAlarm", `clinic-failover-${role}`).inputs;
      assert.deepEqual(alarm["alarmActions"], [
        named(resources, "aws:sns/topic:Topic", "clinic-alerts").outputs["arn"],
      ]);
    }
  });

  for (const [role, failover] of [
    ["primary", primary()],
    ["recovery", recovery],
  ] as const) {
    it(`answers to the name in the ${role} Region, with a certificate for it and its own name`, async () => {
      const resources = await recorded(failover);
      const certificate = named(resources, "aws:acm/certificate:Certificate", "clinic-edge-certificate").inputs;
      assert.deepEqual(
        [certificate["domainName"], certificate["subjectAlternativeNames"]],
        ["clinic.example.com", [domainName]],
      );
      const validation = named(resources, recordType, `clinic-edge-validation-${domainName}`);
      assert.deepEqual([validation.inputs["allowOverwrite"], validation.retainOnDelete], [true, true]);
      assert.deepEqual(hostsOf(resources, "clinic-web-rule"), ["clinic.example.com", domainName]);
      assert.deepEqual(hostsOf(resources, "clinic-app-rule"), ["internal.clinic.example.com"]);
      assert.equal(environmentOf(resources, "clinic-web-task")["PUBLIC_URL"], `https://${domainName}`);
      const lists = inputsOf(resources, "aws:route53/resolverFirewallDomainList:ResolverFirewallDomainList");
      assert.ok(lists.some(({ domains }) => (domains as string[]).includes(domainName)));
      const [application] = ofType(resources, "reference:index:HipaaWebApplication");
      assert.equal(application?.outputs["url"], `https://${domainName}`);
    });
  }

  it("makes no records in the recovery Region, and shows what the primary one asks for", async () => {
    const resources = await recorded(recovery);
    assert.equal(inputsOf(resources, checkType).length, 0);
    assert.ok(inputsOf(resources, recordType).every(({ failoverRoutingPolicies }) => !failoverRoutingPolicies));
    const balancer = named(resources, "aws:lb/loadBalancer:LoadBalancer", "clinic-edge").outputs;
    const [application] = ofType(resources, "reference:index:HipaaWebApplication");
    assert.deepEqual(
      [application?.outputs["loadBalancerDnsName"], application?.outputs["loadBalancerZoneId"]],
      [balancer["dnsName"], balancer["zoneId"]],
    );
  });

  it("takes how health is asked for", async () => {
    const resources = await recorded(primary({ healthPath: "/ready", failureThreshold: 2, fastChecks: true }));
    const { inputs } = named(resources, checkType, "clinic-failover-primary");
    assert.deepEqual(
      [inputs["resourcePath"], inputs["failureThreshold"], inputs["requestInterval"]],
      ["/ready", 2, 10],
    );
  });

  it("routes the name to instances too, and a proxy's certificate has it", async () => {
    const instances = { web: undefined, webInstances: { imageId: "ami-0123456789abcdef0" } };
    assert.deepEqual(hostsOf(await recorded(primary(), instances), "clinic-web-rule"), [
      "clinic.example.com",
      domainName,
    ]);
    const resources = await recorded(primary(), {
      proxyImage: image("tls-proxy"),
      certificateAuthority: { organization: "Example Clinic" },
    });
    const task = named(resources, "aws:ecs/taskDefinition:TaskDefinition", "clinic-web-task").inputs;
    assert.match(task["containerDefinitions"] as string, /DNS:clinic\.example\.com,DNS:all\.example\.com/);
  });

  for (const region of ["us-east-1", "us-gov-west-1", "cn-northwest-1"]) {
    it(`raises alarms where Route 53 keeps its metrics, in ${region}`, async () => {
      const resources = await recorded(primary(), {}, { "aws:region": region });
      const alarm = named(resources, "aws:cloudwatch/metricAlarm:MetricAlarm", "clinic-failover-secondary").inputs;
      assert.equal(alarm["region"], region);
    });
  }

  it("needs a topic of that Region elsewhere", async () => {
    const config = { "aws:region": "us-west-2" };
    await assert.rejects(
      recorded(primary(), {}, config),
      /failover\.alarmTopicArn is missing, and the application is in us-west-2: .* Give a topic of us-east-1/,
    );
    const resources = await recorded(primary({ alarmTopicArn: topicArn }), {}, config);
    const alarm = named(resources, "aws:cloudwatch/metricAlarm:MetricAlarm", "clinic-failover-primary").inputs;
    assert.deepEqual([alarm["region"], alarm["alarmActions"]], ["us-east-1", [topicArn]]);
    await recorded(recovery, {}, config);
  });

  it("makes the same at preview", async () => {
    const urns = (resources: readonly ResourceState[]) => resources.map(({ urn }) => urn).sort();
    const failover = primary();
    assert.deepEqual(urns(await record({ failover }, { mode: "preview" })), urns(await record({ failover })));
  });

  it("lets the health checks past AWS WAF", async () => {
    for (const allowedCountries of [["US"], ["IE", "AU", "DE"], ["CN"]]) {
      await recorded(recovery, { firewall: { allowedCountries } });
    }
    for (const allowedCountries of [["CA"], ["IE", "DE"]]) {
      await assert.rejects(
        recorded(recovery, { firewall: { allowedCountries } }),
        /firewall\.allowedCountries and failover contradict each other/,
      );
    }
  });

  const refused: readonly (readonly [string, object, Partial<HipaaWebApplicationArgs>, RegExp])[] = [
    ["a distribution", recovery, frontExample, /failover and distribution contradict each other/],
    ["a role that is none", { ...recovery, role: "standby" }, {}, /failover\.role is "standby"/],
    ["a primary one without the other", primary({ secondary: undefined }), {}, /failover\.secondary is missing/],
    [
      "the recovery one with another",
      { ...recovery, secondary: west },
      {},
      /failover\.secondary is given to the recovery/,
    ],
    ["a path of the recovery one", { ...recovery, healthPath: "/ready" }, {}, /failover\.healthPath is given to/],
    [
      "a threshold of the recovery one",
      { ...recovery, failureThreshold: 2 },
      {},
      /failover\.failureThreshold is given/,
    ],
    ["fast checks by the recovery one", { ...recovery, fastChecks: true }, {}, /failover\.fastChecks is given to/],
    [
      "a topic of the recovery one",
      { ...recovery, alarmTopicArn: topicArn },
      {},
      /failover\.alarmTopicArn is given to/,
    ],
    ["its own name for both", primary({ domainName: "clinic.example.com" }), {}, /failover\.domainName is a name that/],
    [
      "the other's name for both",
      primary({ domainName: "west.example.com" }),
      {},
      /failover\.domainName is a name that/,
    ],
    [
      "its own name for the other",
      primary({ secondary: { ...west, domainName: "clinic.example.com" } }),
      {},
      /failover\.secondary\.domainName is this application's own name/,
    ],
    ["a path with a query", primary({ healthPath: "/healthz?a=1" }), {}, /healthPath is/],
  ];
  for (const [title, failover, args, message] of refused) {
    it(`refuses ${title}`, async () => {
      await assert.rejects(record({ failover: failover as HipaaWebApplicationFailoverArgs, ...args }), message);
    });
  }
});
