import assert from "node:assert/strict";
import {
  InternalLoadBalancer,
  InternalLoadBalancerTier,
  PublicEdge,
  tlsPolicy,
  type InternalLoadBalancerArgs,
  type PublicEdgeArgs,
} from "./index";
import { edgeArgs, internalArgs, onlyCertificate, zone } from "./testing/example";
import { record, refusal } from "./testing/graph";

const build = (more: Partial<InternalLoadBalancerArgs> = {}) =>
  record(() => new InternalLoadBalancer("api", internalArgs(more)));

const base = [
  "aws:ec2/securityGroup:SecurityGroup api-load-balancer",
  "aws:lb/listener:Listener api-https",
  "aws:lb/loadBalancer:LoadBalancer api",
  "edge:index:InternalLoadBalancer api",
];

describe("InternalLoadBalancer", () => {
  it("has these children, in a preview and in an update", async () => {
    const expected = [
      ...base,
      "aws:acm/certificate:Certificate api-certificate",
      "aws:acm/certificateValidation:CertificateValidation api-certificate",
      "aws:route53/record:Record api-alias-a",
      "aws:route53/record:Record api-validation",
    ].sort();
    assert.deepEqual((await build()).names, expected);
    const preview = await record(() => new InternalLoadBalancer("api", internalArgs()), { mode: "preview" });
    assert.deepEqual(preview.names, expected);
    assert.deepEqual((await build(onlyCertificate)).names, base);
  });

  it("app-tier-component: has private addresses in the app subnets and one listener, HTTPS on 443", async () => {
    const graph = await build();
    const { inputs } = graph.one("LoadBalancer");
    const expected = {
      internal: true,
      ipAddressType: "ipv4",
      subnets: ["subnet-c", "subnet-d"],
      dropInvalidHeaderFields: true,
      desyncMitigationMode: "strictest",
      enableDeletionProtection: true,
      enableWafFailOpen: false,
      accessLogs: { bucket: "elb-logs", prefix: "access", enabled: true },
      connectionLogs: { bucket: "elb-logs", prefix: "connection", enabled: true },
      healthCheckLogs: { bucket: "elb-logs", prefix: "health-check", enabled: true },
      tags: { "hipaa:tier": "app" },
    };
    for (const [property, value] of Object.entries(expected)) assert.deepEqual(inputs[property], value, property);
    const listener = graph.one("Listener").inputs;
    assert.equal(listener.protocol, "HTTPS");
    assert.equal(listener.port, 443);
    assert.equal(listener.sslPolicy, tlsPolicy);
    assert.equal(listener.routingHttpResponseContentSecurityPolicyHeaderValue, undefined);
    assert.match(JSON.stringify(listener.defaultActions), /"statusCode":"404".*"type":"fixed-response"/);
  });

  it("stands in the public subnets, with private addresses, where a distribution is before it", async () => {
    const network = { ...internalArgs().network, publicSubnetIds: ["subnet-a", "subnet-b"] };
    const graph = await build({ tier: InternalLoadBalancerTier.Public, network });
    const { inputs } = graph.one("LoadBalancer");
    assert.deepEqual([inputs.internal, inputs.subnets], [true, ["subnet-a", "subnet-b"]]);
    assert.deepEqual(inputs.tags, { "hipaa:tier": "public" });
    assert.deepEqual(graph.one("SecurityGroup").inputs.tags, { "hipaa:tier": "public" });
    assert.deepEqual(graph.all("SecurityGroupIngressRule"), []);
    const message = await refusal(
      () => new InternalLoadBalancer("api", internalArgs({ tier: InternalLoadBalancerTier.Public })),
    );
    assert.match(message, /network\.publicSubnetIds is missing/);
  });

  it("has its name in another zone than the one that validates the certificate, where that is told", async () => {
    const zoneOf = async (more: Partial<InternalLoadBalancerArgs>, name: string) =>
      (await build(more)).one("Record", name).inputs.zoneId;
    const hidden = { aliasZoneId: "Z0PRIVATE" };
    assert.equal(await zoneOf(hidden, "api-alias-a"), "Z0PRIVATE");
    assert.equal(await zoneOf(hidden, "api-validation"), zone);
    assert.equal(await zoneOf({}, "api-alias-a"), zone);
    assert.deepEqual((await build(hidden)).names, (await build()).names);
    const given = { ...onlyCertificate, domainName: "api.example.com", ...hidden };
    assert.equal(await zoneOf(given, "api-alias-a"), "Z0PRIVATE");
  });

  it("refuses a zone for a name that is not given, and one that validates nothing", async () => {
    const refused = (more: Partial<InternalLoadBalancerArgs>) =>
      refusal(() => new InternalLoadBalancer("api", internalArgs(more)));
    assert.match(
      await refused({ ...onlyCertificate, aliasZoneId: "Z0PRIVATE" }),
      /aliasZoneId is given without domainName/,
    );
    assert.match(
      await refused({ certificateArn: onlyCertificate.certificateArn, aliasZoneId: "Z0PRIVATE" }),
      /aliasZoneId and hostedZoneId are given together with certificateArn/,
    );
  });

  it("lets nobody in by itself", async () => {
    const graph = await build({ tags: { Owner: "api" } });
    assert.deepEqual(graph.all("SecurityGroupIngressRule"), []);
    assert.deepEqual(graph.all("SecurityGroupEgressRule"), []);
    const group = graph.one("SecurityGroup").inputs;
    assert.equal(group.revokeRulesOnDelete, true);
    assert.deepEqual(group.tags, { "hipaa:tier": "app", Owner: "api" });
  });

  it("registers its fields as outputs", async () => {
    const { outputs } = (await build()).one("InternalLoadBalancer");
    assert.deepEqual(Object.keys(outputs).sort(), [
      "certificateArn",
      "dnsName",
      "domainName",
      "httpsListenerArn",
      "loadBalancerArn",
      "loadBalancerArnSuffix",
      "securityGroupId",
      "url",
      "zoneId",
    ]);
    assert.equal(outputs.url, "https://api.example.com");
  });

  it("can be removed where deletion protection is off, and takes an idle timeout", async () => {
    const { inputs } = (await build({ deletionProtection: false, idleTimeoutSeconds: 1 })).one("LoadBalancer");
    assert.equal(inputs.enableDeletionProtection, false);
    assert.equal(inputs.idleTimeout, 1);
  });
});

