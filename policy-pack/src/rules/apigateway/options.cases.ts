import { fault, pass, resource, undecided, unknown, type ServiceCases } from "../../testing/cases";

const rest = (properties: Record<string, unknown> = {}) => resource("aws:apigateway/restApi:RestApi", properties);
const http = (properties: Record<string, unknown> = {}) => resource("aws:apigatewayv2/api:Api", properties);
const stage = (properties: Record<string, unknown> = {}) => resource("aws:apigateway/stage:Stage", properties);
const settings = (values: unknown) => resource("aws:apigateway/methodSettings:MethodSettings", { settings: values });

export const optionCases: ServiceCases = {
  "apigateway-default-endpoint-off": [
    pass("off", rest({ disableExecuteApiEndpoint: true })),
    pass("off for an HTTP API", http({ disableExecuteApiEndpoint: true })),
    pass("a private API", rest({ endpointConfiguration: { types: "PRIVATE" } })),
    pass("an API with a TLS policy of its own", rest({ securityPolicy: "SecurityPolicy_TLS13_1_3_2025_09" })),
    fault("nothing said", rest()),
    fault("an HTTP API that says nothing", http()),
    fault("an old TLS policy", rest({ securityPolicy: "TLS_1_0" })),
    undecided("known on update", http({ disableExecuteApiEndpoint: unknown })),
  ],
  "apigateway-cache-invalidation-auth": [
    pass("asked for", settings({ requireAuthorizationForCacheControl: true })),
    pass("nothing said", settings({ cachingEnabled: true })),
    fault("not asked for", settings({ requireAuthorizationForCacheControl: false })),
    undecided("known on update", settings(unknown)),
  ],
  "apigateway-client-certificate": [
    pass("a certificate", stage({ clientCertificateId: "abc" })),
    pass("a certificate known on update", stage({ clientCertificateId: unknown })),
    fault("none", stage()),
    fault("an empty one", stage({ clientCertificateId: "" })),
  ],
  "apigateway-xray-tracing": [
    pass("on", stage({ xrayTracingEnabled: true })),
    pass(
      "on, and nothing else that other rules ask for",
      stage({ xrayTracingEnabled: true, accessLogSettings: undefined }),
    ),
    fault("off", stage({ xrayTracingEnabled: false })),
    fault("nothing said", stage()),
    undecided("known on update", stage({ xrayTracingEnabled: unknown })),
  ],
};
