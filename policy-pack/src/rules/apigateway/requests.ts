import type { ResourceCheck } from "../../authoring/resource-check";
import { required } from "../../authoring/conditions";
import { resourceRule, stackRule, type Rule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import { asText, type Value } from "../../authoring/value";
import type { GraphResource, StackGraph } from "../../graph/stack-graph";
import { namesIdentifier } from "../../knowledge/identifier-names";

const method = "aws:apigateway/method:Method";
const route = "aws:apigatewayv2/route:Route";
const httpApi = "aws:apigatewayv2/api:Api";

const authorization = stackRule("apigateway-authorization", {
  // Only the API tells whether its default route takes HTTP requests or WebSocket messages, which were authorized when
  // they connected; and one with a target makes itself a route that cannot be authorized. Hence a rule of the stack.
  types: [method, route, httpApi],
  check: (stack, graph) => {
    for (const one of graph.ofType(method)) {
      const isOpen = one.get("authorization").isGiven().not().or(one.get("authorization").isOneOf("NONE"));
      stack.expect(one, isOpen.not().or(one.get("httpMethod").isOneOf("OPTIONS")), "the method answers anyone");
    }
    for (const one of graph.ofType(route)) {
      const isOpen = one.get("authorizationType").isGiven().not().or(one.get("authorizationType").isOneOf("NONE"));
      stack.expect(one, isOpen.not().or(takesNoAuthorization(graph, one)), "the route answers anyone");
    }
    for (const api of graph.ofType(httpApi)) {
      stack.expect(
        api,
        api.get("target").isGiven().not(),
        "the route that the API makes for its target answers anyone",
      );
    }
  },
});

/** Preflight requests, and the messages of a WebSocket, which was authorized when it connected. */
function takesNoAuthorization(graph: StackGraph, one: GraphResource): Truth {
  const key = one.get("routeKey");
  if (key.text !== "$default") return key.matches(/^(OPTIONS\s.*|\$disconnect|[^$\s/][^\s/]*)$/i);
  const { targets } = graph.references(one, "apiId", httpApi);
  const protocols = targets.map((api) => api.get("protocolType").isOneOf("WEBSOCKET"));
  return protocols.length > 0 ? Truth.any(protocols) : Truth.unknown("apiId");
}

const identifierNames = ["ssn", "mrn", "dob", "birthdate", "diagnosis", "patientname", "email", "phone"];

const noPhiInMapping = resourceRule("apigateway-no-phi-in-request-mapping", {
  config: {
    phiParameterNames: {
      type: "array",
      items: { type: "string" },
      description: "Names that parameters of a path or a query string must not have, in any notation.",
      default: identifierNames,
    },
  },
  check: (resource) => {
    const denied = resource.setting<readonly string[]>("phiParameterNames");
    resource.expect(
      Truth.any([
        parametersName(resource, denied),
        ...["pathPart", "routeKey"].map((path) => pathNames(resource.get(path), denied)),
      ]).not(),
      "a parameter of the path or the query string is named like an identifier of a person",
    );
  },
});

/** Whether a method declares a parameter of the path or the query string that is named like an identifier. */
function parametersName(resource: ResourceCheck, denied: readonly string[]): Truth {
  const parameters = resource.get("requestParameters");
  if (resource.type !== method) return Truth.no;
  if (parameters.isUnknown) return parameters.asUnknown();
  const names = parameters.entries().map(([key]) => /^method\.request\.(?:querystring|path)\.(.+)$/i.exec(key)?.[1]);
  return Truth.of(names.some((name) => name !== undefined && namesIdentifier(name, denied)));
}

/** Whether a variable of a path, `{mrn}`, is named like an identifier. */
function pathNames(path: Value, denied: readonly string[]): Truth {
  return path.whenKnown((raw) =>
    [...asText(raw).matchAll(/\{([^}]*)\}/g)].some((variable) => namesIdentifier(variable[1] ?? "", denied)),
  );
}

const validation = resourceRule("apigateway-request-validation", {
  check: (resource) => {
    resource.onlyWhen(resource.get("httpMethod").isOneOf("OPTIONS").not(), "answers preflight requests");
    required("requestValidatorId", "requests reach the back end without being validated")(resource);
  },
});

export const requestRules: readonly Rule[] = [authorization, noPhiInMapping, validation];
