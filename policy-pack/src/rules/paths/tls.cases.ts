import {
  fault,
  pass,
  undecided,
  ref,
  resource,
  unknown,
  type CaseProperties,
  type ServiceCases,
} from "../../testing/cases";
import { but, door, named, world } from "../../testing/paths";
import { balancer, distribution, listener, publicApp, targets } from "../../testing/front-doors";

const at = (...names: string[]) => ({ at: names });
const http = { port: 80, protocol: "HTTP" };
const port80 = door(80, world, "edge-group");
const network = { loadBalancerType: "network" };
const internal = but(publicApp, balancer({ internal: true }));
const passthrough = { tags: { "hipaa:tls": "passthrough" } };
const classic = (listeners: CaseProperties) => [
  resource(
    "aws:elb/loadBalancer:LoadBalancer",
    {
      subnets: [ref("public-a")],
      securityGroups: [ref("edge-group")],
      listeners: [{ lbPort: 443, lbProtocol: "HTTPS", instancePort: 8443, instanceProtocol: "HTTPS", ...listeners }],
    },
    { name: "classic" },
  ),
  ...but(publicApp, "edge", "https", "web", "service"),
];

const edge = [
  pass("HTTPS from end to end", publicApp),
  fault("a listener of plain HTTP", [...but(publicApp, listener(http)), port80], at("https")),
  pass("a listener of plain HTTP that nobody can come to", but(publicApp, listener(http)), at("https")),
  pass("a listener of plain HTTP on an internal balancer", [...but(internal, listener(http)), port80]),
  pass("a listener of plain HTTP that redirects", [
    ...publicApp,
    port80,
    listener(
      { ...http, defaultActions: [{ type: "redirect", redirect: { protocol: "HTTPS", statusCode: "HTTP_301" } }] },
      "redirect",
    ),
  ]),
  fault(
    "a rule that forwards on a listener that redirects",
    [
      ...publicApp,
      port80,
      listener(
        { ...http, defaultActions: [{ type: "redirect", redirect: { protocol: "HTTPS", statusCode: "HTTP_301" } }] },
        "redirect",
      ),
      named("aws:lb/listenerRule:ListenerRule", "rule", {
        listenerArn: ref("redirect", "arn"),
        actions: [{ type: "forward", targetGroupArn: ref("web", "arn") }],
        conditions: [{ pathPattern: { values: ["/api/*"] } }],
      }),
    ],
    at("redirect"),
  ),
  fault(
    "plain HTTP by one partner's addresses",
    [...but(publicApp, listener(http)), door(80, { cidrIpv4: "203.0.113.0/24" }, "edge-group")],
    at("https"),
  ),
  fault("a target group of plain HTTP", but(publicApp, targets({ protocol: "HTTP", port: 8080 })), at("web")),
  pass(
    "a target group of plain HTTP behind a closed group",
    but(publicApp, targets({ protocol: "HTTP", port: 8080 }), "door-443"),
  ),
  pass("a target group of functions", but(publicApp, targets({ protocol: undefined, targetType: "lambda" }))),
  pass(
    "TLS passed through",
    but(publicApp, balancer(network), listener({ protocol: "TCP" }), targets({ protocol: "TCP" })),
  ),
  fault(
    "TCP on the port of HTTP",
    [
      ...but(publicApp, balancer(network), listener({ port: 80, protocol: "TCP" }), targets({ protocol: "TCP" })),
      port80,
    ],
    at("https"),
  ),
  pass("TCP on the port of HTTP that is tagged as passed through", [
    ...but(
      publicApp,
      balancer(network),
      listener({ port: 80, protocol: "TCP", ...passthrough }),
      targets({ protocol: "TCP" }),
    ),
    port80,
  ]),
  fault(
    "TLS that ends at the balancer and goes on by TCP",
    but(publicApp, balancer(network), listener({ protocol: "TLS" }), targets({ protocol: "TCP" })),
    at("web"),
  ),
  pass(
    "TLS that goes on by TLS",
    but(publicApp, balancer(network), listener({ protocol: "TLS" }), targets({ protocol: "TLS" })),
  ),
  pass("a classic balancer with HTTPS on both sides", classic({})),
  fault(
    "a classic balancer that takes plain HTTP",
    [...classic({ lbPort: 80, lbProtocol: "HTTP" }), port80],
    at("classic"),
  ),
  fault("a classic balancer that sends plain HTTP", classic({ instanceProtocol: "HTTP" }), at("classic")),
  undecided("a protocol known on update", but(publicApp, listener({ protocol: unknown })), at("https")),
  undecided(
    "a protocol of the target group known on update",
    but(publicApp, targets({ protocol: unknown })),
    at("web"),
  ),
  undecided(
    "plain HTTP on a balancer of which it is known on update whether it faces the internet",
    [...but(publicApp, balancer({ internal: unknown }), listener(http)), port80],
    at("https"),
  ),
];

