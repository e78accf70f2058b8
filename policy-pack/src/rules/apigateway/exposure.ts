import { resourceRule, stackRule, type Rule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import type { Value } from "../../authoring/value";
import { isProviderFilled } from "../../graph/declared";
import type { GraphResource, StackGraph } from "../../graph/stack-graph";
import type { Statement } from "../../knowledge/policy-document";
import { anyStatement } from "../../knowledge/policy-statements";
import { isProtected, webAclAssociations } from "../waf/attachment";
import { restApi, stagesOf } from "./stages";

const restApiPolicy = "aws:apigateway/restApiPolicy:RestApiPolicy";

const privateOrWaf = stackRule("apigateway-private-or-waf", {
  // Without a REST API there is nothing to judge.
  types: [restApi],
  config: {
    webAclsManagedElsewhere: {
      type: "boolean",
      description: "Whether web ACLs are attached outside of the stack, for example by AWS Firewall Manager.",
      default: false,
    },
  },
  check: (stack, graph) => {
    for (const api of graph.ofType(restApi)) {
      const isPrivate = api.get("endpointConfiguration.types").some((type) => type.isOneOf("PRIVATE"));
      stack.expect(
        api,
        isPrivate.not().or(namesEndpoint(graph, api)),
        "the private API has no policy that names the VPC endpoint its callers come through",
      );
      if (stack.setting<boolean>("webAclsManagedElsewhere")) continue;
      for (const stage of stagesOf(graph, api)) {
        stack.expect(
          stage,
          isPrivate.or(isProtected(graph, stage, webAclAssociations)),
          "the stage of a public API has no web ACL",
        );
      }
    }
  },
});

/** Whether a policy of an API, inline or of its own, names the endpoint or the VPC that callers come through. */
function namesEndpoint(graph: StackGraph, api: GraphResource): Truth {
  const own = graph.referrers(api, restApiPolicy, "restApiId").map((one) => one.get("policy"));
  const inline = isProviderFilled(api, "policy") ? [] : [api.get("policy")];
  const open = graph
    .unresolvedReferrers(restApiPolicy, "restApiId", restApi)
    .map((one) => one.get("restApiId").asUnknown());
  return Truth.any([...[...own, ...inline].map((policy: Value) => anyStatement(policy, isByEndpoint)), ...open]);
}

function isByEndpoint({ conditions }: Statement): boolean {
  return [...conditions.values()].some((keys) => keys.has("aws:sourcevpce") || keys.has("aws:sourcevpc"));
}

const cors = resourceRule("apigateway-cors", {
  check: (api) =>
    api.expect(
      api
        .get("corsConfiguration.allowOrigins")
        .some((origin) => origin.isOneOf("*", "https://*", "http://*"))
        .not(),
      "the API lets scripts of every origin call it",
    ),
});

export const exposureRules: readonly Rule[] = [privateOrWaf, cors];
