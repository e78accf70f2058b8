import { fault, pass, ref, resource, undecided, unknown, type ServiceCases } from "../../testing/cases";

const acl = (properties: Record<string, unknown> = {}) =>
  resource("aws:wafv2/webAcl:WebAcl", { scope: "REGIONAL", ...properties }, { name: "acl" });
const ruleGroup = (properties: Record<string, unknown> = {}) =>
  resource("aws:wafv2/ruleGroup:RuleGroup", properties, { name: "group" });
const rule = (properties: Record<string, unknown>, webAclArn: unknown = ref("acl", "arn")) =>
  resource("aws:wafv2/webAclRule:WebAclRule", { webAclArn, ...properties }, { name: "rule" });
const association = (name: string, overrideAction?: unknown, webAclArn: unknown = ref("acl", "arn")) =>
  resource(
    "aws:wafv2/webAclRuleGroupAssociation:WebAclRuleGroupAssociation",
    { webAclArn, overrideAction, managedRuleGroup: { name, vendorName: "AWS" } },
    { name },
  );
const block = { action: { block: {} } };
const count = { action: { count: {} } };
const managed = (name: string, overrideAction: unknown = { none: {} }) => ({
  overrideAction,
  statement: { managedRuleGroupStatement: { name, vendorName: "AWS" } },
});
const rate = { ...block, statement: { rateBasedStatement: { limit: 2000 } } };
const groups = [
  "AWSManagedRulesCommonRuleSet",
  "AWSManagedRulesKnownBadInputsRuleSet",
  "AWSManagedRulesSQLiRuleSet",
  "AWSManagedRulesAmazonIpReputationList",
];
const [common = "", ...others] = groups;
const all = [...groups.map((name) => managed(name)), rate];
const asJson = JSON.stringify([
  ...groups.map((Name) => ({ OverrideAction: { None: {} }, Statement: { ManagedRuleGroupStatement: { Name } } })),
  { Action: { Block: {} }, Statement: { RateBasedStatement: { Limit: 2000 } } },
]);
const counting = JSON.stringify([{ Action: { Count: {} }, Statement: { GeoMatchStatement: {} } }]);
const visible = (cloudwatchMetricsEnabled: unknown, sampledRequestsEnabled: unknown, rules: unknown = []) =>
  acl({ visibilityConfig: { cloudwatchMetricsEnabled, sampledRequestsEnabled }, rules });

export const webAclCases: ServiceCases = {
  "waf-has-rules": [
    pass("a rule that blocks", acl({ rules: [block] })),
    pass("a managed group", acl({ rules: [managed(common)] })),
    pass("one that counts beside one that blocks", acl({ rules: [count, block] })),
    pass("a rule of its own", [acl(), rule(block)]),
    pass("an association", [acl(), association(common)]),
    pass("JSON", acl({ ruleJson: asJson })),
    pass("a rule group", ruleGroup({ rules: [block] })),
    pass("a rule group in JSON", ruleGroup({ rulesJson: asJson })),
    fault("none", acl()),
    fault("an empty list", acl({ rules: [] })),
    fault("one that counts", acl({ rules: [count] })),
    fault("a managed group that counts", acl({ rules: [managed(common, { count: {} })] })),
    fault("a rule of its own that counts", [acl(), rule(count)]),
    fault("an association that counts", [acl(), association(common, "count")]),
    fault("JSON that counts", acl({ ruleJson: counting })),
    fault("a rule group without rules", ruleGroup()),
    fault("the rule of another web ACL", [acl(), rule(block, "arn:aws:wafv2:us-east-1:1:regional/webacl/other/1")]),
    undecided(
      "rules known on update",
      [acl({ rules: ref("parameter", "value") }), resource("aws:ssm/parameter:Parameter", {}, { name: "parameter" })],
      { afterUpdate: "pass" },
    ),
    undecided("an action known on update", acl({ rules: [{ action: unknown }] })),
    undecided("a rule whose web ACL is known on update", [acl(), rule(block, unknown)]),
    undecided("JSON known on update", [
      acl({ ruleJson: ref("parameter", "value") }),
      resource("aws:ssm/parameter:Parameter", {}, { name: "parameter" }),
    ]),
  ],
  "waf-web-acl-rules": [
    pass("all of them", acl({ rules: all })),
    pass("all of them in JSON", acl({ ruleJson: asJson })),
    pass("some as resources of their own", [
      acl({ rules: [...others.map((name) => managed(name))] }),
      association(common, "none"),
      rule(rate),
    ]),
    pass("groups as configured", acl({ rules: [managed("AWSManagedRulesLinuxRuleSet"), rate] }), {
      config: { managedGroups: ["AWSManagedRulesLinuxRuleSet"] },
    }),
    pass("no rule at all, which another rule reports", acl()),
    fault("a group is missing", acl({ rules: [...others.map((name) => managed(name)), rate] })),
    fault(
      "a group counts",
      acl({ rules: [managed(common, { count: {} }), ...others.map((name) => managed(name)), rate] }),
    ),
    fault("no rate-based rule", acl({ rules: groups.map((name) => managed(name)) })),
    fault(
      "a rate-based rule that counts",
      acl({ rules: [...groups.map((name) => managed(name)), { ...rate, ...count }] }),
    ),
    fault("an association that counts", [
      acl({ rules: [...others.map((name) => managed(name)), rate] }),
      association(common, "count"),
    ]),
    undecided("an association known on update", [
      acl({ rules: [...others.map((name) => managed(name)), rate] }),
      association(common, "none", unknown),
    ]),
    undecided("an override known on update", [
      acl({ rules: [...others.map((name) => managed(name)), rate] }),
      association(common, unknown),
    ]),
  ],
  "waf-visibility": [
    pass("metrics and no samples", visible(true, false)),
    pass("samples, as accepted", visible(true, true), { config: { acceptSampledRequests: true } }),
    fault("no metrics", visible(false, false)),
    fault("samples", visible(true, true)),
    fault("samples of one rule", visible(true, false, [{ visibilityConfig: { sampledRequestsEnabled: true } }])),
    fault("nothing said", acl()),
    undecided("metrics known on update", visible(unknown, false)),
    undecided("samples known on update", visible(true, unknown)),
  ],
};
