import { fault, json, pass, ref, resource, undecided, unknown, type ServiceCases } from "../../testing/cases";

const api = (properties: Record<string, unknown> = {}) =>
  resource("aws:apigateway/restApi:RestApi", properties, { name: "api" });
const stage = resource(
  "aws:apigateway/stage:Stage",
  { restApi: ref("api", "id"), stageName: "prod" },
  { name: "stage" },
);
const association = (resourceArn: unknown) =>
  resource("aws:wafv2/webAclAssociation:WebAclAssociation", { resourceArn }, { name: "association" });
const isPrivate = { endpointConfiguration: { types: "PRIVATE" } };
const document = (key: string) =>
  json({
    Statement: [
      { Effect: "Allow", Principal: "*", Action: "execute-api:Invoke", Resource: "*" },
      { Effect: "Deny", Principal: "*", Action: "*", Condition: { StringNotEquals: { [key]: "vpce-1" } } },
    ],
  });
const policy = (properties: Record<string, unknown>) =>
  resource(
    "aws:apigateway/restApiPolicy:RestApiPolicy",
    { restApiId: ref("api", "id"), ...properties },
    { name: "policy" },
  );

const httpApi = (allowOrigins?: unknown) =>
  resource("aws:apigatewayv2/api:Api", {
    protocolType: "HTTP",
    ...(allowOrigins === undefined ? {} : { corsConfiguration: { allowOrigins } }),
  });

export const exposureCases: ServiceCases = {
  "apigateway-cors": [
    pass("nothing said, so no script of another origin calls it", httpApi()),
    pass("one origin", httpApi(["https://portal.clinic.example"])),
    pass("the subdomains of one", httpApi(["https://*.clinic.example"])),
    fault("every origin", httpApi(["*"])),
    fault("every origin beside one", httpApi(["https://portal.clinic.example", "*"])),
    fault("every origin by HTTPS", httpApi(["https://*"])),
    fault("every origin beside one known on update", httpApi([unknown, "*"])),
    undecided("origins known on update", httpApi(unknown)),
    undecided("one known on update", httpApi(["https://portal.clinic.example", unknown])),
  ],
  "apigateway-private-or-waf": [
    pass("a stage with a web ACL", [api(), stage, association(ref("stage", "arn"))]),
    pass("a private API with an inline policy", [api({ ...isPrivate, policy: document("aws:SourceVpce") }), stage]),
    pass("a private API with a policy of its own", [api(isPrivate), policy({ policy: document("aws:SourceVpc") })]),
    pass("a list with one type", [
      api({ endpointConfiguration: { types: ["PRIVATE"] }, policy: document("aws:SourceVpce") }),
    ]),
    pass("an API without stages", api()),
    pass("web ACLs that somebody else attaches", [api(), stage], { config: { webAclsManagedElsewhere: true } }),
    fault("a stage of an edge API without a web ACL", [api(), stage], { at: ["stage"] }),
    fault("a stage of a regional API", [api({ endpointConfiguration: { types: "REGIONAL" } }), stage], {
      at: ["stage"],
    }),
    fault("a web ACL of something else", [api(), stage, association("arn:aws:elasticloadbalancing:x")], {
      at: ["stage"],
    }),
    fault("a private API without a policy", [api(isPrivate), stage], { at: ["api"] }),
    fault("a private API whose policy names no endpoint", [api({ ...isPrivate, policy: document("aws:username") })], {
      at: ["api"],
    }),
    undecided("a web ACL for something known on update", [api(), stage, association(unknown)], { at: ["stage"] }),
    undecided("a type known on update", [api({ endpointConfiguration: unknown }), stage], { at: ["api", "stage"] }),
    undecided("a policy known on update", [api(isPrivate), policy({ policy: unknown })], { at: ["api"] }),
    undecided("a policy of an API known on update", [
      api(isPrivate),
      policy({ restApiId: unknown, policy: document("aws:SourceVpce") }),
    ]),
  ],
};
