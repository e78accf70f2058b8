import {
  fault,
  pass,
  undecided,
  ref,
  resource,
  json,
  unknown,
  type CaseProperties,
  type ServiceCases,
} from "../../testing/cases";
import { but, door, named, world } from "../../testing/paths";
import { otherStack } from "../../testing/vpc";
import {
  accelerator,
  balancer,
  distribution,
  listener,
  publicApp,
  service,
  targets,
  webAcl,
} from "../../testing/front-doors";

const at = (...names: string[]) => ({ at: names });
const internal = but(publicApp, balancer({ internal: true }));
const network = { loadBalancerType: "network" };
const secret = [{ httpHeader: { httpHeaderName: "X-Origin", values: ["secret"] } }];
const refusing = listener({ defaultActions: [{ type: "fixed-response", fixedResponse: { statusCode: "403" } }] });
const rule = (properties: CaseProperties) =>
  named("aws:lb/listenerRule:ListenerRule", "rule", {
    listenerArn: ref("https", "arn"),
    actions: [{ type: "forward", targetGroupArn: ref("web", "arn") }],
    conditions: [{ pathPattern: { values: ["/*"] } }],
    ...properties,
  });
const vpcOrigin = named("aws:cloudfront/vpcOrigin:VpcOrigin", "vpc-origin", {
  vpcOriginEndpointConfig: { arn: ref("edge", "arn"), originProtocolPolicy: "https-only" },
});
const byVpcOrigin = {
  domainName: "app.example.com",
  customOriginConfig: undefined,
  vpcOriginConfig: { vpcOriginId: ref("vpc-origin") },
};

const balancers = [
  fault("an application balancer without a web ACL", publicApp),
  pass("one with a web ACL", [...publicApp, webAcl("edge")]),
  pass("one with a web ACL of the older kind", [
    ...publicApp,
    named("aws:wafregional/webAclAssociation:WebAclAssociation", "acl", {
      resourceArn: ref("edge", "arn"),
      webAclId: "1",
    }),
  ]),
  fault(
    "the twin token",
    but(publicApp, resource("aws:alb/loadBalancer:LoadBalancer", balancer().properties, { name: "edge" })),
  ),
  pass("an internal balancer", internal),
  pass(
    "a balancer whose group admits no public address",
    but(publicApp, door(443, { cidrIpv4: "10.0.0.0/8" }, "edge-group")),
  ),
  pass(
    "a balancer whose group admits one partner",
    but(publicApp, door(443, { cidrIpv4: "203.0.113.0/24" }, "edge-group")),
  ),
  pass(
    "a balancer whose group admits CloudFront",
    but(publicApp, door(443, { prefixListId: "pl-3b927c52" }, "edge-group")),
  ),
  pass("a balancer whose group opens another port", but(publicApp, "door-443", door(8443, world, "edge-group"))),
  pass("a balancer in a subnet without a route", but(publicApp, "default")),
  pass("a balancer behind a network ACL that denies", [
    ...publicApp,
    named("aws:ec2/networkAcl:NetworkAcl", "acl", { vpcId: ref("vpc"), subnetIds: [ref("public-a")] }),
  ]),
  pass(
    "a listener that only redirects",
    but(
      publicApp,
      listener({
        defaultActions: [{ type: "redirect", redirect: { protocol: "HTTPS", statusCode: "HTTP_301" } }],
      }),
    ),
  ),
  pass("a listener that only refuses", but(publicApp, refusing)),
  fault("a rule that forwards", but(publicApp, refusing, rule({}))),
  pass("a rule that asks for a secret header", but(publicApp, refusing, rule({ conditions: secret }))),
  pass(
    "a rule that asks for an address",
    but(publicApp, refusing, rule({ conditions: [{ sourceIp: { values: ["203.0.113.0/24"] } }] })),
  ),
  fault(
    "a rule that asks for any address",
    but(publicApp, refusing, rule({ conditions: [{ sourceIp: { values: ["0.0.0.0/0"] } }] })),
  ),
  fault("a balancer in subnets of another stack", but(publicApp, balancer({ subnets: ["subnet-1"] }))),
  fault(
    "targets outside the stack",
    but(
      publicApp,
      listener({
        defaultActions: [
          { type: "forward", targetGroupArn: "arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/a/1" },
        ],
      }),
    ),
  ),
  fault(
    "a network balancer, which takes no web ACL",
    but(publicApp, balancer(network), listener({ port: 443, protocol: "TLS" })),
  ),
  fault(
    "a network balancer without groups",
    but(publicApp, balancer({ ...network, securityGroups: undefined }), listener({ protocol: "TCP" })),
  ),
  fault("a classic balancer", [
    named("aws:elb/loadBalancer:LoadBalancer", "classic", {
      subnets: [ref("public-a")],
      securityGroups: [ref("edge-group")],
      listeners: [{ lbPort: 443, lbProtocol: "HTTPS", instancePort: 8443, instanceProtocol: "HTTPS" }],
    }),
    ...but(publicApp, "edge", "https", "web", "service"),
  ]),
  fault("two applications by one door", [...publicApp, service({}, "web", "second")]),
  undecided("whether it faces the internet, known on update", but(publicApp, balancer({ internal: unknown }))),
  undecided(
    "a web ACL that may be another balancer's",
    [
      ...publicApp,
      named("aws:wafv2/webAclAssociation:WebAclAssociation", "acl", {
        resourceArn: ref("other", "arn"),
        webAclArn: "acl",
      }),
      otherStack,
    ],
    { afterUpdate: "fault" },
  ),
  undecided("a group outside the stack", but(publicApp, balancer({ securityGroups: ["sg-1"] }))),
  undecided("addresses known on update", but(publicApp, door(443, { cidrIpv4: unknown }, "edge-group"))),
  pass("web ACLs managed elsewhere", publicApp, { config: { webAclsManagedElsewhere: true } }),
];

