import { fault, pass, resource, undecided, unknown, type ServiceCases } from "../testing/cases";

const stack = resource("pulumi:pulumi:Stack", {});
const baseline = { config: { accountBaseline: true } };
const enabler = (resourceTypes: unknown, name = "enabler") =>
  resource("aws:inspector2/enabler:Enabler", { accountIds: ["111122223333"], resourceTypes }, { name });

export const inspectorCases: ServiceCases = {
  "inspector-v2-enabled": [
    pass("all three", [stack, enabler(["EC2", "ECR", "LAMBDA"])], baseline),
    pass("all three and more", [stack, enabler(["EC2", "ECR", "LAMBDA", "LAMBDA_CODE"])], baseline),
    pass("all three by two resources", [stack, enabler(["EC2", "ECR"]), enabler(["LAMBDA"], "second")], baseline),
    pass("another stack", [stack, enabler(["EC2"])]),
    fault("nothing", stack, baseline),
    fault("no functions", [stack, enabler(["EC2", "ECR"])], baseline),
    fault("code of functions only", [stack, enabler(["EC2", "ECR", "LAMBDA_CODE"])], baseline),
    fault("no instances", [stack, enabler(["ECR", "LAMBDA"])], baseline),
    fault("no images", [stack, enabler(["EC2", "LAMBDA"])], baseline),
    undecided("known on update", [stack, enabler(unknown)], baseline),
  ],
};
