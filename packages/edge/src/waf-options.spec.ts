import assert from "node:assert/strict";
import {
  PublicEdge,
  WafBotControlLevel,
  WafRuleGroup,
  WafSignInPayload,
  type PublicEdgeArgs,
  type WafCountedRule,
} from "./index";
import { edgeArgs } from "./testing/example";
import { nameOf, record, refusal } from "./testing/graph";

interface Rule {
  name: string;
  overrideAction?: Record<string, object>;
  statement: Record<string, Record<string, unknown>>;
}

const build = (more: Partial<PublicEdgeArgs>) => record(() => new PublicEdge("edge", edgeArgs(more)));
const refuse = (more: Partial<PublicEdgeArgs>) => refusal(() => new PublicEdge("edge", edgeArgs(more)));

async function rule(name: string, more: Partial<PublicEdgeArgs>): Promise<Rule> {
  const rules = (await build(more)).one("WebAcl").inputs.rules as unknown as Rule[];
  const found = rules.find((candidate) => candidate.name === name);
  assert.ok(found, name);
  return found;
}

const common = "AWSManagedRulesCommonRuleSet";
const signIn = { path: "/api/login", usernameField: "/user", passwordField: "/password" };
const reason = "The identity provider returns to a URL in the query";
const counted: WafCountedRule = { group: common, rule: "GenericRFI_QUERYARGUMENTS", reason };
const roomy = { webAclCapacityBudget: 3000 };

