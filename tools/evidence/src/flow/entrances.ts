import { logicalName, type ResourceState } from "@hipaa-aws/stack-state";
import { internet, type FlowHop, type FlowNode, type HopEncryption } from "./model";
import { blocks, known, type ResourceGraph } from "./resource-graph";

const webAclType = "aws:wafv2/webAcl:WebAcl";
const loadBalancerType = "aws:lb/loadBalancer:LoadBalancer";
const restApiType = "aws:apigateway/restApi:RestApi";
const httpApiType = "aws:apigatewayv2/api:Api";
const distributionType = "aws:cloudfront/distribution:Distribution";

/** The web ACLs of a stack as places of the picture. */
export function firewallNodes(graph: ResourceGraph): FlowNode[] {
  return graph.ofType(webAclType).map((acl) => ({
    id: acl.urn,
    kind: "firewall",
    name: logicalName(acl.urn),
    what: "AWS WAF web ACL",
    urns: [acl.urn],
  }));
}

/** What each web ACL stands in front of: URN of the protected resource → the ACL and the resource that shows it. */
export function firewallsByTarget(graph: ResourceGraph): Map<string, { acl: string; shownBy: string }> {
  const found = new Map<string, { acl: string; shownBy: string }>();
  for (const association of graph.ofType("aws:wafv2/webAclAssociation:WebAclAssociation")) {
    const acl = graph.references(association, "webAclArn", webAclType)[0];
    const stages = graph.references(association, "resourceArn", "aws:apigateway/stage:Stage");
    const targets = [
      ...graph.references(association, "resourceArn", loadBalancerType, restApiType, httpApiType),
      ...stages.flatMap((stage) => graph.references(stage, "restApi", restApiType)),
    ];
    if (acl) for (const target of targets) found.set(target.urn, { acl: acl.urn, shownBy: association.urn });
  }
  for (const distribution of graph.ofType(distributionType)) {
    const acl = graph.references(distribution, "webAclId", webAclType)[0];
    if (acl) found.set(distribution.urn, { acl: acl.urn, shownBy: distribution.urn });
  }
  return found;
}

/** Hops from the internet pass the web ACL that stands in front of their target. */
export function throughFirewalls(hops: readonly FlowHop[], graph: ResourceGraph): FlowHop[] {
  const firewalls = firewallsByTarget(graph);
  return hops.flatMap((hop) => {
    const firewall = hop.from === internet.id ? firewalls.get(hop.to) : undefined;
    if (!firewall) return [hop];
    const shownBy = [...hop.shownBy, firewall.shownBy];
    return [
      { ...hop, to: firewall.acl, shownBy },
      { ...hop, from: firewall.acl, shownBy },
    ];
  });
}

/** Hops into and out of CloudFront and API Gateway, which are open to the internet by their nature. */
export function managedEntranceHops(graph: ResourceGraph): FlowHop[] {
  return [
    ...graph.ofType(distributionType).flatMap((distribution) => distributionHops(distribution, graph)),
    ...[...graph.ofType(restApiType), ...graph.ofType(httpApiType)]
      .filter((api) => !isPrivateApi(api))
      .map((api) => hop(internet.id, api.urn, "HTTPS", "tls", api.urn)),
    ...integrationHops(graph, "aws:apigateway/integration:Integration", "restApi", restApiType, "uri"),
    ...integrationHops(graph, "aws:apigatewayv2/integration:Integration", "apiId", httpApiType, "integrationUri"),
  ];
}

function distributionHops(distribution: ResourceState, graph: ResourceGraph): FlowHop[] {
  const behavior = blocks(known(distribution, "defaultCacheBehavior"))[0]?.viewerProtocolPolicy;
  const safe = behavior === "https-only" || behavior === "redirect-to-https";
  const entrance = hop(
    internet.id,
    distribution.urn,
    safe ? "HTTPS" : "HTTP and HTTPS",
    safe ? "tls" : behavior === "allow-all" ? "plain" : "unproven",
    distribution.urn,
    safe ? "443" : "80, 443",
  );
  const vpcOrigins = graph.references(distribution, "origins", "aws:cloudfront/vpcOrigin:VpcOrigin");
  const servers = [
    ...graph.references(distribution, "origins", loadBalancerType, restApiType, httpApiType),
    ...vpcOrigins.flatMap((origin) => graph.references(origin, "vpcOriginEndpointConfig", loadBalancerType)),
  ];
  const policies = blocks(known(distribution, "origins")).flatMap((origin) =>
    blocks(origin.customOriginConfig).map((config) => config.originProtocolPolicy),
  );
  const encryption: HopEncryption =
    policies.length > 0 && policies.every((policy) => policy === "https-only")
      ? "tls"
      : policies.includes("http-only")
        ? "plain"
        : "unproven";
  return [
    entrance,
    ...servers.map((server) =>
      hop(distribution.urn, server.urn, encryption === "plain" ? "HTTP" : "HTTPS", encryption, distribution.urn),
    ),
    ...graph
      .references(distribution, "origins", "aws:s3/bucket:Bucket")
      .map((bucket) => hop(distribution.urn, bucket.urn, "HTTPS (AWS API)", "api", distribution.urn)),
  ];
}

function integrationHops(graph: ResourceGraph, type: string, api: string, apiType: string, uri: string): FlowHop[] {
  return graph
    .ofType(type)
    .flatMap((integration) =>
      graph
        .references(integration, api, apiType)
        .flatMap((entrance) =>
          graph
            .references(integration, uri, "aws:lambda/function:Function")
            .map((target) => hop(entrance.urn, target.urn, "HTTPS (AWS API)", "api", integration.urn)),
        ),
    );
}

function isPrivateApi(api: ResourceState): boolean {
  return blocks(known(api, "endpointConfiguration")).some((config) => config.types === "PRIVATE");
}

function hop(
  from: string,
  to: string,
  protocol: string,
  encryption: HopEncryption,
  shownBy: string,
  ports = "443",
): FlowHop {
  return { from, to, protocol, ports, encryption, carries: "data", shownBy: [shownBy] };
}
