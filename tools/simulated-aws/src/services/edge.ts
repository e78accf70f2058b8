import { textOf } from "@hipaa-aws/stack-state";
import type { Creation, CreationWithId, ServiceSimulation } from "../type-simulation";
import { identifier } from "../identifiers";

const elb = "arn:{partition}:elasticloadbalancing:{region}:{account}";

/** The scope of WAF, and the Region in ARNs of what serves CloudFront. */
const wafPlaces = {
  wafScope: ({ inputs }: Creation) => (inputs.scope === "CLOUDFRONT" ? "global" : "regional"),
  wafRegion: ({ inputs, environment }: Creation) => (inputs.scope === "CLOUDFRONT" ? "us-east-1" : environment.region),
};

const kinds: Readonly<Record<string, string>> = { application: "app", network: "net", gateway: "gwy" };

/** Elastic Load Balancing, ACM, Route 53, AWS WAF, CloudFront, API Gateway, Shield. */
export const edge: ServiceSimulation = {
  "aws:lb/loadBalancer:LoadBalancer": {
    id: `${elb}:loadbalancer/{kind}/{name}/{hex16}`,
    arn: "{id}",
    places: { kind: ({ inputs }) => kinds[textOf(inputs.loadBalancerType)] ?? "app" },
    outputs: {
      arnSuffix: ({ id }) => id.split(":loadbalancer/")[1],
      dnsName: ({ inputs, fill }) =>
        fill(`${inputs.internal === true ? "internal-" : ""}{name}-{digits9}.{region}.elb.{suffix}`),
      zoneId: "Z{upper13}",
      loadBalancerType: "application",
      ipAddressType: "ipv4",
      vpcId: ({ seed }) => `vpc-${identifier(`${seed}/vpc`, "hex", 17)}`,
    },
    autoname: { property: "name", maxLength: 32 },
  },
  "aws:lb/targetGroup:TargetGroup": {
    id: `${elb}:targetgroup/{name}/{hex16}`,
    arn: "{id}",
    outputs: { arnSuffix: ({ id }) => id.slice(id.lastIndexOf(":") + 1) },
    autoname: { property: "name", maxLength: 32 },
  },
  "aws:lb/listener:Listener": {
    id: "{listener}/{hex16}",
    arn: "{id}",
    places: { listener: ({ inputs }) => textOf(inputs.loadBalancerArn).replace(":loadbalancer/", ":listener/") },
  },
  "aws:lb/listenerRule:ListenerRule": {
    id: "{rule}/{hex16}",
    arn: "{id}",
    places: { rule: ({ inputs }) => textOf(inputs.listenerArn).replace(":listener/", ":listener-rule/") },
  },
  "aws:lb/listenerCertificate:ListenerCertificate": { id: "{listenerArn}_{certificateArn}" },
  "aws:lb/targetGroupAttachment:TargetGroupAttachment": { id: "{targetGroupArn}-{digits26}" },
  "aws:lb/trustStore:TrustStore": {
    id: `${elb}:truststore/{name}/{hex16}`,
    arn: "{id}",
    outputs: { arnSuffix: ({ id }) => id.slice(id.lastIndexOf(":") + 1) },
    autoname: { property: "name", maxLength: 32 },
  },
  "aws:acm/certificate:Certificate": {
    id: "arn:{partition}:acm:{region}:{account}:certificate/{uuid}",
    arn: "{id}",
    outputs: {
      status: "PENDING_VALIDATION",
      type: "AMAZON_ISSUED",
      domainValidationOptions: validationOptions,
      renewalEligibility: "INELIGIBLE",
    },
  },
  "aws:acm/certificateValidation:CertificateValidation": { id: "2026-01-01 00:00:00 +0000 UTC" },
  "aws:acmpca/certificateAuthority:CertificateAuthority": {
    id: "arn:{partition}:acm-pca:{region}:{account}:certificate-authority/{uuid}",
    arn: "{id}",
    outputs: {
      certificateSigningRequest: "-----BEGIN CERTIFICATE REQUEST-----\n{lower32}\n-----END CERTIFICATE REQUEST-----",
    },
  },
  "aws:acmpca/certificate:Certificate": {
    id: "{certificateAuthorityArn}/certificate/{hex32}",
    arn: "{id}",
    outputs: { certificate: "-----BEGIN CERTIFICATE-----\n{lower32}\n-----END CERTIFICATE-----" },
  },
  "aws:acmpca/certificateAuthorityCertificate:CertificateAuthorityCertificate": { id: "{certificateAuthorityArn}" },
  "aws:acmpca/permission:Permission": { id: "{certificateAuthorityArn},{principal}" },
  "aws:route53/zone:Zone": {
    id: "Z{upper20}",
    arn: "arn:{partition}:route53:::hostedzone/{id}",
    outputs: {
      zoneId: "{id}",
      nameServers: ({ seed }) =>
        ["com", "net", "org", "co.uk"].map(
          (end, index) => `ns-${100 + index}.awsdns-${identifier(seed, "digits", 2)}.${end}`,
        ),
      primaryNameServer: "ns-100.awsdns-{digits2}.com",
    },
    autoname: false,
  },
  "aws:route53/record:Record": { id: "{zoneId}_{name}_{type}", outputs: { fqdn: "{name}" }, autoname: false },
  "aws:route53/queryLog:QueryLog": { id: "{uuid}", arn: "arn:{partition}:route53:::queryloggingconfig/{id}" },
  "aws:route53/resolverQueryLogConfig:ResolverQueryLogConfig": {
    id: "rqlc-{hex16}",
    arn: "arn:{partition}:route53resolver:{region}:{account}:resolver-query-log-config/{id}",
    outputs: { ownerId: "{account}", shareStatus: "NOT_SHARED" },
  },
  "aws:route53/resolverQueryLogConfigAssociation:ResolverQueryLogConfigAssociation": { id: "rqlca-{hex16}" },
  "aws:route53/resolverDnsSecConfig:ResolverDnsSecConfig": {
    id: "rdsc-{hex16}",
    arn: "arn:{partition}:route53resolver:{region}:{account}:resolver-dnssec-config/{id}",
    outputs: { ownerId: "{account}", validationStatus: "ENABLED" },
  },
  "aws:route53/resolverFirewallRuleGroup:ResolverFirewallRuleGroup": {
    id: "rslvr-frg-{hex16}",
    arn: "arn:{partition}:route53resolver:{region}:{account}:firewall-rule-group/{id}",
    outputs: { ownerId: "{account}", shareStatus: "NOT_SHARED" },
  },
  "aws:route53/healthCheck:HealthCheck": { id: "{uuid}", arn: "arn:{partition}:route53:::healthcheck/{id}" },
  "aws:wafv2/webAcl:WebAcl": {
    id: "{uuid}",
    arn: "arn:{partition}:wafv2:{wafRegion}:{account}:{wafScope}/webacl/{name}/{id}",
    places: wafPlaces,
    outputs: { capacity, lockToken: "{uuid}", applicationIntegrationUrl: "" },
    autoname: { property: "name", maxLength: 128 },
  },
  "aws:wafv2/webAclAssociation:WebAclAssociation": { id: "{webAclArn},{resourceArn}" },
  "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration": { id: "{resourceArn}" },
  "aws:wafv2/ruleGroup:RuleGroup": {
    id: "{uuid}",
    arn: "arn:{partition}:wafv2:{wafRegion}:{account}:{wafScope}/rulegroup/{name}/{id}",
    places: wafPlaces,
    outputs: { lockToken: "{uuid}" },
    autoname: { property: "name", maxLength: 128 },
  },
  "aws:wafv2/ipSet:IpSet": {
    id: "{uuid}",
    arn: "arn:{partition}:wafv2:{wafRegion}:{account}:{wafScope}/ipset/{name}/{id}",
    places: wafPlaces,
    outputs: { lockToken: "{uuid}" },
    autoname: { property: "name", maxLength: 128 },
  },
  "aws:cloudfront/distribution:Distribution": {
    id: "E{upper13}",
    arn: "arn:{partition}:cloudfront::{account}:distribution/{id}",
    outputs: {
      domainName: "{lower14}.cloudfront.net",
      hostedZoneId: "Z2FDTNDATAQYW2",
      status: "Deployed",
      etag: "E{upper13}",
    },
  },
  "aws:cloudfront/originAccessControl:OriginAccessControl": {
    id: "E{upper13}",
    arn: "arn:{partition}:cloudfront::{account}:origin-access-control/{id}",
    outputs: { etag: "E{upper13}" },
  },
  "aws:cloudfront/vpcOrigin:VpcOrigin": {
    id: "vo_{lower22}",
    arn: "arn:{partition}:cloudfront::{account}:vpcorigin/{id}",
    outputs: { etag: "E{upper13}" },
  },
  "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy": {
    id: "{uuid}",
    arn: "arn:{partition}:cloudfront::{account}:response-headers-policy/{id}",
    outputs: { etag: "E{upper13}" },
    autoname: { property: "name", maxLength: 128 },
  },
  "aws:cloudfront/publicKey:PublicKey": { id: "K{upper13}", outputs: { etag: "E{upper13}" } },
  "aws:cloudfront/fieldLevelEncryptionProfile:FieldLevelEncryptionProfile": {
    id: "P{upper13}",
    arn: "arn:{partition}:cloudfront::{account}:field-level-encryption-profile/{id}",
    outputs: { etag: "E{upper13}" },
  },
  "aws:cloudfront/fieldLevelEncryptionConfig:FieldLevelEncryptionConfig": {
    id: "C{upper13}",
    arn: "arn:{partition}:cloudfront::{account}:field-level-encryption/{id}",
    outputs: { etag: "E{upper13}" },
  },
  "aws:apigateway/restApi:RestApi": {
    id: "{lower10}",
    arn: "arn:{partition}:apigateway:{region}::/restapis/{id}",
    outputs: {
      executionArn: "arn:{partition}:execute-api:{region}:{account}:{id}",
      // Never the id of the API itself: a program that takes one for the other would work here, and fail on AWS.
      rootResourceId: ({ type, seed }) => identifier(`${type}::${seed}/root`, "lower", 10),
    },
  },
  "aws:apigateway/resource:Resource": { id: "{lower6}" },
  "aws:apigateway/stage:Stage": {
    id: "ags-{restApi|lower10}-{stageName|lower4}",
    arn: "arn:{partition}:apigateway:{region}::/restapis/{restApi|lower10}/stages/{stageName|lower4}",
    outputs: {
      executionArn: "arn:{partition}:execute-api:{region}:{account}:{restApi|lower10}/{stageName|lower4}",
      invokeUrl: "https://{restApi|lower10}.execute-api.{region}.{suffix}/{stageName|lower4}",
    },
  },
  "aws:apigateway/domainName:DomainName": {
    id: "{domainName}",
    arn: "arn:{partition}:apigateway:{region}::/domainnames/{domainName}",
    outputs: {
      regionalDomainName: "d-{lower10}.execute-api.{region}.{suffix}",
      regionalZoneId: "Z{upper13}",
    },
  },
  "aws:apigateway/clientCertificate:ClientCertificate": {
    id: "{lower6}",
    arn: "arn:{partition}:apigateway:{region}::/clientcertificates/{id}",
    outputs: { pemEncodedCertificate: "-----BEGIN CERTIFICATE-----\n{hex64}\n-----END CERTIFICATE-----" },
  },
  "aws:apigatewayv2/api:Api": {
    id: "{lower10}",
    arn: "arn:{partition}:apigateway:{region}::/apis/{id}",
    outputs: {
      apiEndpoint: "https://{id}.execute-api.{region}.{suffix}",
      executionArn: "arn:{partition}:execute-api:{region}:{account}:{id}",
    },
  },
  "aws:shield/protection:Protection": { id: "{uuid}", arn: "arn:{partition}:shield::{account}:protection/{id}" },
};

/** One DNS record for each domain of a certificate, the wildcard of a domain sharing the domain's. */
function validationOptions({ inputs }: CreationWithId) {
  const others = Array.isArray(inputs.subjectAlternativeNames) ? inputs.subjectAlternativeNames : [];
  const domains = [inputs.domainName, ...others].filter((domain): domain is string => typeof domain === "string");
  return [...new Set(domains)].map((domainName) => {
    const bare = domainName.replace(/^\*\./, "");
    return {
      domainName,
      resourceRecordName: `_${identifier(bare, "hex", 32)}.${bare}.`,
      resourceRecordType: "CNAME",
      resourceRecordValue: `_${identifier(`${bare}!`, "hex", 32)}.acm-validations.aws.`,
    };
  });
}

/** A rough count: what AWS charges a managed rule group, and one for any other rule. */
function capacity({ inputs }: CreationWithId): number {
  const rules = Array.isArray(inputs.rules) ? inputs.rules : [];
  return rules.reduce<number>(
    (sum, rule) => sum + (JSON.stringify(rule).includes("managedRuleGroupStatement") ? 200 : 2),
    0,
  );
}
