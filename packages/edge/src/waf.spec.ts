import assert from "node:assert/strict";
import * as fc from "fast-check";
import { PublicEdge, type PublicEdgeArgs } from "./index";
import { edgeArgs } from "./testing/example";
import { record, refusal } from "./testing/graph";

interface Rule {
  name: string;
  priority: number;
  action?: { block: { customResponse: { responseCode: number } } };
  overrideAction?: Record<string, object>;
  statement: {
    ipSetReferenceStatement?: { arn: string };
    managedRuleGroupStatement?: Record<string, unknown>;
    rateBasedStatement?: { limit: number; scopeDownStatement?: { orStatement?: { statements: unknown[] } } };
    notStatement?: unknown;
  };
  visibilityConfig: { sampledRequestsEnabled: boolean; cloudwatchMetricsEnabled: boolean; metricName: string };
}

async function rulesOf(more: Partial<PublicEdgeArgs> = {}): Promise<Rule[]> {
  const graph = await record(() => new PublicEdge("edge", edgeArgs(more)));
  return graph.one("WebAcl").inputs.rules as unknown as Rule[];
}

const refuse = (more: Partial<PublicEdgeArgs>) => refusal(() => new PublicEdge("edge", edgeArgs(more)));

describe("web ACL of PublicEdge", () => {
  it("waf-web-acl-rules: limits rates and enforces the managed groups, anonymous addresses aside", async () => {
    const rules = await rulesOf();
    assert.deepEqual(
      rules.map(({ name, priority, action, overrideAction }) => [
        priority,
        name,
        action ? `block ${action.block.customResponse.responseCode}` : Object.keys(overrideAction ?? {})[0],
      ]),
      [
        [0, "rate-limit", "block 429"],
        [1, "login-rate-limit", "block 429"],
        [2, "AWSManagedRulesAmazonIpReputationList", "none"],
        [3, "AWSManagedRulesAnonymousIpList", "count"],
        [4, "AWSManagedRulesCommonRuleSet", "none"],
        [5, "AWSManagedRulesKnownBadInputsRuleSet", "none"],
        [6, "AWSManagedRulesSQLiRuleSet", "none"],
        [7, "AWSManagedRulesLinuxRuleSet", "none"],
      ],
    );
    assert.equal(rules[0]?.statement.rateBasedStatement?.limit, 2000);
    assert.equal(rules[1]?.statement.rateBasedStatement?.limit, 100);
  });

  it("waf-visibility: counts in metrics and keeps no samples, in every rule and in the whole", async () => {
    const graph = await record(() => new PublicEdge("edge", edgeArgs()));
    const { inputs } = graph.one("WebAcl");
    const whole = inputs as unknown as Rule;
    const all = [whole, ...(inputs.rules as unknown as Rule[])].map((part) => part.visibilityConfig);
    for (const config of all) {
      assert.equal(config.cloudwatchMetricsEnabled, true);
      assert.equal(config.sampledRequestsEnabled, false);
      assert.match(config.metricName, /^[A-Za-z0-9_-]{1,128}$/);
    }
    assert.equal(new Set(all.map(({ metricName }) => metricName)).size, all.length);
    assert.equal(inputs.scope, "REGIONAL");
    assert.deepEqual(inputs.defaultAction, { allow: {} });
  });

  it("substitutes credentials, query strings and bodies wherever AWS WAF shows a request", async () => {
    const graph = await record(() => new PublicEdge("edge", edgeArgs()));
    assert.deepEqual(graph.one("WebAcl").inputs.dataProtectionConfig, {
      dataProtections: [
        { action: "SUBSTITUTION", field: { fieldType: "SINGLE_HEADER", fieldKeys: ["authorization", "cookie"] } },
        { action: "SUBSTITUTION", field: { fieldType: "QUERY_STRING" } },
        { action: "SUBSTITUTION", field: { fieldType: "BODY" } },
      ],
    });
  });

  it("waf-cognito-bruteforce: matches sign-in paths however they are written", async () => {
    const match = (searchString: string) => ({
      byteMatchStatement: {
        fieldToMatch: { uriPath: {} },
        positionalConstraint: "STARTS_WITH",
        searchString,
        textTransformations: [
          { type: "URL_DECODE", priority: 0 },
          { type: "NORMALIZE_PATH", priority: 1 },
          { type: "LOWERCASE", priority: 2 },
        ],
      },
    });
    const scope = (rules: Rule[]) => rules[1]?.statement.rateBasedStatement?.scopeDownStatement;
    assert.deepEqual(scope(await rulesOf()), { orStatement: { statements: [match("/login"), match("/oauth")] } });
    assert.deepEqual(scope(await rulesOf({ loginPaths: ["/sign-in"] })), match("/sign-in"));
    assert.equal((await rulesOf())[0]?.statement.rateBasedStatement?.scopeDownStatement, undefined);
  });

  it("blocks other countries first where countries are given", async () => {
    const rules = await rulesOf({ allowedCountries: ["US", "CA"] });
    assert.equal(rules[0]?.name, "countries");
    assert.equal(rules[0]?.action?.block.customResponse.responseCode, 403);
    assert.deepEqual(rules[0]?.statement.notStatement, {
      statement: { geoMatchStatement: { countryCodes: ["US", "CA"] } },
    });
    assert.equal(rules[1]?.name, "rate-limit");
  });

  it("adds Bot Control on request", async () => {
    const last = (await rulesOf({ botControl: true })).pop();
    assert.deepEqual(last?.statement.managedRuleGroupStatement, {
      vendorName: "AWS",
      name: "AWSManagedRulesBotControlRuleSet",
      managedRuleGroupConfigs: [{ awsManagedRulesBotControlRuleSet: { inspectionLevel: "COMMON" } }],
    });
    assert.deepEqual(last?.overrideAction, { none: {} });
  });

  it("counts large bodies on request, and only those", async () => {
    const common = (rules: Rule[]) => rules.find(({ name }) => name === "AWSManagedRulesCommonRuleSet");
    const plain = common(await rulesOf())?.statement.managedRuleGroupStatement;
    assert.deepEqual(plain, { vendorName: "AWS", name: "AWSManagedRulesCommonRuleSet" });
    assert.deepEqual(common(await rulesOf({ largeRequestBodies: true }))?.statement.managedRuleGroupStatement, {
      ...plain,
      ruleActionOverrides: [{ name: "SizeRestrictions_BODY", actionToUse: { count: {} } }],
    });
  });

  it("takes other limits, and keeps sign-in below the rest", async () => {
    const limits = async (more: Partial<PublicEdgeArgs>) =>
      (await rulesOf(more)).slice(0, 2).map((rule) => rule.statement.rateBasedStatement?.limit);
    assert.deepEqual(await limits({ requestsPerFiveMinutes: 500, loginRequestsPerFiveMinutes: 20 }), [500, 20]);
    assert.deepEqual(await limits({ requestsPerFiveMinutes: 50 }), [50, 50]);
  });

  it("fits the capacity of the basic price with every option on", async () => {
    await rulesOf({ botControl: true, allowedCountries: ["US"] });
    assert.match(
      await refuse({ botControl: true, loginPaths: ["/a", "/b", "/c"] }),
      /takes 1525 capacity units of the 1500/,
    );
  });

  it("accepts as many sign-in paths as capacity allows and refuses one more", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 6 }), fc.boolean(), async (count, botControl) => {
        const loginPaths = Array.from({ length: count }, (_, index) => `/sign-in-${index}`);
        // 1379 units for everything but paths, 50 for Bot Control, 32 for each path.
        const fits = 1379 + (botControl ? 50 : 0) + 32 * count <= 1500;
        const build = () => rulesOf({ loginPaths, botControl });
        if (fits) await build();
        else await assert.rejects(build, /capacity units/);
      }),
      { numRuns: 12 },
    );
  });

  const refused: [string, Partial<PublicEdgeArgs>, RegExp][] = [
    ["a limit below 10", { requestsPerFiveMinutes: 9 }, /requestsPerFiveMinutes is 9/],
    ["a limit of no number", { loginRequestsPerFiveMinutes: Number.NaN }, /loginRequestsPerFiveMinutes is NaN/],
    [
      "a sign-in limit above the other",
      { requestsPerFiveMinutes: 100, loginRequestsPerFiveMinutes: 101 },
      /loginRequestsPerFiveMinutes and requestsPerFiveMinutes contradict/,
    ],
    ["no sign-in path", { loginPaths: [] }, /loginPaths has 0 element/],
    ["a path in capitals, which would never match", { loginPaths: ["/Login"] }, /loginPaths is "\/Login"/],
    ["a path without a slash", { loginPaths: ["login"] }, /begins with a slash/],
    ["a path twice", { loginPaths: ["/a", "/a"] }, /loginPaths holds "\/a" twice/],
    ["no country", { allowedCountries: [] }, /allowedCountries has 0 element/],
    ["a country by name", { allowedCountries: ["Canada"] }, /ISO 3166/],
  ];
  for (const [what, more, message] of refused) {
    it(`refuses ${what}`, async () => assert.match(await refuse(more), message));
  }
});
