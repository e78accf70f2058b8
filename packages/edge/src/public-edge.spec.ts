import assert from "node:assert/strict";
import { PublicEdge, tlsPolicy, type PublicEdgeArgs } from "./index";
import { domain, edgeArgs, givenCertificate, keyArn, onlyCertificate, zone } from "./testing/example";
import { nameOf, record, text } from "./testing/graph";

const build = (more: Partial<PublicEdgeArgs> = {}) => record(() => new PublicEdge("edge", edgeArgs(more)));

const base = [
  "aws:cloudwatch/logGroup:LogGroup aws-waf-logs-edge",
  "aws:ec2/securityGroup:SecurityGroup edge-load-balancer",
  "aws:lb/listener:Listener edge-https",
  "aws:lb/listener:Listener edge-redirect",
  "aws:lb/loadBalancer:LoadBalancer edge",
  "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule edge-http-ipv4",
  "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule edge-https-ipv4",
  "aws:wafv2/webAcl:WebAcl edge-waf",
  "aws:wafv2/webAclAssociation:WebAclAssociation edge-waf",
  "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration edge-waf-logging",
  "edge:index:PublicEdge edge",
];
const named = [
  "aws:acm/certificate:Certificate edge-certificate",
  "aws:acm/certificateValidation:CertificateValidation edge-certificate",
  "aws:route53/record:Record edge-alias-a",
  "aws:route53/record:Record edge-validation",
];

