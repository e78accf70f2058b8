import { oneOf } from "../../authoring/conditions";
import { resourceRule, stackRule, type Rule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import { asText } from "../../authoring/value";
import { accountBaseline, expectInBaseline } from "../../knowledge/account-baseline";

const passwordPolicyType = "aws:iam/accountPasswordPolicy:AccountPasswordPolicy";

const passwordPolicy = resourceRule("iam-password-policy", {
  check: (resource) => {
    const settings: readonly (readonly [weakness: string, strong: Truth])[] = [
      ["fewer than 14 characters", resource.get("minimumPasswordLength").isAtLeast(14)],
      ["no lower-case letter", resource.get("requireLowercaseCharacters").isTrue()],
      ["no upper-case letter", resource.get("requireUppercaseCharacters").isTrue()],
      ["no number", resource.get("requireNumbers").isTrue()],
      ["no symbol", resource.get("requireSymbols").isTrue()],
      ["one of the last 24 passwords again", resource.get("passwordReusePrevention").isAtLeast(24)],
    ];
    const weak = settings.filter(([, strong]) => strong.isNo).map(([weakness]) => weakness);
    resource.expect(
      Truth.all(settings.map(([, strong]) => strong)),
      `a password may have ${weak.join(", ").replace(/, ([^,]*)$/, " and $1")}`,
    );
  },
});

const passwordMaxAge = resourceRule("iam-password-max-age", {
  check: (resource) => {
    // Zero means that a password never expires.
    const age = resource.get("maxPasswordAge");
    resource.expect(age.isAtLeast(1).and(age.isAtMost(90)), "a password may be older than 90 days");
  },
});

const passwordPolicyPresent = stackRule("iam-password-policy-present", {
  // Whatever the stack holds: that the policy is missing is the fault.
  types: ["*"],
  config: accountBaseline,
  check: (stack, graph) =>
    expectInBaseline(stack, graph, () => {
      const [first, second] = graph.ofType(passwordPolicyType);
      if (second) return { at: second, fault: "the account has one password policy, and the stack declares two" };
      return first ? undefined : { fault: "the account baseline declares no password policy" };
    }),
});

const regionalTokens = resourceRule("iam-sts-regional-tokens", {
  check: oneOf("globalEndpointTokenVersion", ["v2Token"], "tokens of the global endpoint do not work in all Regions"),
});

const longestSession = 3600;

const sessionDuration = resourceRule("iam-session-duration", {
  check: (resource) => {
    const isRole = resource.type === "aws:iam/role:Role";
    const duration = resource.get(isRole ? "maxSessionDuration" : "sessionDuration");
    const short = isRole
      ? duration.isAtMost(longestSession)
      : duration.whenKnown((raw) => (secondsOf(asText(raw)) ?? Infinity) <= longestSession);
    resource.expect(duration.isGiven().not().or(short), "a session may last longer than an hour");
  },
});

/** Seconds of an ISO 8601 duration without years and months: `PT1H`, `PT30M`, `P1D`. */
function secondsOf(text: string): number | undefined {
  const match = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/i.exec(text);
  if (!match || text.length < 3) return undefined;
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match.slice(1).map((part) => Number(part ?? 0));
  return (((weeks * 7 + days) * 24 + hours) * 60 + minutes) * 60 + seconds;
}

/** Rules on passwords, sessions and tokens. */
export const sessionRules: readonly Rule[] = [
  passwordPolicy,
  passwordMaxAge,
  passwordPolicyPresent,
  regionalTokens,
  sessionDuration,
];
