import assert from "node:assert/strict";
import {
  ApplicationDistribution,
  distributionTlsPolicy,
  InternalLoadBalancer,
  WebApplicationFirewall,
  WebApplicationFirewallScope,
  type ApplicationDistributionArgs,
} from "./index";
import { certificateArn, least, origin, pem, webAclArn } from "./testing/distribution-example";
import { domain, internalArgs, keyArn } from "./testing/example";
import { record, text } from "./testing/graph";

type More = Partial<ApplicationDistributionArgs>;
const config = { "aws:region": "us-west-2" };
const build = (more: More = {}, mode: "preview" | "update" = "update") =>
  record(() => new ApplicationDistribution("site", { ...least, ...more }), { mode, config });
const topic = "arn:aws:sns:us-east-1:111122223333:security";

const base = [
  "aws:cloudfront/distribution:Distribution site",
  "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy site-headers",
  "aws:cloudfront/vpcOrigin:VpcOrigin site-origin",
  "aws:cloudwatch/logDelivery:LogDelivery site-access-log",
  "aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination site-access-log",
  "aws:cloudwatch/logDeliverySource:LogDeliverySource site-access-log",
  "aws:cloudwatch/logGroup:LogGroup site-access-log",
  "aws:cloudwatch/logResourcePolicy:LogResourcePolicy site-access-log",
  "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule site-https",
  "edge:index:ApplicationDistribution site",
];
const named = [
  "aws:acm/certificate:Certificate site-certificate",
  "aws:acm/certificateValidation:CertificateValidation site-certificate",
  "aws:route53/record:Record site-alias-a",
  "aws:route53/record:Record site-alias-aaaa",
  "aws:route53/record:Record site-validation",
];

