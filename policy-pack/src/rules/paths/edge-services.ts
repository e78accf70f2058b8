import { Truth } from "../../authoring/truth";
import type { Value } from "../../authoring/value";
import { companionsOf, linksOf, mayBeGiven, placeOf, placed } from "../../graph/paths/links";
import type { GraphResource, StackGraph } from "../../graph/stack-graph";
import { anyStatement } from "../../knowledge/policy-statements";
import { restApi, restStage } from "../apigateway/stages";
import { behaviorsOf, demandsHttps, distributionType } from "../cloudfront/behaviors";
import { balancerTypes, listenersOf } from "../elb/balancers";
import { isProtected, webAclAssociations } from "../waf/attachment";
import type { AppGraph, Node } from "./app-graph";
import { addApp, addBare, addHop, addListener, listenersNamed, outside } from "./balancer-edges";
import { takesClear } from "./listeners";
import { lambdaFunction } from "./targets";

const httpApi = "aws:apigatewayv2/api:Api";
const httpStage = "aws:apigatewayv2/stage:Stage";
const httpMapping = "aws:apigatewayv2/apiMapping:ApiMapping";
const domainName = "aws:apigatewayv2/domainName:DomainName";
const restIntegration = "aws:apigateway/integration:Integration";
const httpIntegration = "aws:apigatewayv2/integration:Integration";
const restVpcLink = "aws:apigateway/vpcLink:VpcLink";
const restApiPolicy = "aws:apigateway/restApiPolicy:RestApiPolicy";
const functionUrl = "aws:lambda/functionUrl:FunctionUrl";
const vpcOrigin = "aws:cloudfront/vpcOrigin:VpcOrigin";

/** API Gateway, function URLs and CloudFront, with the ways from the internet to them and on from them. */
export function addEdgeServices(apps: AppGraph, graph: StackGraph): void {
  for (const stage of graph.ofType(restStage)) addRestStage(apps, graph, stage);
  for (const stage of graph.ofType(httpStage)) addHttpStage(apps, graph, stage);
  for (const url of graph.ofType(functionUrl)) addFunctionUrl(apps, graph, url);
  for (const distribution of graph.ofType(distributionType)) addDistribution(apps, graph, distribution);
}

function addRestStage(apps: AppGraph, graph: StackGraph, stage: GraphResource): void {
  const [api] = linksOf(graph, stage, stage.get("restApi"), [restApi]).targets;
  const node = apps.node(stage.urn, () => ({
    hops: [`API stage "${stage.name}"`],
    kind: "door",
    at: stage,
    hasWebAcl: isProtected(graph, stage, webAclAssociations),
  }));
  if (api) addOpenDoor(apps, node, isOpenApi(graph, api), stage);
  const integrations = api ? companionsOf(graph, api, restIntegration, "restApi", [restApi]).own : [];
  for (const integration of integrations) addIntegration(apps, graph, node, integration);
  if (apps.from(node).length === 0) addHop(apps, node, outside(apps, "its integrations", stage), Truth.no, stage);
}

/** A REST API is public unless it is private, or its policy looks at where callers come from. */
function isOpenApi(graph: StackGraph, api: GraphResource): Truth {
  const isPrivate = api.get("endpointConfiguration.types").some((type) => type.isOneOf("PRIVATE"));
  const policies = [api, ...companionsOf(graph, api, restApiPolicy, "restApiId", [restApi]).own];
  const narrowed = policies.map((one) =>
    placed(
      one,
      anyStatement(one.get("policy"), ({ conditions }) =>
        [...conditions.values()].some((keys) => [...keys.keys()].some((key) => callerKeys.includes(key))),
      ),
    ),
  );
  return Truth.any([placed(api, isPrivate), ...narrowed]).not();
}

const callerKeys = ["aws:sourceip", "aws:sourcevpc", "aws:sourcevpce", "aws:vpcsourceip"];

function addHttpStage(apps: AppGraph, graph: StackGraph, stage: GraphResource): void {
  const [api] = linksOf(graph, stage, stage.get("apiId"), [httpApi]).targets;
  const node = apps.node(stage.urn, () => ({ hops: [`API stage "${stage.name}"`], kind: "door", at: stage }));
  if (api) addOpenDoor(apps, node, hasOpenEndpoint(graph, api), stage);
  const integrations = api ? companionsOf(graph, api, httpIntegration, "apiId", [httpApi]).own : [];
  for (const integration of integrations) addIntegration(apps, graph, node, integration);
  if (apps.from(node).length === 0) addHop(apps, node, outside(apps, "its integrations", stage), Truth.no, stage);
}