describe("both load balancers", () => {
  type Both = Partial<PublicEdgeArgs & InternalLoadBalancerArgs>;
  const refused: [string, string, Both, RegExp][] = [
    ["a name that is too long", "x".repeat(25), {}, /name is too long/],
    ["a name that AWS keeps for itself", "internal-api", {}, /name is "internal-api"/],
    ["a name with an underscore", "my_api", {}, /name is "my_api"/],
    ["an idle timeout of 0", "api", { idleTimeoutSeconds: 0 }, /idleTimeoutSeconds is 0/],
    ["an idle timeout above the limit", "api", { idleTimeoutSeconds: 4001 }, /from 1 to 4000/],
    ["no log bucket", "api", { logBucket: undefined }, /logBucket is missing/],
    ["no network", "api", { network: undefined }, /network is missing/],
  ];
  for (const [what, name, more, message] of refused) {
    it(`refuse ${what}`, async () => {
      assert.match(await refusal(() => new PublicEdge(name, edgeArgs(more))), message);
      assert.match(await refusal(() => new InternalLoadBalancer(name, internalArgs(more))), message);
    });
  }

  it("refuse a single subnet", async () => {
    const edge = edgeArgs({ network: { vpcId: "vpc-1", publicSubnetIds: ["subnet-a"] } });
    assert.match(await refusal(() => new PublicEdge("edge", edge)), /network.publicSubnetIds has 1 element/);
    const internal = internalArgs({ network: { vpcId: "vpc-1", appSubnetIds: ["subnet-a"] } });
    assert.match(await refusal(() => new InternalLoadBalancer("api", internal)), /network.appSubnetIds has 1 element/);
  });

  it("refuse a missing key and an impossible header", async () => {
    const noKey = edgeArgs({ key: undefined });
    assert.match(await refusal(() => new PublicEdge("edge", noKey)), /key is missing/);
    const header = edgeArgs({ contentSecurityPolicy: "a\r\nSet-Cookie: b" });
    assert.match(await refusal(() => new PublicEdge("edge", header)), /contentSecurityPolicy is/);
  });

  it("keep no resource inside their inputs", async () => {
    const graph = await record(() => {
      const first = new InternalLoadBalancer("first", internalArgs());
      const network = Object.assign(first, { vpcId: "vpc-2", appSubnetIds: ["subnet-a", "subnet-b"] });
      new InternalLoadBalancer(
        "second",
        internalArgs({ network, logBucket: Object.assign(first, { bucketName: "b" }) }),
      );
    });
    const { inputs } = graph.one("InternalLoadBalancer", "second");
    assert.deepEqual(inputs.network, { vpcId: "vpc-2", appSubnetIds: ["subnet-a", "subnet-b"] });
    assert.deepEqual(inputs.logBucket, { bucketName: "b" });
  });
});