describe("ApplicationDistribution", () => {
  it("edge-component: has these children, in a preview and in an update", async () => {
    assert.deepEqual((await build()).names, [...base, ...named].sort());
    const preview = await build({}, "preview");
    assert.deepEqual(preview.names, [...base, ...named].sort());
    const component = preview.one("ApplicationDistribution").urn;
    for (const resource of preview.resources.filter((r) => r.custom)) assert.equal(resource.parent, component);
    assert.deepEqual((await build({ certificateArn, hostedZoneId: undefined })).names, base);
  });

  it("cloudfront-viewer-https, cloudfront-viewer-tls-version, cloudfront-custom-certificate: TLS 1.2 and later", async () => {
    const graph = await build();
    const { inputs } = graph.one("Distribution");
    assert.deepEqual(inputs.viewerCertificate, {
      acmCertificateArn: graph.one("Certificate").outputs.arn,
      sslSupportMethod: "sni-only",
      minimumProtocolVersion: distributionTlsPolicy,
    });
    assert.match(distributionTlsPolicy, /^TLSv1\.2_2025$/);
    assert.match(JSON.stringify(inputs.defaultCacheBehavior), /"viewerProtocolPolicy":"redirect-to-https"/);
    assert.deepEqual(inputs.aliases, [domain]);
    assert.equal(graph.one("Certificate").inputs.region, "us-east-1");
  });

  it("cloudfront-waf, cloudfront-no-phi-caching: is behind the web ACL and caches nothing", async () => {
    const { inputs } = (await build()).one("Distribution");
    assert.equal(inputs.webAclId, webAclArn);
    const behavior = inputs.defaultCacheBehavior as Record<string, unknown>;
    assert.equal(behavior.cachePolicyId, "4135ea2d-6df8-44a3-9df3-4b5a84be39ad");
    assert.equal(behavior.originRequestPolicyId, "b689b0a8-53d0-40ab-baf2-68738e2966ac");
    assert.equal(behavior.compress, false);
    assert.equal(behavior.fieldLevelEncryptionId, undefined);
    assert.deepEqual(inputs.restrictions, { geoRestriction: { restrictionType: "none" } });
  });

  it("cloudfront-origin-https: reaches the internal load balancer by TLS over a VPC origin", async () => {
    const graph = await build();
    const vpcOrigin = graph.one("VpcOrigin");
    assert.deepEqual(vpcOrigin.inputs.vpcOriginEndpointConfig, {
      name: "stack-site",
      arn: origin.loadBalancerArn,
      httpPort: 80,
      httpsPort: 443,
      originProtocolPolicy: "https-only",
      originSslProtocols: { items: ["TLSv1.2"], quantity: 1 },
    });
    const [first] = graph.one("Distribution").inputs.origins as Record<string, unknown>[];
    assert.deepEqual(first, {
      originId: "application",
      domainName: "api.example.com",
      vpcOriginConfig: { vpcOriginId: vpcOrigin.id, originReadTimeout: 30 },
    });
    const rule = graph.one("SecurityGroupIngressRule");
    assert.ok(vpcOrigin.dependencies.includes(rule.urn));
    assert.equal(rule.inputs.securityGroupId, "sg-0a1b");
    assert.match(text(rule.inputs.prefixListId), /^pl-/);
    assert.equal(rule.inputs.cidrIpv4, undefined);
    assert.deepEqual([rule.inputs.fromPort, rule.inputs.toPort], [443, 443]);
  });

  it("cloudfront-hsts: sets the headers that bind browsers, and keeps pages out of their caches", async () => {
    const graph = await build();
    const policy = graph.one("ResponseHeadersPolicy");
    const headers = policy.inputs.securityHeadersConfig as Record<string, Record<string, unknown>>;
    assert.deepEqual(headers.strictTransportSecurity, {
      accessControlMaxAgeSec: 63072000,
      includeSubdomains: true,
      preload: true,
      override: true,
    });
    assert.deepEqual(headers.frameOptions, { frameOption: "DENY", override: true });
    assert.match(text(headers.contentSecurityPolicy?.contentSecurityPolicy), /frame-ancestors 'none'/);
    assert.match(
      JSON.stringify(policy.inputs.customHeadersConfig),
      /"Cache-Control","override":false,"value":"no-store"/,
    );
    const behavior = graph.one("Distribution").inputs.defaultCacheBehavior as Record<string, unknown>;
    assert.equal(behavior.responseHeadersPolicyId, policy.id);
    const own = await build({ contentSecurityPolicy: "default-src https:" });
    assert.match(JSON.stringify(own.one("ResponseHeadersPolicy").inputs), /"default-src https:"/);
  });

  it("cloudfront-logging, cloudfront-log-no-cookies: keeps an access log of six years without what may hold PHI", async () => {
    const graph = await build();
    const group = graph.one("LogGroup");
    assert.equal(group.inputs.kmsKeyId, keyArn);
    assert.equal(group.inputs.retentionInDays, 2192);
    assert.equal(group.inputs.deletionProtectionEnabled, true);
    const delivery = graph.one("LogDelivery");
    const fields = delivery.inputs.recordFields as string[];
    for (const field of ["cs-uri-query", "cs(Cookie)", "cs(Referer)"]) assert.ok(!fields.includes(field), field);
    for (const field of ["c-ip", "cs-uri-stem", "sc-status", "ssl-protocol"]) assert.ok(fields.includes(field), field);
    const source = graph.one("LogDeliverySource");
    assert.equal(source.inputs.resourceArn, graph.one("Distribution").outputs.arn);
    assert.equal(source.inputs.logType, "ACCESS_LOGS");
    assert.equal(delivery.inputs.deliverySourceName, source.outputs.name);
    assert.equal(delivery.inputs.deliveryDestinationArn, graph.one("LogDeliveryDestination").outputs.arn);
    assert.ok(delivery.dependencies.includes(graph.one("LogResourcePolicy").urn));
    for (const type of [
      "LogGroup",
      "LogDelivery",
      "LogDeliverySource",
      "LogDeliveryDestination",
      "LogResourcePolicy",
    ]) {
      assert.equal(graph.one(type).inputs.region, "us-east-1", type);
    }
    const policy = text(graph.one("LogResourcePolicy").inputs.policyDocument);
    assert.match(policy, /"Service":"delivery.logs.amazonaws.com"/);
    assert.match(policy, /"aws:SourceAccount":"\d{12}"/);
    assert.equal((await build({ deletionProtection: false })).one("LogGroup").inputs.deletionProtectionEnabled, false);
  });

  it("has alias records of every name", async () => {
    const graph = await build({ alternativeDomainNames: ["www.example.com"] });
    const target = graph.one("Distribution");
    assert.deepEqual(target.inputs.aliases, [domain, "www.example.com"]);
    assert.deepEqual(graph.one("Certificate").inputs.subjectAlternativeNames, ["www.example.com"]);
    const { inputs } = graph.one("Record", "site-alias-aaaa-www.example.com");
    assert.equal(inputs.name, "www.example.com");
    assert.deepEqual(inputs.aliases, [
      { name: target.outputs.domainName, zoneId: "Z2FDTNDATAQYW2", evaluateTargetHealth: false },
    ]);
  });

  it("cloudfront-field-level-encryption-option: encrypts form fields at the edge on request", async () => {
    const graph = await build({ encryptedFields: { fields: ["ssn", "member*"], publicKeyPem: pem } });
    const key = graph.one("PublicKey", "site-fields");
    assert.equal(key.inputs.encodedKey, pem);
    const profile = graph.one("FieldLevelEncryptionProfile");
    assert.deepEqual(profile.inputs.encryptionEntities, {
      items: [{ publicKeyId: key.id, providerId: "site", fieldPatterns: { items: ["ssn", "member*"] } }],
    });
    const configuration = graph.one("FieldLevelEncryptionConfig");
    assert.match(JSON.stringify(configuration.inputs), new RegExp(`"profileId":"${profile.id}"`));
    const behavior = graph.one("Distribution").inputs.defaultCacheBehavior as Record<string, unknown>;
    assert.equal(behavior.fieldLevelEncryptionId, configuration.id);
    const other = await build({ encryptedFields: { fields: ["ssn"], publicKeyPem: pem, providerId: "vault" } });
    assert.match(JSON.stringify(other.one("FieldLevelEncryptionProfile").inputs), /"providerId":"vault"/);
  });

  it("takes the other options", async () => {
    const more = {
      forwardHost: true,
      allowedCountries: ["US", "CA"],
      readTimeoutSeconds: 60,
      alarmTopicArn: topic,
      shieldAdvanced: true,
      tags: { Owner: "web" },
    };
    const graph = await build(more);
    const { inputs, outputs } = graph.one("Distribution");
    assert.match(JSON.stringify(inputs.defaultCacheBehavior), /"216adef6-5c7f-47e4-b989-5492eafa07d3"/);
    assert.deepEqual(inputs.restrictions, {
      geoRestriction: { restrictionType: "whitelist", locations: ["US", "CA"] },
    });
    assert.match(JSON.stringify(inputs.origins), /"originReadTimeout":60/);
    assert.deepEqual(inputs.tags, { Owner: "web" });
    const alarm = graph.one("MetricAlarm", "site-certificate-expiry");
    assert.equal(alarm.inputs.region, "us-east-1");
    assert.equal(graph.one("Protection").inputs.resourceArn, outputs.arn);
  });

  it("fits the InternalLoadBalancer and the WebApplicationFirewall, and keeps none inside its inputs", async () => {
    const graph = await record(() => {
      const key = { arn: keyArn };
      const api = new InternalLoadBalancer("api", internalArgs());
      const firewall = new WebApplicationFirewall("waf", { key, scope: WebApplicationFirewallScope.CloudFront });
      new ApplicationDistribution("site", { ...least, origin: api, firewall });
    });
    const { inputs } = graph.one("ApplicationDistribution");
    const balancer = graph.one("LoadBalancer");
    assert.deepEqual(inputs.origin, {
      loadBalancerArn: balancer.outputs.arn,
      domainName: "api.example.com",
      securityGroupId: graph.one("SecurityGroup").id,
    });
    assert.deepEqual(inputs.firewall, { webAclArn: graph.one("WebAcl").outputs.arn });
    const target = graph.one("Distribution");
    assert.ok(target.dependencies.includes(graph.one("WebAclLoggingConfiguration").urn));
  });

  it("registers its fields as outputs", async () => {
    let component: ApplicationDistribution | undefined;
    const graph = await record(() => {
      component = new ApplicationDistribution("site", least);
    });
    const { outputs } = graph.one("ApplicationDistribution");
    const fields = Object.keys(component ?? {}).filter((key) => key in outputs);
    assert.deepEqual(fields.sort(), Object.keys(outputs).sort());
    assert.equal(fields.length, 8);
    assert.equal(outputs.url, `https://${domain}`);
    assert.equal(outputs.accessLogGroupName, graph.one("LogGroup").outputs.name);
  });
});