describe("options of the web ACL", () => {
  it("limits rates of further paths", async () => {
    const paths = ["/api/exports", "/api/search"];
    const more = { pathRateLimits: [{ name: "costly", paths: paths.slice(0, 1), requestsPerFiveMinutes: 20 }] };
    const { statement } = await rule("costly", more);
    assert.equal(statement.rateBasedStatement?.limit, 20);
    assert.match(JSON.stringify(statement.rateBasedStatement), /"searchString":"\/api\/exports"/);
    assert.equal((await build(more)).one("PublicEdge").outputs.webAclCapacity, 1443 + 34);
    const two = { pathRateLimits: [{ name: "costly", paths, requestsPerFiveMinutes: 20 }] };
    assert.match(await refuse(two), /takes 1509 capacity units of the 1500.*raise webAclCapacityBudget/);
    await build({ ...two, ...roomy });
  });

  it("blocks networks, by an IP set for each address family", async () => {
    const graph = await build({ blockedNetworks: ["198.51.100.0/24", "2001:db8::/32", "203.0.113.7/32"] });
    const sets = ["ipv4", "ipv6"].map((family) => graph.one("IpSet", `edge-blocked-networks-${family}`));
    assert.deepEqual(
      sets.map((set) => [nameOf(set), set.inputs.scope, set.inputs.ipAddressVersion, set.inputs.addresses]),
      [
        ["edge-blocked-networks-ipv4", "REGIONAL", "IPV4", ["198.51.100.0/24", "203.0.113.7/32"]],
        ["edge-blocked-networks-ipv6", "REGIONAL", "IPV6", ["2001:db8::/32"]],
      ],
    );
    const rules = graph.one("WebAcl").inputs.rules as unknown as Rule[];
    const statements = sets.map(({ outputs }) => ({ ipSetReferenceStatement: { arn: outputs.arn } }));
    assert.equal(rules[0]?.name, "blocked-networks");
    assert.deepEqual(rules[0]?.statement, { orStatement: { statements } });
    assert.equal(graph.one("PublicEdge").outputs.webAclCapacity, 1443 + 2);
  });

  it("lets in some networks only, and lets them past no other rule", async () => {
    const graph = await build({ allowedNetworks: ["198.51.100.0/24"], tags: { Owner: "web" } });
    const set = graph.one("IpSet", "edge-allowed-networks-ipv4");
    assert.deepEqual(set.inputs.tags, { Owner: "web" });
    const found = await rule("allowed-networks", { allowedNetworks: ["198.51.100.0/24"] });
    assert.deepEqual(found.statement.notStatement, {
      statement: { ipSetReferenceStatement: { arn: set.outputs.arn } },
    });
    assert.match(JSON.stringify(found), /"responseCode":403/);
  });

  it("blocks anonymous networks on request", async () => {
    const found = await rule("AWSManagedRulesAnonymousIpList", { blockAnonymousNetworks: true });
    assert.deepEqual(found.overrideAction, { none: {} });
  });

  it("looks at the behavior of bots on request", async () => {
    const more = { botControl: true, botControlLevel: WafBotControlLevel.Targeted };
    const { statement } = await rule("AWSManagedRulesBotControlRuleSet", more);
    assert.match(JSON.stringify(statement), /"inspectionLevel":"TARGETED"/);
  });

  it("waf-cognito-bruteforce: watches a sign-in form for stolen credentials on request", async () => {
    const { statement, overrideAction } = await rule("AWSManagedRulesATPRuleSet", { signIn });
    assert.deepEqual(overrideAction, { none: {} });
    assert.deepEqual(statement.managedRuleGroupStatement?.managedRuleGroupConfigs, [
      {
        awsManagedRulesAtpRuleSet: {
          loginPath: "/api/login",
          requestInspection: {
            payloadType: "JSON",
            usernameField: { identifier: "/user" },
            passwordField: { identifier: "/password" },
          },
        },
      },
    ]);
    const form = { path: "/login", usernameField: "user", passwordField: "pw", payload: WafSignInPayload.Form };
    assert.match(JSON.stringify(await rule("AWSManagedRulesATPRuleSet", { signIn: form })), /"FORM_ENCODED"/);
  });

  it("adds groups, which may begin by counting", async () => {
    const ruleGroups = [{ group: WafRuleGroup.AdminProtection }, { group: WafRuleGroup.Unix, countOnly: true }];
    const more = { ruleGroups, ...roomy };
    assert.deepEqual((await rule(WafRuleGroup.AdminProtection, more)).overrideAction, { none: {} });
    assert.deepEqual((await rule(WafRuleGroup.Unix, more)).overrideAction, { count: {} });
    assert.equal((await build(more)).one("PublicEdge").outputs.webAclCapacity, 1443 + 200);
    assert.match(await refuse({ ruleGroups }), /takes 1643 capacity units/);
  });

  it("counts single rules with a reason, and keeps the reason", async () => {
    const more = { countedRules: [counted], largeRequestBodies: true };
    const { statement } = await rule(common, more);
    assert.deepEqual(statement.managedRuleGroupStatement?.ruleActionOverrides, [
      { name: "GenericRFI_QUERYARGUMENTS", actionToUse: { count: {} } },
      { name: "SizeRestrictions_BODY", actionToUse: { count: {} } },
    ]);
    const graph = await build(more);
    assert.deepEqual(graph.one("PublicEdge").inputs.countedRules, [counted]);
  });

  it("waf-logging-redacted: keeps further headers out of the log and of what AWS WAF shows", async () => {
    const graph = await build({ redactedHeaders: ["x-patient-id"] });
    const { redactedFields } = graph.one("WebAclLoggingConfiguration").inputs;
    assert.match(JSON.stringify(redactedFields), /"authorization".*"cookie".*"x-patient-id".*"queryString"/);
    const { dataProtectionConfig } = graph.one("WebAcl").inputs;
    assert.match(JSON.stringify(dataProtectionConfig), /\["authorization","cookie","x-patient-id"\]/);
  });

  it("raises an alarm on many blocked requests", async () => {
    const more = { blockedRequestsAlarm: 500, alarmTopicArn: "arn:aws:sns:us-east-1:111122223333:security" };
    const { inputs } = (await build(more)).one("MetricAlarm", "edge-blocked-requests");
    assert.equal(inputs.threshold, 500);
    assert.deepEqual(inputs.dimensions, { WebACL: "edge-waf", Rule: "ALL", Region: "us-east-1" });
    assert.deepEqual(inputs.alarmActions, [more.alarmTopicArn]);
    assert.deepEqual((await build({ alarmTopicArn: more.alarmTopicArn })).all("MetricAlarm").map(nameOf), [
      "edge-certificate-expiry",
    ]);
  });
});

