import { fault, json, pass, ref, resource, undecided, unknown, type ServiceCases } from "../../testing/cases";

const restDomain = (properties: Record<string, unknown> = {}) =>
  resource("aws:apigateway/domainName:DomainName", properties);
const httpDomain = (domainNameConfiguration: unknown) =>
  resource("aws:apigatewayv2/domainName:DomainName", { domainNameConfiguration });
const rest = (properties: Record<string, unknown>) =>
  resource("aws:apigateway/integration:Integration", { type: "HTTP_PROXY", ...properties });
const http = (integrationUri: unknown) =>
  resource("aws:apigatewayv2/integration:Integration", { integrationType: "HTTP_PROXY", integrationUri });
const restApi = (body: unknown) => resource("aws:apigateway/restApi:RestApi", { body });
const httpApi = (properties: Record<string, unknown>) => resource("aws:apigatewayv2/api:Api", properties);
const openApi = (integration: Record<string, unknown>) =>
  json({
    info: { contact: { url: "http://clinic.example.org" } },
    paths: { "/visits": { get: { "x-amazon-apigateway-integration": integration } } },
  });
const yaml = (uri: string) => `paths:\n  /:\n    get:\n      x-amazon-apigateway-integration:\n        uri: ${uri}\n`;

export const transportCases: ServiceCases = {
  "apigateway-domain-tls12": [
    pass("TLS 1.2 on a REST domain", restDomain({ securityPolicy: "TLS_1_2" })),
    pass("a newer policy", restDomain({ securityPolicy: "SecurityPolicy_TLS13_1_3_2025_09" })),
    pass("TLS 1.2 on an HTTP domain", httpDomain({ securityPolicy: "TLS_1_2" })),
    fault("TLS 1.0 on a REST domain", restDomain({ securityPolicy: "TLS_1_0" })),
    fault("nothing said on a REST domain", restDomain()),
    fault("TLS 1.0 on an HTTP domain", httpDomain({ securityPolicy: "TLS_1_0" })),
    fault("nothing said on an HTTP domain", httpDomain({ endpointType: "REGIONAL" })),
    undecided("known on update", restDomain({ securityPolicy: unknown })),
    undecided("a configuration known on update", httpDomain(unknown)),
  ],
  "apigateway-integration-tls": [
    pass("HTTPS", rest({ uri: "HTTPS://ehr.example.org/v1" })),
    pass("a function", rest({ type: "AWS_PROXY", uri: "arn:aws:apigateway:us-east-1:lambda:path/x" })),
    pass("a function known on update", rest({ type: "AWS_PROXY", uri: unknown })),
    pass("an integration without a back end", rest({ type: "MOCK" })),
    undecided("a back end known on update", rest({ type: "HTTP_PROXY", uri: unknown })),
    pass("a name that leads nowhere", rest({ uri: "http://nothing.localhost/" })),
    pass("HTTPS of an HTTP API", http("https://ehr.example.org")),
    pass("a listener of an HTTP API", http("arn:aws:elasticloadbalancing:us-east-1:111122223333:listener/app/x/y/z")),
    pass("a document with HTTPS", restApi(openApi({ uri: "https://ehr.example.org" }))),
    pass("a document in YAML with HTTPS", httpApi({ body: yaml("https://ehr.example.org") })),
    pass("an API without a document or a target", httpApi({ protocolType: "HTTP" })),
    fault("HTTP", rest({ uri: "http://ehr.example.org/v1" })),
    fault("HTTP in capitals", rest({ uri: "HTTP://ehr.example.org/v1" })),
    fault("HTTP to a host that a stage variable names", rest({ uri: "http://${stageVariables.host}/" })),
    fault("HTTP to a host that only begins with localhost", rest({ uri: "http://localhost.example.org/" })),
    fault("certificates that are not verified", [
      rest({ uri: "https://ehr.example.org", tlsConfig: { insecureSkipVerification: true } }),
    ]),
    fault("certificates that are not verified, at an address known on update", [
      rest({ uri: unknown, tlsConfig: { insecureSkipVerification: "true" } }),
    ]),
    fault("HTTP of an HTTP API", http("http://ehr.example.org")),
    fault("a quick-create target with HTTP", httpApi({ target: "http://ehr.example.org" })),
    fault("a document with HTTP", restApi(openApi({ uri: "http://ehr.example.org" }))),
    fault("a document that skips verification", [
      httpApi({ body: openApi({ uri: "https://x", tlsConfig: { insecureSkipVerification: true } }) }),
    ]),
    fault("a document in YAML with HTTP", restApi(yaml('"http://ehr.example.org"'))),
    undecided("an address whose scheme a stage variable brings", rest({ uri: "${stageVariables.back}/v1" })),
    undecided("an address known on update", http(unknown)),
    undecided("a document known on update", restApi(unknown)),
    undecided(
      "the wired address of a function",
      [rest({ uri: ref("fn", "arn") }), resource("aws:lambda/function:Function", {}, { name: "fn" })],
      { afterUpdate: "pass" },
    ),
    pass("an HTTP API without an address", http(undefined)),
  ],
};
