import { fault, pass, resource, undecided, unknown, type ServiceCases } from "../testing/cases";

const machine = (properties: Record<string, unknown> = {}) => resource("aws:sfn/stateMachine:StateMachine", properties);

export const stepfunctionsCases: ServiceCases = {
  "sfn-no-execution-data-in-logs": [
    pass("left out", machine({ loggingConfiguration: { level: "ALL", includeExecutionData: false } })),
    pass("nothing said", machine({ loggingConfiguration: { level: "ALL" } })),
    pass("no logs", machine()),
    fault("kept", machine({ loggingConfiguration: { includeExecutionData: true } })),
    fault("kept, as text", machine({ loggingConfiguration: { includeExecutionData: "true" } })),
    undecided("known on update", machine({ loggingConfiguration: { includeExecutionData: unknown } })),
    undecided("a configuration known on update", machine({ loggingConfiguration: unknown })),
  ],
};