/** A network balancer in front of an application balancer. */
const chained = [
  balancer(network),
  listener({ protocol: "TCP", defaultActions: [{ type: "forward", targetGroupArn: ref("chain", "arn") }] }, "outer"),
  targets({ port: 443, protocol: "TCP", targetType: "alb" }, "chain"),
  named("aws:lb/targetGroupAttachment:TargetGroupAttachment", "attached", {
    targetGroupArn: ref("chain", "arn"),
    targetId: ref("inner", "arn"),
  }),
  balancer({ internal: true }, "inner"),
  listener({}, "https", "inner"),
  ...but(publicApp, "edge", "https"),
];

const distributions = [
  pass(
    "a distribution with a web ACL before an internal balancer by a VPC origin",
    [distribution({}, byVpcOrigin), vpcOrigin, ...internal],
    at("cdn"),
  ),
  fault(
    "a distribution without a web ACL before an internal balancer by a VPC origin",
    [distribution({ webAclId: undefined }, byVpcOrigin), vpcOrigin, ...internal],
    at("edge"),
  ),
  pass("a distribution that is off", [
    distribution({ webAclId: undefined, enabled: false }, byVpcOrigin),
    vpcOrigin,
    ...internal,
  ]),
  pass("a web ACL at the balancer behind the distribution", [
    distribution({ webAclId: undefined }, byVpcOrigin),
    vpcOrigin,
    ...internal,
    webAcl("edge"),
  ]),
  pass("a distribution with a web ACL before a balancer that admits CloudFront alone", [
    distribution(),
    ...but(publicApp, door(443, { prefixListId: "pl-3b927c52" }, "edge-group")),
  ]),
  pass("a distribution with a web ACL before a balancer that asks for a secret header", [
    distribution(),
    ...but(publicApp, refusing, rule({ conditions: secret })),
  ]),
  fault("an origin that is reached beside its distribution", [distribution(), ...publicApp], at("edge")),
  undecided(
    "a distribution without a web ACL before an origin outside the stack",
    distribution({ webAclId: undefined }, { domainName: "app.example.com" }),
    at("cdn"),
  ),
  pass(
    "a distribution without a web ACL before a bucket",
    distribution(
      { webAclId: undefined },
      { domainName: "site.s3.amazonaws.com", customOriginConfig: undefined, s3OriginConfig: {} },
    ),
  ),
  pass("a web ACL known on update", distribution({ webAclId: unknown }, { domainName: "app.example.com" })),
  fault("an accelerator before an internal balancer", [...internal, ...accelerator()], at("edge")),
  pass("an accelerator before an internal balancer with a web ACL", [...internal, ...accelerator(), webAcl("edge")]),
  pass("an accelerator that is off", [...internal, ...accelerator({ enabled: false })]),
  pass("an accelerator before a balancer whose group is closed", [...but(internal, "door-443"), ...accelerator()]),
  pass(
    "an accelerator that listens on another port",
    but(
      [...internal, ...accelerator()],
      named("aws:globalaccelerator/listener:Listener", "front", {
        acceleratorArn: ref("accelerator"),
        portRanges: [{ fromPort: 80, toPort: 80 }],
      }),
    ),
  ),
  fault("a network balancer before an application balancer without a web ACL", chained, at("inner")),
  pass("a network balancer before an application balancer with a web ACL", [...chained, webAcl("inner")]),
];