/** An HTTP or WebSocket API has its own endpoint, unless that is off, and those of domains without client certificates. */
function hasOpenEndpoint(graph: StackGraph, api: GraphResource): Truth {
  const own = placed(api, api.get("disableExecuteApiEndpoint").isTrue()).not();
  const domains = companionsOf(graph, api, httpMapping, "apiId", [httpApi]).own.map((mapping) => {
    const [domain] = linksOf(graph, mapping, mapping.get("domainName"), [domainName]).targets;
    return domain ? domain.get("mutualTlsAuthentication").isGiven().not() : Truth.unknown("ApiMapping.domainName");
  });
  return Truth.any([own, ...domains]);
}

function addOpenDoor(apps: AppGraph, to: Node, open: Truth, at: GraphResource): void {
  if (open.isNo) return;
  apps.add({ from: apps.internet, to, by: [], world: open, anyone: open, inClear: Truth.no, at });
}

/** Integrations with functions, with balancers behind VPC links, and with endpoints by HTTP. */
function addIntegration(apps: AppGraph, graph: StackGraph, from: Node, integration: GraphResource): void {
  const uri = integration.get(integration.type === restIntegration ? "uri" : "integrationUri");
  const functions = linksOf(graph, integration, uri, [lambdaFunction]).targets;
  for (const each of functions) addHop(apps, from, addApp(apps, each), Truth.no, integration);
  const isHttp = integration
    .get("type")
    .isOneOf("HTTP", "HTTP_PROXY")
    .or(integration.get("integrationType").isOneOf("HTTP_PROXY"));
  const isPlain = placed(integration, isHttp.and(uri.matches(/^http:\/\//i)));
  const links = linksOf(graph, integration, integration.get("connectionId"), [restVpcLink]).targets;
  const behind = [
    ...links.flatMap((link) => listenersNamed(graph, link, link.get("targetArn"))),
    ...listenersNamed(graph, integration, uri),
  ];
  for (const { balancer, listener } of behind) {
    const to = addListener(apps, graph, { balancer, listener, arrival: "known" });
    const inClear = links.length > 0 ? isPlain : takesClear(graph, listener);
    addHop(apps, from, to, inClear, links.length > 0 ? integration : listener);
  }
  if (functions.length + behind.length === 0 && !isHttp.isNo) {
    addHop(
      apps,
      from,
      outside(apps, `the endpoint of integration "${integration.name}"`, integration),
      isPlain,
      integration,
    );
  }
}

function addFunctionUrl(apps: AppGraph, graph: StackGraph, url: GraphResource): void {
  const node = apps.node(url.urn, () => ({ hops: [`function URL "${url.name}"`], kind: "door", at: url }));
  addOpenDoor(apps, node, placed(url, url.get("authorizationType").isOneOf("NONE")), url);
  const functions = linksOf(graph, url, url.get("functionName"), [lambdaFunction]).targets;
  for (const each of functions) addHop(apps, node, addApp(apps, each), Truth.no, url);
  if (functions.length === 0) addHop(apps, node, outside(apps, "its function", url), Truth.no, url);
}

function addDistribution(apps: AppGraph, graph: StackGraph, distribution: GraphResource): void {
  const node = apps.node(distribution.urn, () => ({
    hops: [`distribution "${distribution.name}"`],
    kind: "door",
    at: distribution,
    hasWebAcl: distribution.get("webAclId").isGiven(),
  }));
  const viewersInClear = placed(distribution, Truth.all(behaviorsOf(distribution).map(demandsHttps))).not();
  const enabled = placed(distribution, distribution.get("enabled").isFalse()).not();
  apps.add({
    from: apps.internet,
    to: node,
    by: [],
    world: enabled,
    anyone: enabled,
    inClear: viewersInClear,
    at: distribution,
  });
  for (const origin of distribution.get("origins").items()) {
    addOrigin(apps, graph, { node, distribution, origin, viewersInClear });
  }
}

interface Origin {
  readonly node: Node;
  readonly distribution: GraphResource;
  readonly origin: Value;
  readonly viewersInClear: Truth;
}

/** What a distribution fetches from. Buckets are stores, and rules of their own judge them. */
function addOrigin(apps: AppGraph, graph: StackGraph, { node, distribution, origin, viewersInClear }: Origin): void {
  const { path } = origin;
  if (origin.isUnknown) {
    const open = placed(distribution, origin.asUnknown());
    addElsewhere(apps, { from: node, at: distribution, path, anyone: open, inClear: open });
    return;
  }
  const [link] = linksOf(graph, distribution, origin.get("vpcOriginConfig.vpcOriginId"), [vpcOrigin]).targets;
  if (link) {
    const config = link.get("vpcOriginEndpointConfig");
    addFetched(apps, graph, {
      from: node,
      at: link,
      named: config.get("arn"),
      inClear: fetchesClear(link, config, viewersInClear),
    });
    return;
  }
  if (mayBeGiven(origin.get("vpcOriginConfig"))) {
    addElsewhere(apps, { from: node, at: distribution, path, anyone: Truth.yes, inClear: Truth.no });
    return;
  }
  const config = origin.get("customOriginConfig");
  if (config.isGiven().isNo) return;
  const inClear = fetchesClear(distribution, config, viewersInClear);
  addFetched(apps, graph, { from: node, at: distribution, named: origin.get("domainName"), inClear });
}

function fetchesClear(at: GraphResource, config: Value, viewersInClear: Truth): Truth {
  const policy = config.get("originProtocolPolicy");
  const asViewers = placed(at, policy.isOneOf("match-viewer")).and(viewersInClear);
  return placed(at, policy.isOneOf("http-only")).or(asViewers);
}

interface Fetched {
  readonly from: Node;
  readonly at: GraphResource;
  readonly named: Value;
  readonly inClear: Truth;
}

const bucketTypes = [
  "aws:s3/bucket:Bucket",
  "aws:s3/bucketV2:BucketV2",
  "aws:s3/bucketWebsiteConfiguration:BucketWebsiteConfiguration",
];

function addFetched(apps: AppGraph, graph: StackGraph, { from, at, named, inClear }: Fetched): void {
  const stages = stagesNamed(graph, at, named);
  const listeners = listenersNamed(graph, at, named).filter(({ listener }) => isFetched(graph, listener, inClear));
  const urls = linksOf(graph, at, named, [functionUrl]).targets;
  for (const stage of [...stages, ...urls]) {
    const to = apps.node(stage.urn, () => ({ hops: [`API stage "${stage.name}"`], kind: "door", at: stage }));
    addHop(apps, from, to, inClear, at);
  }
  for (const { balancer, listener } of listeners) {
    addHop(apps, from, addListener(apps, graph, { balancer, listener, arrival: "known" }), inClear, at);
  }
  const bare = linksOf(graph, at, named, balancerTypes).targets.filter((one) => listenersOf(graph, one).length === 0);
  for (const balancer of bare) addHop(apps, from, addBare(apps, graph, balancer), inClear, at);
  const isBucket = linksOf(graph, at, named, bucketTypes).targets.length > 0 || named.matches(/\.s3[.-]/i).isYes;
  if (stages.length + listeners.length + urls.length + bare.length > 0 || isBucket) return;
  addElsewhere(apps, { from, at, path: named.path, anyone: Truth.yes, inClear });
}

interface Elsewhere {
  readonly from: Node;
  readonly at: GraphResource;
  readonly path: string;
  readonly anyone: Truth;
  readonly inClear: Truth;
}

/** An origin outside the stack: it may have a web ACL of its own. */
function addElsewhere(apps: AppGraph, { from, at, path, anyone, inClear }: Elsewhere): void {
  const world = Truth.unknown(placeOf(at, path));
  apps.add({ from, to: outside(apps, "its origin", at), by: [], world, anyone, inClear, at });
}

/** A distribution comes to the listeners that take what it speaks: HTTPS, plain HTTP, or either. */
function isFetched(graph: StackGraph, listener: GraphResource, inClear: Truth): boolean {
  const isPlain = takesClear(graph, listener);
  return !(inClear.isNo && isPlain.isYes) && !(inClear.isYes && isPlain.isNo);
}

function stagesNamed(graph: StackGraph, at: GraphResource, named: Value): GraphResource[] {
  const kinds = [
    [restStage, "restApi", restApi],
    [httpStage, "apiId", httpApi],
  ] as const;
  return kinds.flatMap(([stage, path, api]) => {
    const { targets } = linksOf(graph, at, named, [stage, api]);
    return targets.flatMap((target) =>
      target.type === stage ? [target] : [...companionsOf(graph, target, stage, path, [api]).own],
    );
  });
}
