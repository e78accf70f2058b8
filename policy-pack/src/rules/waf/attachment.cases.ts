import { fault, pass, ref, resource, undecided, unknown, type ServiceCases } from "../../testing/cases";

const balancer = (properties: Record<string, unknown> = {}, lb = "lb") =>
  resource(`aws:${lb}/loadBalancer:LoadBalancer`, properties, { name: "balancer" });
const association = (target: unknown, module = "wafv2") =>
  resource(
    `aws:${module}/webAclAssociation:WebAclAssociation`,
    { resourceArn: target, webAclArn: unknown },
    { name: "waf" },
  );
const distribution = (properties: Record<string, unknown>) =>
  resource("aws:cloudfront/distribution:Distribution", properties);
const pool = (properties: Record<string, unknown> = {}) =>
  resource("aws:cognito/userPool:UserPool", properties, { name: "pool" });
const graphQl = (properties: Record<string, unknown> = {}) =>
  resource("aws:appsync/graphQLApi:GraphQLApi", properties, { name: "api" });
const here = ref("balancer", "arn");

export const attachmentCases: ServiceCases = {
  "elb-waf-attached": [
    pass("a web ACL", [balancer({ internal: false }), association(here)]),
    pass("a web ACL, twin token", [balancer({}, "alb"), association(here)]),
    pass("a web ACL of AWS WAF Classic, which another rule reports", [balancer(), association(here, "wafregional")]),
    pass("an internal balancer", balancer({ internal: true })),
    pass("a network balancer", balancer({ loadBalancerType: "network" })),
    pass("managed elsewhere", balancer(), { config: { webAclsManagedElsewhere: true } }),
    fault("none", balancer({ internal: false, loadBalancerType: "application" })),
    fault("none, internet-facing by default, twin token", balancer({}, "alb")),
    fault("the web ACL of another balancer", [
      balancer(),
      association("arn:aws:elasticloadbalancing:us-east-1:111122223333:loadbalancer/app/other/0"),
    ]),
    fault("the web ACL of an API", [
      balancer(),
      association(ref("stage", "arn")),
      resource("aws:apigateway/stage:Stage", {}, { name: "stage" }),
    ]),
    undecided("an association known on update", [balancer(), association(unknown)]),
    undecided(
      "a scheme known on update",
      [
        balancer({ internal: ref("parameter", "value") }),
        resource("aws:ssm/parameter:Parameter", {}, { name: "parameter" }),
      ],
      { afterUpdate: "fault" },
    ),
  ],
  "elb-waf-fail-closed": [
    pass("closed by default", balancer()),
    pass("closed, twin token", balancer({ enableWafFailOpen: false }, "alb")),
    fault("open", balancer({ enableWafFailOpen: true })),
    fault("open, twin token", balancer({ enableWafFailOpen: true }, "alb")),
    fault("open as text", balancer({ enableWafFailOpen: "true" })),
    undecided("known on update", balancer({ enableWafFailOpen: unknown })),
  ],
  "cloudfront-waf": [
    pass("a web ACL", distribution({ webAclId: "arn:aws:wafv2:us-east-1:111122223333:global/webacl/a/b" })),
    pass("a wired web ACL", distribution({ webAclId: unknown })),
    pass(
      "a wired web ACL, multi-tenant",
      resource("aws:cloudfront/multitenantDistribution:MultitenantDistribution", { webAclId: unknown }),
    ),
    fault("none", distribution({})),
    fault("an empty one", distribution({ webAclId: "" })),
    fault("none, multi-tenant", resource("aws:cloudfront/multitenantDistribution:MultitenantDistribution", {})),
  ],
  "waf-v2-only": [
    pass("a web ACL of AWS WAF", resource("aws:wafv2/webAcl:WebAcl", { scope: "REGIONAL" })),
    pass("its association", association("arn:a")),
    fault("a global web ACL of AWS WAF Classic", resource("aws:waf/webAcl:WebAcl", {})),
    fault("a regional one", resource("aws:wafregional/webAcl:WebAcl", {})),
    fault("its association", association("arn:a", "wafregional")),
    fault("one known on update", resource("aws:waf/webAcl:WebAcl", { name: unknown })),
  ],
  "waf-api-protection": [
    pass("a user pool", [pool(), association(ref("pool", "arn"))]),
    pass("a GraphQL API", [graphQl(), association(ref("api", "arn"))]),
    pass("a user pool without PHI", pool({ tags: { "hipaa:phi": "false" } })),
    fault("a user pool alone", pool()),
    fault("a GraphQL API alone", graphQl()),
    fault("one of two", [graphQl(), pool(), association(ref("pool", "arn"))]),
    undecided("an association known on update", [pool(), association(unknown)]),
    undecided("tags known on update", pool({ tags: unknown })),
  ],
};
