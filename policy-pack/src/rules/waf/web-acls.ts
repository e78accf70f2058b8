import { both, mustBeTrue } from "../../authoring/conditions";
import { resourceRule, stackRule, type Rule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import type { Value } from "../../authoring/value";
import { acts, ruleGroup, rulesOf, stands, webAcl } from "./rule-lists";

const hasRules = stackRule("waf-has-rules", {
  check: (stack, graph) => {
    for (const owner of graph.ofType(webAcl, ruleGroup)) {
      const { rules, open } = rulesOf(graph, owner);
      const kind = owner.type === webAcl ? "web ACL" : "rule group";
      stack.expect(
        owner,
        Truth.any([...rules.map(acts), ...open]),
        `the ${kind} has no rule that does more than count`,
      );
    }
  },
});

const webAclRules = stackRule("waf-web-acl-rules", {
  config: {
    managedGroups: {
      type: "array",
      items: { type: "string" },
      description: "Managed rule groups of AWS that every web ACL has to hold.",
      default: [
        "AWSManagedRulesCommonRuleSet",
        "AWSManagedRulesKnownBadInputsRuleSet",
        "AWSManagedRulesSQLiRuleSet",
        "AWSManagedRulesAmazonIpReputationList",
      ],
    },
  },
  check: (stack, graph) => {
    for (const acl of graph.ofType(webAcl)) {
      const { rules, open } = rulesOf(graph, acl);
      const some = (condition: (rule: Value) => Truth): Truth =>
        Truth.any([...rules.map((rule) => condition(rule).and(acts(rule))), ...open]);
      // waf-has-rules reports a web ACL without any rule.
      if (Truth.any([...rules.map(acts), ...open]).isNo) continue;
      for (const group of stack.setting<readonly string[]>("managedGroups")) {
        const name = "statement.managedRuleGroupStatement.name";
        stack.expect(
          acl,
          some((rule) => rule.get(name).isOneOf(group)),
          `the managed rule group ${group} is missing or only counts`,
        );
      }
      stack.expect(
        acl,
        some((rule) => stands(rule.get("statement.rateBasedStatement"))),
        "a rate-based rule is missing or only counts",
      );
    }
  },
});

const visibility = resourceRule("waf-visibility", {
  config: {
    acceptSampledRequests: {
      type: "boolean",
      description: "Whether samples of requests, which may hold PHI, are accepted.",
      default: false,
    },
  },
  check: both(mustBeTrue("visibilityConfig.cloudwatchMetricsEnabled", "the web ACL emits no metrics"), (acl) => {
    if (acl.setting<boolean>("acceptSampledRequests")) return;
    const samples = (owner: { get(path: string): Value }): Truth =>
      owner.get("visibilityConfig.sampledRequestsEnabled").isTrue();
    // Each rule keeps samples of its own.
    acl.expect(samples(acl).or(acl.get("rules").some(samples)).not(), "the web ACL keeps samples of requests");
  }),
});

export const webAclRulesOfWaf: readonly Rule[] = [hasRules, webAclRules, visibility];
