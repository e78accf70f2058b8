import { required } from "../../authoring/conditions";
import { resourceRule, type Rule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import { asText } from "../../authoring/value";

const accessLogs = resourceRule("apigateway-access-logs", {
  check: (stage) => {
    // Settings name their destination always: a wired block has one.
    const settings = stage.get("accessLogSettings");
    const isLogged = settings.isUnknown ? Truth.yes : settings.get("destinationArn").isGiven();
    stage.expect(isLogged, "the stage writes no access log");
  },
});

/** Variables of a log format that bring bodies, query strings, the path as it was called, or personal claims. */
const personal: readonly RegExp[] = [
  /\$input\b/i,
  /querystring/i,
  /\$context\.path\b(?!\.)/i,
  /\$context\.authorizer\.(?:jwt\.)?claims\.(?:email|name|given_name|family_name|phone|birthdate|address)/i,
];

const logFormat = resourceRule("apigateway-access-log-format", {
  check: (resource) =>
    resource.expect(
      resource
        .get("accessLogSettings.format")
        .whenKnown((raw) => personal.some((variable) => variable.test(asText(raw))))
        .not(),
      "the access log records the path or query string of requests, their bodies or personal claims",
    ),
});

const noPayload = resourceRule("apigateway-execution-logs-no-payload", {
  check: (resource) => {
    const fault = "full request and response tracing is on, which writes bodies to the log";
    resource.expect(resource.get("settings.dataTraceEnabled").isTrue().not(), fault);
    resource.expect(resource.get("defaultRouteSettings.dataTraceEnabled").isTrue().not(), fault);
    resource.expect(
      resource.get("routeSettings").every((route) => route.get("dataTraceEnabled").isTrue().not()),
      fault,
    );
  },
});

const accountLogRole = resourceRule("apigateway-account-log-role", {
  check: required("cloudwatchRoleArn", "the account has no role by which API Gateway can write execution logs"),
});

export const logRules: readonly Rule[] = [accessLogs, logFormat, noPayload, accountLogRole];
