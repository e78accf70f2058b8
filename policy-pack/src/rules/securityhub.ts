import { stackRule, type Rule } from "../authoring/rule";
import { Truth } from "../authoring/truth";
import type { GraphResource } from "../graph/stack-graph";
import { accountBaseline, expectInBaseline } from "../knowledge/account-baseline";

const account = "aws:securityhub/account:Account";
const accountV2 = "aws:securityhub/accountV2:AccountV2";
const subscription = "aws:securityhub/standardsSubscription:StandardsSubscription";
const aggregator = "aws:securityhub/findingAggregator:FindingAggregator";

const enabled = stackRule("securityhub-enabled", {
  // Whatever the stack holds: that Security Hub is missing is the fault.
  types: ["*"],
  config: accountBaseline,
  check: (stack, graph) => {
    const accounts = graph.ofType(account);
    const subscriptions = graph.ofType(subscription);
    const isOn = accounts.length > 0 || graph.ofType(accountV2).length > 0;
    expectInBaseline(stack, graph, () =>
      isOn ? undefined : { fault: "the account baseline does not switch Security Hub on" },
    );
    if (!isOn) return;
    const follows = (pattern: RegExp): Truth =>
      Truth.any(subscriptions.map((one) => one.get("standardsArn").matches(pattern)));
    expectInBaseline(stack, graph, () => ({
      unless: Truth.any([...accounts.map(takesDefaults), follows(/\/aws-foundational-security-best-practices\//)]),
      fault: "Security Hub does not follow the standard of foundational best practices",
    }));
    expectInBaseline(stack, graph, () => ({
      unless: follows(/\/nist-800-53\//),
      fault: "Security Hub does not follow the standard NIST SP 800-53",
    }));
    for (const one of accounts) {
      expectInBaseline(stack, graph, () => ({
        at: one,
        unless: one.get("autoEnableControls").isFalse().not(),
        fault: "new controls of the standards stay off",
      }));
    }
    for (const one of graph.ofType(aggregator)) {
      expectInBaseline(stack, graph, () => ({
        at: one,
        unless: one.get("linkingMode").isOneOf("ALL_REGIONS", "ALL_REGIONS_EXCEPT_SPECIFIED", "SPECIFIED_REGIONS"),
        fault: "the aggregator gathers findings of no other Region",
      }));
    }
  },
});

/** AWS switches the foundational best practices on by itself, unless told not to. */
function takesDefaults(one: GraphResource): Truth {
  return one.get("enableDefaultStandards").isFalse().not();
}

/** Rules on AWS Security Hub. */
export const securityhubRules: readonly Rule[] = [enabled];