const api = (properties: CaseProperties = {}) => named("aws:apigateway/restApi:RestApi", "api", properties);
const stage = resource("aws:apigateway/stage:Stage", { restApi: ref("api"), stageName: "prod" }, { name: "prod" });
const httpApi = (properties: CaseProperties = {}) =>
  named("aws:apigatewayv2/api:Api", "api", { protocolType: "HTTP", ...properties });
const httpStage = resource("aws:apigatewayv2/stage:Stage", { apiId: ref("api") }, { name: "prod" });
const mapping = named("aws:apigatewayv2/apiMapping:ApiMapping", "mapping", {
  apiId: ref("api"),
  domainName: ref("domain"),
  stage: "prod",
});
const domain = (properties: CaseProperties) => named("aws:apigatewayv2/domainName:DomainName", "domain", properties);
const handler = named("aws:lambda/function:Function", "handler");
const url = (authorizationType: unknown) =>
  resource(
    "aws:lambda/functionUrl:FunctionUrl",
    { functionName: ref("handler", "name"), authorizationType },
    { name: "url" },
  );
const fromOffice = json({
  Statement: [
    {
      Effect: "Allow",
      Principal: "*",
      Action: "execute-api:Invoke",
      Resource: "*",
      Condition: { IpAddress: { "aws:SourceIp": ["203.0.113.0/24"] } },
    },
  ],
});

const apis = [
  fault("a stage of a public REST API without a web ACL", [stage, api(), handler]),
  pass("a stage with a web ACL", [stage, api(), webAcl("prod")]),
  pass("a stage of a private API", [stage, api({ endpointConfiguration: { types: "PRIVATE" } })]),
  pass("a stage of an API whose policy asks for addresses", [stage, api({ policy: fromOffice })]),
  undecided("a stage of an API whose policy is known on update", [stage, api({ policy: unknown })]),
  pass(
    "a stage of an API outside the stack",
    resource("aws:apigateway/stage:Stage", { restApi: "api1" }, { name: "prod" }),
  ),
  fault("a stage of an HTTP API, which takes no web ACL", [httpStage, httpApi()]),
  pass("an HTTP API without an endpoint of its own", [httpStage, httpApi({ disableExecuteApiEndpoint: true })]),
  fault("an HTTP API by a domain of its own", [
    httpStage,
    httpApi({ disableExecuteApiEndpoint: true }),
    mapping,
    domain({}),
  ]),
  pass("an HTTP API by a domain that asks for client certificates", [
    httpStage,
    httpApi({ disableExecuteApiEndpoint: true }),
    mapping,
    domain({ mutualTlsAuthentication: { truststoreUri: "s3://trust/ca.pem" } }),
  ]),
  fault("a function URL for everyone", [url("NONE"), handler]),
  pass("a function URL that asks for IAM", [url("AWS_IAM"), handler]),
  undecided("a function URL known on update", [url(unknown), handler]),
  fault("a stage behind a distribution with a web ACL, which is reached beside it", [
    stage,
    api(),
    named("aws:apigateway/integration:Integration", "post", {
      restApi: ref("api"),
      type: "AWS_PROXY",
      uri: ref("handler", "invokeArn"),
    }),
    handler,
    distribution({}, { domainName: ref("prod", "invokeUrl") }),
  ]),
];

export const webAclCases: ServiceCases = {
  "paths-internet-to-app-through-waf": [...balancers, ...distributions, ...apis],
};
