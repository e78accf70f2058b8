import { fault, pass, ref, resource, undecided, unknown, type ServiceCases } from "../../testing/cases";

const link = (properties: Record<string, unknown> = {}) =>
  resource(
    "aws:apigatewayv2/integration:Integration",
    {
      connectionType: "VPC_LINK",
      integrationUri: ref("listener", "arn"),
      tlsConfig: { serverNameToVerify: "ehr.example.org" },
      ...properties,
    },
    { name: "link" },
  );
const listener = (protocol: unknown, type = "aws:lb/listener:Listener") =>
  resource(type, { protocol }, { name: "listener" });
const rest = (uri: unknown) => resource("aws:apigateway/integration:Integration", { type: "AWS", uri });
const subtype = (integrationSubtype: unknown) =>
  resource("aws:apigatewayv2/integration:Integration", { integrationSubtype });

export const integrationCases: ServiceCases = {
  "apigateway-vpc-link-tls": [
    pass("an HTTPS listener with a verified name", [link(), listener("HTTPS")]),
    pass("a TLS listener, twin token", [link(), listener("TLS", "aws:alb/listener:Listener")]),
    pass("an HTTP listener, which another rule judges", [link(), listener("HTTP")]),
    pass("an integration over the internet", [
      link({ connectionType: "INTERNET", tlsConfig: undefined }),
      listener("TCP"),
    ]),
    fault("a TCP listener", [link(), listener("TCP")]),
    fault("a name that is not verified", [link({ tlsConfig: undefined }), listener("HTTPS")]),
    undecided("a protocol known on update", [link(), listener(unknown)]),
    undecided("a connection type known on update", [
      link({ connectionType: unknown, tlsConfig: undefined }),
      listener("HTTPS"),
    ]),
    pass("no listener", [link({ integrationUri: undefined }), listener("TCP")]),
  ],
  "apigateway-integration-eligible": [
    pass("a queue", rest("arn:aws:apigateway:us-east-1:sqs:path/111122223333/letters")),
    pass("a service with a subdomain", rest("arn:aws:apigateway:us-east-1:runtime.sagemaker:path/endpoints/x")),
    pass("an address on the internet", rest("https://ehr.example.org")),
    pass("a subtype", subtype("SQS-SendMessage")),
    pass("no subtype", subtype(undefined)),
    fault("a service that has ended", rest("arn:aws:apigateway:us-east-1:cloudsearch:path/x")),
    fault("an unknown subtype", subtype("Honeycode-Query")),
    undecided("an address known on update", rest(unknown)),
    undecided("a subtype known on update", subtype(unknown)),
    pass("no address", rest(undefined)),
  ],
};