describe("options of the web ACL that are refused", () => {
  const limit = { name: "costly", paths: ["/a"], requestsPerFiveMinutes: 20 };
  const refused: [string, Partial<PublicEdgeArgs>, RegExp][] = [
    [
      "a path limit above the general one",
      { pathRateLimits: [{ ...limit, requestsPerFiveMinutes: 2001 }] },
      /the limit of "costly" would never be reached/,
    ],
    ["a path limit below 10", { pathRateLimits: [{ ...limit, requestsPerFiveMinutes: 9 }] }, /is 9, which is not/],
    ["a path limit without paths", { pathRateLimits: [{ ...limit, paths: [] }] }, /pathRateLimits.paths has 0 element/],
    ["a path limit in capitals", { pathRateLimits: [{ ...limit, paths: ["/A"] }] }, /pathRateLimits.paths is "\/A"/],
    ["a path limit by a taken name", { pathRateLimits: [{ ...limit, name: "rate-limit" }] }, /"rate-limit" twice/],
    ["a path limit of no name", { pathRateLimits: [{ ...limit, name: "Costly ones" }] }, /is "Costly ones"/],
    [
      "more path limits than AWS WAF takes",
      { ...roomy, pathRateLimits: Array.from({ length: 9 }, (_, index) => ({ ...limit, name: `n${index}` })) },
      /web ACL takes ten rate rules/,
    ],
    ["the whole internet as blocked", { blockedNetworks: ["0.0.0.0/0"] }, /blockedNetworks holds "0.0.0.0\/0"/],
    ["an address without a length", { allowedNetworks: ["192.0.2.1"] }, /allowedNetworks holds "192.0.2.1"/],
    ["an IPv4 length above 32", { allowedNetworks: ["192.0.2.0/33"] }, /which is no CIDR block/],
    ["an IPv6 length above 128", { allowedNetworks: ["2001:db8::/129"] }, /which is no CIDR block/],
    ["no network at all", { allowedNetworks: [] }, /allowedNetworks has 0 element/],
    [
      "more networks than an IP set takes",
      { blockedNetworks: Array.from({ length: 10_001 }, (_, i) => `10.${i >> 8}.${i & 255}.0/24`) },
      /more than the 10000 of an IP set/,
    ],
    [
      "a bot level without Bot Control",
      { botControlLevel: WafBotControlLevel.Targeted },
      /botControlLevel is given, but botControl is off/,
    ],
    ["a sign-in field that is no JSON pointer", { signIn: { ...signIn, usernameField: "user" } }, /a JSON pointer/],
    [
      "a sign-in field that is no field of a form",
      { signIn: { ...signIn, payload: WafSignInPayload.Form } },
      /the name of a field of the form/,
    ],
    ["a sign-in path without a slash", { signIn: { ...signIn, path: "login" } }, /signIn.path is "login"/],
    ["an unknown group", { ruleGroups: [{ group: "Own" as WafRuleGroup }] }, /ruleGroups.group is "Own"/],
    [
      "a group twice",
      { ...roomy, ruleGroups: [{ group: WafRuleGroup.Php }, { group: WafRuleGroup.Php }] },
      /ruleGroups.group holds "AWSManagedRulesPHPRuleSet" twice/,
    ],
    [
      "a counted rule without a reason",
      { countedRules: [{ ...counted, reason: "noisy" }] },
      /fewer than 20 characters/,
    ],
    [
      "a counted rule of a group that is not there",
      { countedRules: [{ ...counted, group: "AWSManagedRulesBotControlRuleSet" }] },
      /no group of this web ACL that blocks/,
    ],
    ["a counted rule twice", { countedRules: [counted, counted] }, /countedRules.rule holds/],
    [
      "so many counted rules that little is left",
      { countedRules: Array.from({ length: 11 }, (_, i) => ({ ...counted, rule: `R${i}` })) },
      /countedRules has 11 elements/,
    ],
    ["a header in capitals", { redactedHeaders: ["X-Id"] }, /redactedHeaders is "X-Id"/],
    ["a header that is redacted anyway", { redactedHeaders: ["cookie"] }, /holds "cookie" twice/],
    [
      "too many headers",
      { redactedHeaders: Array.from({ length: 21 }, (_, i) => `x-${i}`) },
      /redactedHeaders has more than 20/,
    ],
    ["a budget below the basic price", { webAclCapacityBudget: 1000 }, /webAclCapacityBudget is 1000/],
    ["a budget above AWS WAF's limit", { webAclCapacityBudget: 5001 }, /webAclCapacityBudget is 5001/],
    ["an alarm that nobody hears", { blockedRequestsAlarm: 5 }, /blockedRequestsAlarm is given without alarmTopicArn/],
  ];
  for (const [what, more, message] of refused) {
    it(`refuses ${what}`, async () => assert.match(await refuse(more), message));
  }
});
