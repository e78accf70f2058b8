import { fault, pass, ref, resource, undecided, unknown, type ServiceCases } from "../../testing/cases";

const rest = (properties: Record<string, unknown> = {}) =>
  resource("aws:apigateway/stage:Stage", { restApi: "a1b2c3", stageName: "prod", ...properties });
const http = (properties: Record<string, unknown> = {}) => resource("aws:apigatewayv2/stage:Stage", properties);
const settings = (values: unknown) =>
  resource("aws:apigateway/methodSettings:MethodSettings", { methodPath: "*/*", settings: values });
const format = (text: unknown) => ({ accessLogSettings: { destinationArn: "x", format: text } });
const account = (properties: Record<string, unknown>) => resource("aws:apigateway/account:Account", properties);
const logs = resource("aws:cloudwatch/logGroup:LogGroup", {}, { name: "logs" });

export const logCases: ServiceCases = {
  "apigateway-access-logs": [
    pass("a wired log group", [rest({ accessLogSettings: { destinationArn: ref("logs", "arn"), format: "x" } }), logs]),
    pass("a literal destination of an HTTP API", [
      http({ accessLogSettings: { destinationArn: "arn:aws:logs:us-east-1:111122223333:log-group:api" } }),
    ]),
    pass("settings known on update", rest({ accessLogSettings: unknown })),
    fault("a REST stage without", rest()),
    fault("an HTTP stage without", http()),
    fault("an empty destination", rest({ accessLogSettings: { destinationArn: "", format: "x" } })),
  ],
  "apigateway-access-log-format": [
    pass("ids, the caller's address and the pattern of the path", [
      rest(format("$context.requestId $context.identity.sourceIp $context.resourcePath $context.status")),
    ]),
    pass("no format", rest({ accessLogSettings: { destinationArn: "x" } })),
    pass("no access log, which another rule judges", http()),
    fault("the path as it was called", rest(format("$context.requestId $context.path"))),
    fault("the path at the end of JSON", http(format('{"path":"$context.path"}'))),
    fault("the body", rest(format("$context.requestId $input.body"))),
    fault("the query string", http(format("$context.requestId $context.identity.querystring"))),
    fault("a claim of the user", http(format("$context.requestId $context.authorizer.claims.email"))),
    undecided("known on update", rest(format(unknown))),
    undecided("settings known on update", rest({ accessLogSettings: unknown })),
  ],
  "apigateway-account-log-role": [
    pass("a role", account({ cloudwatchRoleArn: "arn:aws:iam::111122223333:role/api-logs" })),
    pass("a role known on update", account({ cloudwatchRoleArn: unknown })),
    fault("no role", account({})),
    fault("an empty role", account({ cloudwatchRoleArn: "" })),
  ],
  "apigateway-execution-logs-no-payload": [
    pass("off", settings({ dataTraceEnabled: false, loggingLevel: "INFO" })),
    pass("nothing said", settings({ loggingLevel: "INFO" })),
    pass("an HTTP stage that says nothing", http()),
    fault("on", settings({ dataTraceEnabled: true })),
    fault("on, as text", settings({ dataTraceEnabled: "true" })),
    fault("on by default for the routes of a stage", http({ defaultRouteSettings: { dataTraceEnabled: true } })),
    fault("on for one route", [
      http({ routeSettings: [{ routeKey: "a" }, { routeKey: "b", dataTraceEnabled: true }] }),
    ]),
    fault("on for one route beside an unknown one", [
      http({ routeSettings: [unknown, { routeKey: "b", dataTraceEnabled: true }] }),
    ]),
    undecided("known on update", settings({ dataTraceEnabled: unknown })),
    undecided("settings known on update", settings(unknown)),
  ],
};
