import { fault, pass, ref, resource, undecided, unknown, type ServiceCases } from "../../testing/cases";

const alarm = (properties: Record<string, unknown> = {}) =>
  resource("aws:cloudwatch/metricAlarm:MetricAlarm", properties);
const composite = (properties: Record<string, unknown> = {}) =>
  resource("aws:cloudwatch/compositeAlarm:CompositeAlarm", properties);
const dashboard = (dashboardBody: unknown) => resource("aws:cloudwatch/dashboard:Dashboard", { dashboardBody });
const filter = (dimensions: unknown) =>
  resource("aws:cloudwatch/logMetricFilter:LogMetricFilter", { metricTransformation: { name: "calls", dimensions } });
const topic = resource("aws:sns/topic:Topic", {}, { name: "topic" });

export const metricCases: ServiceCases = {
  "cloudwatch-alarms-have-actions": [
    pass("a wired topic", [alarm({ alarmActions: [ref("topic", "arn")] }), topic]),
    pass("an action when all is well again", alarm({ okActions: ["arn"] })),
    pass("a composite alarm with an action", composite({ alarmActions: ["arn"] })),
    pass("actions known on update", alarm({ alarmActions: unknown })),
    fault("no action", alarm()),
    fault("an empty list", alarm({ alarmActions: [] })),
    fault("a composite alarm without an action", composite()),
    fault("actions switched off", alarm({ alarmActions: ["arn"], actionsEnabled: false })),
    undecided("switched on or off on update", alarm({ alarmActions: ["arn"], actionsEnabled: unknown })),
  ],
  "cloudwatch-no-phi-in-metrics": [
    pass("a dimension of a load balancer", alarm({ dimensions: { LoadBalancer: "app/web/0123456789abcdef" } })),
    pass("no dimensions", alarm()),
    fault("a record number in a dimension", alarm({ dimensions: { Patient: "MRN0012345" } })),
    fault(
      "a record number in a query",
      alarm({ metricQueries: [{ metric: { dimensions: { Chart: "MRN0012345" } } }] }),
    ),
    fault("a configured word in a dimension", alarm({ dimensions: { Ward: "Oncology" } }), {
      config: { denyWords: ["oncology"] },
    }),
    undecided("a dimension known on update", alarm({ dimensions: { Chart: unknown } })),
    fault("a social security number on a dashboard", dashboard('{"title":"123-45-6789"}')),
    pass("a dashboard without", dashboard('{"title":"errors"}')),
    pass("a field that identifies nobody", filter({ Status: "$.status", Api: "$.requestParameters.api" })),
    fault("a field that identifies a person", filter({ Who: "$.patientId" })),
    fault("a field inside another that identifies a person", filter({ Who: "$.request.body.email" })),
    fault("a field in brackets", filter({ Who: "$.request['ssn']" })),
    pass("the address of a caller", filter({ From: "$.sourceIPAddress" })),
    pass("a field that only begins alike inside a path", filter({ Kind: "$.patient.visitKind" })),
    undecided("fields known on update", filter(unknown)),
    pass("an empty dashboard", dashboard(undefined)),
    pass("a metric filter without dimensions", filter(undefined)),
  ],
};
