import { fault, pass, resource, undecided, unknown, type ServiceCases } from "../testing/cases";

type Properties = Record<string, unknown>;
const stack = resource("pulumi:pulumi:Stack", {});
const baseline = { config: { accountBaseline: true } };
const account = (properties: Properties = {}) =>
  resource("aws:securityhub/account:Account", properties, { name: "account" });
const accountV2 = resource("aws:securityhub/accountV2:AccountV2", {}, { name: "account" });
const follow = (standardsArn: unknown, name = String(standardsArn)) =>
  resource("aws:securityhub/standardsSubscription:StandardsSubscription", { standardsArn }, { name });
const best = follow("arn:aws:securityhub:us-east-1::standards/aws-foundational-security-best-practices/v/1.0.0");
const nist = follow("arn:aws:securityhub:us-east-1::standards/nist-800-53/v/5.0.0");
const aggregator = (linkingMode: unknown) =>
  resource("aws:securityhub/findingAggregator:FindingAggregator", { linkingMode }, { name: "aggregator" });

export const securityhubCases: ServiceCases = {
  "securityhub-enabled": [
    pass("both standards", [stack, account({ enableDefaultStandards: false }), best, nist], baseline),
    pass("best practices by default", [stack, account(), nist], baseline),
    pass("the second version", [stack, accountV2, best, nist], baseline),
    pass("an aggregator of all Regions", [stack, account(), nist, aggregator("ALL_REGIONS")], baseline),
    pass("another stack", stack),
    fault("nothing", stack, baseline),
    fault("standards alone", [stack, best, nist], baseline),
    fault("no best practices", [stack, account({ enableDefaultStandards: false }), nist], baseline),
    fault("no best practices with the second version", [stack, accountV2, nist], baseline),
    fault("no NIST", [stack, account()], baseline),
    fault("new controls off", [stack, account({ autoEnableControls: false }), nist], { ...baseline, at: ["account"] }),
    fault("an aggregator of no Region", [stack, account(), nist, aggregator("NO_REGIONS")], {
      ...baseline,
      at: ["aggregator"],
    }),
    undecided("a standard known on update", [stack, account(), follow(unknown, "later")], baseline),
    undecided("the switch for new controls known on update", [stack, account({ autoEnableControls: unknown }), nist], {
      ...baseline,
      at: ["account"],
    }),
  ],
};
