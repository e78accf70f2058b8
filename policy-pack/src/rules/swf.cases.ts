import { fault, pass, resource, undecided, unknown, type ServiceCases } from "../testing/cases";

const domain = (workflowExecutionRetentionPeriodInDays: unknown) =>
  resource("aws:swf/domain:Domain", { workflowExecutionRetentionPeriodInDays });

export const swfCases: ServiceCases = {
  "swf-no-phi": [
    pass("the longest that AWS takes", domain("90")),
    pass("a day, as a number", domain(1)),
    fault("none", domain("NONE")),
    fault("zero days", domain("0")),
    fault("nothing said", domain(undefined)),
    undecided("known on update", domain(unknown)),
  ],
};
