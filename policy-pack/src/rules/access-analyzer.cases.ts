import { fault, pass, resource, undecided, unknown, type ServiceCases } from "../testing/cases";

const stack = resource("pulumi:pulumi:Stack", {});
const analyzer = (type: unknown) => resource("aws:accessanalyzer/analyzer:Analyzer", { type }, { name: "analyzer" });
const baseline = { config: { accountBaseline: true } };

export const accessAnalyzerCases: ServiceCases = {
  "iam-access-analyzer": [
    pass("an analyzer that says nothing, which means the account", [stack, analyzer(undefined)], baseline),
    pass("an analyzer of the organization", [stack, analyzer("ORGANIZATION")], baseline),
    pass("another stack", stack),
    fault("none", stack, baseline),
    fault("one of unused access only", [stack, analyzer("ACCOUNT_UNUSED_ACCESS")], baseline),
    undecided("a type known on update", [stack, analyzer(unknown)], baseline),
  ],
};
