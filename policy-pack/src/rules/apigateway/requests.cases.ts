import { fault, notApplicable, pass, ref, resource, undecided, unknown, type ServiceCases } from "../../testing/cases";

const method = (properties: Record<string, unknown>) =>
  resource("aws:apigateway/method:Method", { httpMethod: "POST", ...properties });
const route = (routeKey: unknown, properties: Record<string, unknown> = {}) =>
  resource("aws:apigatewayv2/route:Route", { routeKey, apiId: ref("api", "id"), ...properties });
const api = (protocolType: unknown, properties: Record<string, unknown> = {}) =>
  resource("aws:apigatewayv2/api:Api", { protocolType, ...properties }, { name: "api" });
const path = (pathPart: unknown) => resource("aws:apigateway/resource:Resource", { pathPart });
const jwt = { authorizationType: "JWT" };

export const requestCases: ServiceCases = {
  "apigateway-authorization": [
    pass("a method with IAM", method({ authorization: "AWS_IAM" })),
    pass("a preflight method", method({ httpMethod: "OPTIONS", authorization: "NONE" })),
    pass("a route with an authorizer", [route("GET /visits", jwt), api("HTTP")]),
    pass("a preflight route", [route("OPTIONS /{proxy+}"), api("HTTP")]),
    pass("the messages of a WebSocket", [route("sendMessage"), api("WEBSOCKET")]),
    pass("the default and the last message of a WebSocket", [
      route("$default"),
      resource("aws:apigatewayv2/route:Route", { routeKey: "$disconnect", apiId: ref("api", "id") }, { name: "end" }),
      api("WEBSOCKET"),
    ]),
    fault("an open method", method({ authorization: "NONE" })),
    fault("an open method with an API key", method({ authorization: "NONE", apiKeyRequired: true })),
    fault("an open method for every verb", method({ httpMethod: "ANY", authorization: "NONE" })),
    fault("a route that says nothing", [route("GET /visits"), api("HTTP")]),
    fault("an open route", [route("ANY /{proxy+}", { authorizationType: "NONE" }), api("HTTP")]),
    fault("the default route of an HTTP API", [route("$default"), api("HTTP")]),
    fault("the connection of a WebSocket", [route("$connect"), api("WEBSOCKET")]),
    fault("an API that makes its own route", api("HTTP", { target: "https://ehr.example.org" })),
    undecided("an authorization known on update", method({ authorization: unknown })),
    undecided("a default route of an API outside the stack", [
      resource("aws:apigatewayv2/route:Route", { routeKey: "$default", apiId: "a1b2c3" }),
    ]),
    undecided("the default route of an API whose protocol is known on update", [route("$default"), api(unknown)]),
  ],
  "apigateway-no-phi-in-request-mapping": [
    pass("an opaque id", method({ requestParameters: { "method.request.querystring.visitId": true } })),
    pass("a header", method({ requestParameters: { "method.request.header.email": true } })),
    pass("a path without a variable", path("email")),
    pass("a variable for an opaque id", path("{patientId}")),
    pass("a route with an opaque id", [route("GET /patients/{id}"), api("HTTP")]),
    pass("a name that configuration does not deny", path("{email}"), { config: { phiParameterNames: ["ssn"] } }),
    fault("a query parameter", method({ requestParameters: { "method.request.querystring.SSN": false } })),
    fault("a path parameter in words", method({ requestParameters: { "method.request.path.patient_name": true } })),
    fault("a variable of a path", path("{mrn}")),
    fault("a greedy variable of a path", path("{email+}")),
    fault("a variable of a route", [route("GET /patients/{mrn}/visits"), api("HTTP")]),
    undecided("parameters known on update", method({ requestParameters: unknown })),
    undecided("a path known on update", path(unknown)),
    pass("no parameters", method({})),
    pass("no part of a path, which AWS does not accept", path(undefined)),
    pass("no route, which AWS does not accept", [route(undefined), api("HTTP")]),
  ],
  "apigateway-request-validation": [
    pass("a validator", method({ requestValidatorId: "v1" })),
    pass("a wired validator", [
      method({ requestValidatorId: ref("validator", "id") }),
      resource("aws:apigateway/requestValidator:RequestValidator", {}, { name: "validator" }),
    ]),
    notApplicable("a preflight method", method({ httpMethod: "OPTIONS" })),
    fault("no validator", method({})),
    fault("an empty validator", method({ requestValidatorId: "" })),
  ],
};
