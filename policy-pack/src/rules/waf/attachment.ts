import { mustNotBeTrue, required } from "../../authoring/conditions";
import { resourceRule, stackRule, type Rule, type RuleConfig } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import { openReferrers } from "../../graph/open-referrers";
import type { GraphResource, StackGraph } from "../../graph/stack-graph";
import { balancerTypes, isBalancerType, isInternetFacing } from "../elb/balancers";
import { webAcl } from "./rule-lists";

const association = "aws:wafv2/webAclAssociation:WebAclAssociation";
const classicAssociation = "aws:wafregional/webAclAssociation:WebAclAssociation";

/** What a web ACL can be associated with. */
const protectable = [
  ...balancerTypes,
  "aws:apigateway/stage:Stage",
  "aws:appsync/graphQLApi:GraphQLApi",
  "aws:cognito/userPool:UserPool",
  "aws:apprunner/service:Service",
  "aws:verifiedaccess/instance:Instance",
  "aws:amplify/app:App",
];

/** Both kinds of association of a web ACL. */
export const webAclAssociations: readonly string[] = [association, classicAssociation];

/** Whether some association puts a web ACL in front of a resource. */
export function isProtected(graph: StackGraph, resource: GraphResource, types: readonly string[]): Truth {
  const own = types.flatMap((type) => graph.referrers(resource, type, "resourceArn"));
  const open = openReferrers(graph, types, "resourceArn", protectable);
  return Truth.any([Truth.of(own.length > 0), ...open.map(() => Truth.unknown("WebAclAssociation.resourceArn"))]);
}

const wafAttached = stackRule("elb-waf-attached", {
  config: {
    webAclsManagedElsewhere: {
      type: "boolean",
      description: "Whether web ACLs are attached outside of the stack, for example by AWS Firewall Manager.",
      default: false,
    },
  } satisfies RuleConfig,
  check: (stack, graph) => {
    if (stack.setting<boolean>("webAclsManagedElsewhere")) return;
    for (const balancer of graph.ofType(...balancerTypes)) {
      const isEdge = isBalancerType(balancer, "application").and(isInternetFacing(balancer));
      stack.expect(
        balancer,
        isEdge.not().or(isProtected(graph, balancer, [association, classicAssociation])),
        "the balancer faces the internet without a web ACL",
      );
    }
  },
});

const failClosed = resourceRule("elb-waf-fail-closed", {
  check: mustNotBeTrue("enableWafFailOpen", "requests pass when the web ACL cannot judge them"),
});

const cloudFront = resourceRule("cloudfront-waf", {
  check: required("webAclId", "the distribution has no web ACL"),
});

const classicTypes = ["aws:waf/webAcl:WebAcl", "aws:wafregional/webAcl:WebAcl", classicAssociation];

const v2Only = resourceRule("waf-v2-only", {
  // The successors are judged too, so that the report shows what was found in order.
  types: [...classicTypes, webAcl, association],
  faultsOnPresence: true,
  check: (resource) =>
    resource.expect(
      Truth.of(!classicTypes.includes(resource.type)),
      "the resource is one of AWS WAF Classic, which has come to its end",
    ),
});

const apis: Readonly<Record<string, string>> = {
  "aws:cognito/userPool:UserPool": "the user pool has no web ACL",
  "aws:appsync/graphQLApi:GraphQLApi": "the GraphQL API has no web ACL",
};

const apiProtection = stackRule("waf-api-protection", {
  check: (stack, graph) => {
    for (const [type, text] of Object.entries(apis)) {
      for (const api of graph.ofType(type)) {
        stack.expect(
          api,
          api
            .mayHoldPhi()
            .not()
            .or(isProtected(graph, api, [association])),
          text,
        );
      }
    }
  },
});

export const attachmentRules: readonly Rule[] = [wafAttached, failClosed, cloudFront, v2Only, apiProtection];