const vpcOrigin = (originProtocolPolicy: unknown) =>
  named("aws:cloudfront/vpcOrigin:VpcOrigin", "vpc-origin", {
    vpcOriginEndpointConfig: { arn: ref("edge", "arn"), originProtocolPolicy },
  });
const byVpcOrigin = {
  domainName: "app.example.com",
  customOriginConfig: undefined,
  vpcOriginConfig: { vpcOriginId: ref("vpc-origin") },
};
const by = (originProtocolPolicy: unknown) => ({ customOriginConfig: { originProtocolPolicy } });
const viewers = (viewerProtocolPolicy: unknown) => ({ defaultCacheBehavior: { viewerProtocolPolicy } });
const outside = { domainName: "app.example.com" };

const distributions = [
  pass("a distribution with HTTPS on both sides", [distribution(), ...publicApp], at("cdn")),
  fault("viewers who may come in clear", [distribution(viewers("allow-all")), ...publicApp], at("cdn")),
  fault(
    "viewers who may come in clear by one path",
    [distribution({ orderedCacheBehaviors: [{ pathPattern: "/x", viewerProtocolPolicy: "allow-all" }] }), ...publicApp],
    at("cdn"),
  ),
  pass("viewers who may come in clear to a distribution that is off", [
    distribution({ ...viewers("allow-all"), enabled: false }),
    ...publicApp,
  ]),
  pass(
    "viewers of a bucket, which other rules judge",
    distribution(viewers("allow-all"), {
      domainName: "site.s3.amazonaws.com",
      customOriginConfig: undefined,
      s3OriginConfig: {},
    }),
  ),
  fault("an origin by plain HTTP", [distribution({}, { ...outside, ...by("http-only") })], at("cdn")),
  pass("an origin by HTTPS", distribution({}, outside)),
  pass("an origin by what viewers use, who use HTTPS", distribution({}, { ...outside, ...by("match-viewer") })),
  fault(
    "an origin by what viewers use, who may use HTTP",
    distribution(viewers("allow-all"), { ...outside, ...by("match-viewer") }),
  ),
  fault(
    "an internal balancer by plain HTTP",
    [distribution({}, byVpcOrigin), vpcOrigin("http-only"), ...but(internal, listener(http))],
    at("vpc-origin"),
  ),
  pass("an internal balancer by HTTPS", [distribution({}, byVpcOrigin), vpcOrigin("https-only"), ...internal]),
  undecided("an origin's protocol known on update", distribution({}, { ...outside, ...by(unknown) })),
];

const api = named("aws:apigateway/restApi:RestApi", "api");
const stage = named("aws:apigateway/stage:Stage", "prod", { restApi: ref("api"), stageName: "prod" });
const integration = (properties: CaseProperties) =>
  resource(
    "aws:apigateway/integration:Integration",
    { restApi: ref("api"), type: "HTTP_PROXY", ...properties },
    { name: "get" },
  );
const httpApi = named("aws:apigatewayv2/api:Api", "api", { protocolType: "HTTP" });
const httpStage = named("aws:apigatewayv2/stage:Stage", "prod", { apiId: ref("api") });
const linked = (listenerOf: string) =>
  named("aws:apigatewayv2/integration:Integration", "get", {
    apiId: ref("api"),
    integrationType: "HTTP_PROXY",
    connectionType: "VPC_LINK",
    integrationUri: ref(listenerOf, "arn"),
  });

const apis = [
  fault("an API that calls its endpoint in clear", [integration({ uri: "http://app.example.com/" }), api, stage]),
  pass("an API that calls its endpoint by HTTPS", [integration({ uri: "https://app.example.com/" }), api, stage]),
  pass("an API that calls a function", [
    integration({ type: "AWS_PROXY", uri: ref("handler", "invokeArn") }),
    api,
    stage,
    named("aws:lambda/function:Function", "handler"),
  ]),
  fault(
    "an HTTP API that goes on to a listener of plain HTTP",
    [httpApi, httpStage, linked("https"), ...but(internal, listener(http))],
    at("https"),
  ),
  pass("an HTTP API that goes on to an HTTPS listener", [httpApi, httpStage, linked("https"), ...internal]),
  fault("a REST API that goes on through a VPC link in clear", [
    integration({ uri: "http://internal.example.com/", connectionType: "VPC_LINK", connectionId: ref("link") }),
    api,
    stage,
    named("aws:apigateway/vpcLink:VpcLink", "link", { targetArn: ref("edge", "arn") }),
    ...but(
      internal,
      balancer({ ...network, internal: true }),
      listener({ protocol: "TCP" }),
      targets({ protocol: "TCP" }),
    ),
  ]),
  undecided("an endpoint known on update", [integration({ uri: unknown }), api, stage]),
];

export const tlsCases: ServiceCases = {
  "paths-internet-to-app-over-tls": [...edge, ...distributions, ...apis],
};
