import type { ArgumentChecks } from "@hipaa-aws/foundation";
import {
  WafRuleGroup,
  WafSignInPayload,
  type WafArgs,
  type WafCountedRule,
  type WafExtraRuleGroup,
  type WafSignIn,
} from "./waf-args";
import { accountTakeoverGroup, anonymousAddresses, baseGroups, botControlGroup, commonRuleSet } from "./waf-groups";

const mostCountedRules = 10;
const shortestReason = 20;
const bodySizeRule = { group: commonRuleSet, rule: "SizeRestrictions_BODY" };

/** Managed groups beside those of every web ACL, each once. */
export function extraGroups(checks: ArgumentChecks, given: readonly WafExtraRuleGroup[]): readonly WafExtraRuleGroup[] {
  for (const { group } of given) checks.oneOf("ruleGroups.group", group, Object.values(WafRuleGroup));
  const names: readonly string[] = given.map(({ group }) => group);
  checks.unique("ruleGroups.group", names);
  return given;
}

/** Rules that count: those with a reason of the user's, and the one that large bodies break. */
export function countedRules(
  checks: ArgumentChecks,
  args: WafArgs,
  extra: readonly WafExtraRuleGroup[],
): readonly { group: string; rule: string }[] {
  const given = args.countedRules ?? [];
  if (given.length > mostCountedRules) {
    checks.fail(
      "countedRules",
      `has ${given.length} elements, so that little of the web ACL is left`,
      `Give at most ${mostCountedRules}; mend the application, or use another group`,
    );
  }
  const groups = blockingGroups(args, extra);
  for (const rule of given) checkCounted(checks, rule, groups);
  const all = [...given, ...(args.largeRequestBodies ? [bodySizeRule] : [])];
  checks.unique(
    "countedRules.rule",
    all.map(({ group, rule }) => `${group}/${rule}`),
  );
  return all.map(({ group, rule }) => ({ group, rule }));
}

function blockingGroups(args: WafArgs, extra: readonly WafExtraRuleGroup[]): readonly string[] {
  return [
    ...baseGroups.map(({ name }) => name).filter((name) => name !== anonymousAddresses || args.blockAnonymousNetworks),
    ...(args.botControl ? [botControlGroup.name] : []),
    ...(args.signIn ? [accountTakeoverGroup.name] : []),
    ...extra.filter(({ countOnly }) => !countOnly).map(({ group }) => group),
  ];
}

function checkCounted(checks: ArgumentChecks, { group, rule, reason }: WafCountedRule, groups: readonly string[]) {
  checks.matches("countedRules.rule", rule, /^[A-Za-z0-9_-]{1,128}$/, "the name of a rule in the group");
  if (!groups.includes(group)) {
    checks.fail(
      "countedRules.group",
      `is "${String(group)}", which is no group of this web ACL that blocks`,
      `Choose one of ${groups.join(", ")}`,
    );
  }
  if (typeof reason !== "string" || reason.trim().length < shortestReason) {
    checks.fail(
      "countedRules.reason",
      `of ${rule} has fewer than ${shortestReason} characters`,
      "Say which legitimate requests the rule stops",
    );
  }
}

/** The form that account takeover prevention watches. */
export function signIn(checks: ArgumentChecks, given: WafSignIn | undefined): Required<WafSignIn> | undefined {
  if (given === undefined) return undefined;
  const payload = given.payload ?? WafSignInPayload.Json;
  checks.oneOf("signIn.payload", payload, Object.values(WafSignInPayload));
  checks.matches("signIn.path", given.path, /^\/[A-Za-z0-9._~/-]{0,199}$/, "a path that begins with a slash");
  const [pattern, form] =
    payload === WafSignInPayload.Json
      ? [/^(\/[A-Za-z0-9_.-]+){1,8}$/, "a JSON pointer, for example /credentials/user"]
      : [/^[A-Za-z0-9_.-]{1,100}$/, "the name of a field of the form"];
  checks.matches("signIn.usernameField", given.usernameField, pattern, form);
  checks.matches("signIn.passwordField", given.passwordField, pattern, form);
  return { ...given, payload };
}
