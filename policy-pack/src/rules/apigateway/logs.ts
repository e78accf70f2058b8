import { required } from "../../authoring/conditions";
import { resourceRule, type Rule } from "../../authoring/rule";

const accessLogs = resourceRule("apigateway-access-logs", {
  check: required("accessLogSettings.destinationArn", "the stage writes no access log"),
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

export const logRules: readonly Rule[] = [accessLogs, noPayload];