describe("PublicEdge", () => {
  it("edge-component: has these children, in a preview and in an update", async () => {
    assert.deepEqual((await build()).names, [...base, ...named].sort());
    const preview = await record(() => new PublicEdge("edge", edgeArgs()), { mode: "preview" });
    assert.deepEqual(preview.names, [...base, ...named].sort());
    const component = preview.one("PublicEdge").urn;
    for (const resource of preview.resources.filter((r) => r.custom)) assert.equal(resource.parent, component);
  });

  it("has no DNS of its own with an existing certificate alone", async () => {
    const graph = await build(onlyCertificate);
    assert.deepEqual(graph.names, base);
    assert.equal(graph.one("Listener", "edge-https").inputs.certificateArn, givenCertificate);
    const { outputs } = graph.one("PublicEdge");
    assert.equal(outputs.domainName, graph.one("LoadBalancer").outputs.dnsName);
    assert.equal(outputs.url, `https://${text(outputs.dnsName)}`);
  });

  it("makes an alias record for an existing certificate where the zone is given", async () => {
    const graph = await build({ certificateArn: givenCertificate });
    assert.deepEqual(graph.names, [...base, "aws:route53/record:Record edge-alias-a"].sort());
    assert.equal(graph.one("PublicEdge").outputs.url, `https://${domain}`);
  });

  it("hardens the load balancer", async () => {
    const { inputs } = (await build({ tags: { Owner: "web" } })).one("LoadBalancer");
    const expected = {
      internal: false,
      loadBalancerType: "application",
      ipAddressType: "ipv4",
      subnets: ["subnet-a", "subnet-b"],
      dropInvalidHeaderFields: true,
      desyncMitigationMode: "strictest",
      enableDeletionProtection: true,
      enableWafFailOpen: false,
      enableZonalShift: true,
      xffHeaderProcessingMode: "append",
      preserveHostHeader: true,
      enableTlsVersionAndCipherSuiteHeaders: true,
      idleTimeout: 60,
      accessLogs: { bucket: "elb-logs", prefix: "access", enabled: true },
      connectionLogs: { bucket: "elb-logs", prefix: "connection", enabled: true },
      healthCheckLogs: { bucket: "elb-logs", prefix: "health-check", enabled: true },
      tags: { "hipaa:tier": "public", Owner: "web" },
    };
    for (const [property, value] of Object.entries(expected)) assert.deepEqual(inputs[property], value, property);
  });

  it("uses a FIPS and post-quantum policy with TLS 1.2 as the floor", () => {
    assert.match(tlsPolicy, /^ELBSecurityPolicy-TLS13-1-2-Res-FIPS-PQ-\d{4}-\d{2}$/);
  });

  it("serves HTTPS on 443 with its headers, and 404 by default", async () => {
    const graph = await build();
    const { inputs } = graph.one("Listener", "edge-https");
    const expected = {
      loadBalancerArn: graph.one("LoadBalancer").outputs.arn,
      port: 443,
      protocol: "HTTPS",
      sslPolicy: tlsPolicy,
      routingHttpResponseServerEnabled: false,
      routingHttpResponseStrictTransportSecurityHeaderValue: "max-age=63072000; includeSubDomains; preload",
      routingHttpResponseXContentTypeOptionsHeaderValue: "nosniff",
      routingHttpResponseXFrameOptionsHeaderValue: "DENY",
      defaultActions: [
        {
          type: "fixed-response",
          fixedResponse: { contentType: "text/plain", messageBody: "Not found", statusCode: "404" },
        },
      ],
    };
    for (const [property, value] of Object.entries(expected)) assert.deepEqual(inputs[property], value, property);
    assert.match(
      text(inputs.routingHttpResponseContentSecurityPolicyHeaderValue),
      /default-src 'self';.*object-src 'none'/,
    );
    const own = await build({ contentSecurityPolicy: "default-src https:" });
    assert.equal(
      own.one("Listener", "edge-https").inputs.routingHttpResponseContentSecurityPolicyHeaderValue,
      "default-src https:",
    );
  });

  it("answers port 80 with a redirect and nothing else", async () => {
    const { inputs } = (await build()).one("Listener", "edge-redirect");
    assert.equal(inputs.port, 80);
    assert.equal(inputs.protocol, "HTTP");
    assert.deepEqual(inputs.defaultActions, [
      { type: "redirect", redirect: { protocol: "HTTPS", port: "443", statusCode: "HTTP_301" } },
    ]);
  });

  it("opens 443 and 80 to the internet and nothing more", async () => {
    const graph = await build();
    const group = graph.one("SecurityGroup");
    assert.equal(group.inputs.revokeRulesOnDelete, true);
    assert.deepEqual(group.inputs.tags, { "hipaa:tier": "public" });
    assert.equal(group.inputs.ingress, undefined);
    assert.equal(group.inputs.egress, undefined);
    const rules = graph.all("SecurityGroupIngressRule").map(({ inputs }) => {
      assert.ok(text(inputs.description).length > 0);
      assert.equal(inputs.securityGroupId, group.id);
      return [inputs.ipProtocol, inputs.fromPort, inputs.toPort, inputs.cidrIpv4 ?? inputs.cidrIpv6];
    });
    assert.deepEqual(rules.sort(), [
      ["tcp", 443, 443, "0.0.0.0/0"],
      ["tcp", 80, 80, "0.0.0.0/0"],
    ]);
    assert.deepEqual(graph.all("SecurityGroupEgressRule"), []);
  });

  it("has IPv6 addresses, rules and records on request", async () => {
    const graph = await build({ dualStack: true });
    assert.equal(graph.one("LoadBalancer").inputs.ipAddressType, "dualstack");
    const v6 = graph.all("SecurityGroupIngressRule").filter(({ inputs }) => inputs.cidrIpv6 === "::/0");
    assert.deepEqual(v6.map(nameOf).sort(), ["edge-http-ipv6", "edge-https-ipv6"]);
    assert.equal(graph.one("Record", "edge-alias-aaaa").inputs.type, "AAAA");
  });

  it("lets no request past the web ACL: listeners wait for it, and it waits for its log", async () => {
    const graph = await build();
    const association = graph.one("WebAclAssociation");
    for (const listener of graph.all("Listener")) assert.ok(listener.dependencies.includes(association.urn));
    assert.ok(association.dependencies.includes(graph.one("WebAclLoggingConfiguration").urn));
    assert.equal(association.inputs.resourceArn, graph.one("LoadBalancer").outputs.arn);
    assert.equal(association.inputs.webAclArn, graph.one("WebAcl").outputs.arn);
  });

  it("keeps the verdicts of AWS WAF for six years, encrypted, without credentials and query strings", async () => {
    const graph = await build();
    const group = graph.one("LogGroup");
    assert.equal(group.inputs.kmsKeyId, keyArn);
    assert.equal(group.inputs.retentionInDays, 2192);
    assert.equal(group.inputs.deletionProtectionEnabled, true);
    assert.match(text(group.outputs.name), /^aws-waf-logs-edge-/);
    assert.deepEqual(group.inputs.tags, { "hipaa:purpose": "audit" });
    const logging = graph.one("WebAclLoggingConfiguration").inputs;
    assert.deepEqual(logging.logDestinationConfigs, [group.outputs.arn]);
    assert.equal(logging.resourceArn, graph.one("WebAcl").outputs.arn);
    assert.deepEqual(logging.redactedFields, [
      { singleHeader: { name: "authorization" } },
      { singleHeader: { name: "cookie" } },
      { queryString: {} },
    ]);
  });

  it("can be removed where deletion protection is off", async () => {
    const graph = await build({ deletionProtection: false });
    assert.equal(graph.one("LoadBalancer").inputs.enableDeletionProtection, false);
    assert.equal(graph.one("LogGroup").inputs.deletionProtectionEnabled, false);
  });

  it("points the name at the load balancer, by health", async () => {
    const graph = await build();
    const balancer = graph.one("LoadBalancer").outputs;
    const { inputs } = graph.one("Record", "edge-alias-a");
    assert.equal(inputs.name, domain);
    assert.equal(inputs.zoneId, zone);
    assert.deepEqual(inputs.aliases, [{ name: balancer.dnsName, zoneId: balancer.zoneId, evaluateTargetHealth: true }]);
  });

  it("shield-advanced-option: protects the load balancer on request", async () => {
    const graph = await build({ shieldAdvanced: true });
    assert.equal(graph.one("Protection").inputs.resourceArn, graph.one("LoadBalancer").outputs.arn);
  });

  it("takes an idle timeout", async () => {
    assert.equal((await build({ idleTimeoutSeconds: 4000 })).one("LoadBalancer").inputs.idleTimeout, 4000);
  });

  it("registers its fields as outputs", async () => {
    let component: PublicEdge | undefined;
    const graph = await record(() => {
      component = new PublicEdge("edge", edgeArgs());
    });
    const { outputs } = graph.one("PublicEdge");
    const fields = Object.entries(component ?? {}).filter(([key]) => key in outputs);
    assert.deepEqual(fields.map(([key]) => key).sort(), Object.keys(outputs).sort());
    assert.deepEqual(Object.keys(outputs).sort(), [
      "certificateArn",
      "dnsName",
      "domainName",
      "httpsListenerArn",
      "loadBalancerArn",
      "loadBalancerArnSuffix",
      "securityGroupId",
      "url",
      "wafLogGroupName",
      "webAclArn",
      "webAclCapacity",
      "zoneId",
    ]);
    assert.equal(outputs.loadBalancerArnSuffix, graph.one("LoadBalancer").outputs.arnSuffix);
    assert.equal(outputs.certificateArn, graph.one("Certificate").outputs.arn);
    assert.equal(outputs.wafLogGroupName, graph.one("LogGroup").outputs.name);
  });

  for (const partition of ["aws", "aws-us-gov", "aws-cn"]) {
    it(`stays in the partition ${partition}`, async () => {
      const graph = await record(() => new PublicEdge("edge", edgeArgs()), {
        mode: "update",
        environment: { partition },
      });
      const { outputs } = graph.one("PublicEdge");
      for (const output of ["loadBalancerArn", "httpsListenerArn", "webAclArn", "certificateArn"]) {
        assert.equal(text(outputs[output]).split(":")[1], partition, output);
      }
      assert.equal(graph.one("Listener", "edge-https").inputs.sslPolicy, tlsPolicy);
    });
  }
});
