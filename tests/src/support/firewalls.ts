import {
  ShieldAutomaticResponse,
  WafBotControlLevel,
  WafRuleGroup,
  WafSignInPayload,
  type ShieldArgs,
  type WafArgs,
} from "@hipaa-aws/edge";
import * as fc from "fast-check";
import { alarmTopicArn, optional, tags } from "./arbitraries";

const path = fc.stringMatching(/^\/[a-z]{1,12}$/);
const paths = fc.uniqueArray(path, { minLength: 1, maxLength: 4 });
const networks = fc.uniqueArray(
  fc.oneof(
    fc.tuple(fc.integer({ min: 1, max: 223 }), fc.nat(255)).map(([a, b]) => `${String(a)}.${String(b)}.0.0/16`),
    fc.nat(0xffff).map((part) => `2001:db8:${part.toString(16)}::/48`),
  ),
  { minLength: 1, maxLength: 6 },
);

const signIn = fc.oneof(
  fc.record({ path, usernameField: fc.constant("/user"), passwordField: fc.constant("/password") }),
  fc.record({
    path,
    usernameField: fc.constant("user"),
    passwordField: fc.constant("password"),
    payload: fc.constant(WafSignInPayload.Form),
  }),
);

/** A counted rule of a group that every web ACL has. */
const countedRule = fc.record({
  group: fc.constantFrom("AWSManagedRulesCommonRuleSet", "AWSManagedRulesSQLiRuleSet"),
  rule: fc.constantFrom("GenericRFI_QUERYARGUMENTS", "SQLi_BODY", "NoUserAgent_HEADER"),
  reason: fc.constant("Bundles of partners hold what the rule looks for"),
});

const bots = fc.oneof(
  fc.record({ botControl: optional(fc.constant(false)) }),
  fc.record({
    botControl: fc.constant(true),
    botControlLevel: optional(fc.constantFrom(...Object.values(WafBotControlLevel))),
  }),
);

const alarms = fc.oneof(
  fc.record({ alarmTopicArn: optional(fc.constant(alarmTopicArn)) }),
  fc.record({ alarmTopicArn: fc.constant(alarmTopicArn), blockedRequestsAlarm: fc.integer({ min: 1, max: 100_000 }) }),
);

const limits = fc.integer({ min: 10, max: 100_000 }).chain((requestsPerFiveMinutes) => {
  const lower = fc.integer({ min: 10, max: requestsPerFiveMinutes });
  return fc.record({
    requestsPerFiveMinutes: fc.constant(requestsPerFiveMinutes),
    loginRequestsPerFiveMinutes: optional(lower),
    pathRateLimits: optional(
      fc.uniqueArray(fc.record({ name: fc.stringMatching(/^x[a-z-]{0,12}$/), paths, requestsPerFiveMinutes: lower }), {
        maxLength: 8,
        selector: ({ name }) => name,
      }),
    ),
  });
});

const others = fc.record({
  loginPaths: optional(paths),
  allowedCountries: optional(fc.uniqueArray(fc.constantFrom("US", "CA", "PR", "MX"), { minLength: 1 })),
  allowedNetworks: optional(networks),
  blockedNetworks: optional(networks),
  blockAnonymousNetworks: optional(fc.boolean()),
  signIn: optional(signIn),
  ruleGroups: optional(
    fc.uniqueArray(
      fc.record({ group: fc.constantFrom(...Object.values(WafRuleGroup)), countOnly: optional(fc.boolean()) }),
      { selector: ({ group }) => group },
    ),
  ),
  countedRules: optional(
    fc.uniqueArray(countedRule, { maxLength: 4, selector: ({ group, rule }) => `${group}/${rule}` }),
  ),
  largeRequestBodies: optional(fc.boolean()),
  redactedHeaders: optional(fc.uniqueArray(fc.stringMatching(/^x-[a-z]{1,10}$/), { maxLength: 5 })),
  tags,
});

/** Any valid arguments about AWS WAF, with a budget that they fit. */
export const firewall: fc.Arbitrary<WafArgs & { alarmTopicArn?: string | undefined }> = fc
  .tuple(optional(limits), others, bots, alarms)
  .map(([some, more, robots, told]) => ({ ...some, ...more, ...robots, ...told, webAclCapacityBudget: 5000 }));

/** Any valid arguments about Shield Advanced. */
export const shield: fc.Arbitrary<ShieldArgs> = fc.oneof(
  fc.record({ shieldAdvanced: optional(fc.constant(false)) }),
  fc.record({
    shieldAdvanced: fc.constant(true),
    shieldHealthCheckArn: optional(fc.constant("arn:aws:route53:::healthcheck/0a1b2c3d-0000-4000-8000-000000000000")),
    shieldAutomaticResponse: optional(fc.constantFrom(...Object.values(ShieldAutomaticResponse))),
  }),
);
