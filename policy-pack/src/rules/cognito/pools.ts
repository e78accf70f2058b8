import { oneOf } from "../../authoring/conditions";
import { resourceRule, type Rule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";

const mfa = resourceRule("cognito-mfa", {
  config: {
    allowOptional: {
      type: "boolean",
      description: "Whether users may choose to do without a second factor; patient-facing pools often start there.",
      default: true,
    },
  },
  check: (resource) => {
    const wanted = resource.setting<boolean>("allowOptional") ? ["ON", "OPTIONAL"] : ["ON"];
    resource.expect(
      resource.get("mfaConfiguration").isOneOf(...wanted),
      wanted.length > 1 ? "users have no second factor" : "users need no second factor",
    );
  },
});

const notSmsOnly = resourceRule("cognito-mfa-not-sms-only", {
  check: (resource) => {
    resource.expect(
      Truth.any([
        resource.get("mfaConfiguration").isOneOf("ON", "OPTIONAL").not(),
        resource.get("smsConfiguration").isGiven().not(),
        resource.get("softwareTokenMfaConfiguration.enabled").isTrue(),
        resource.get("emailMfaConfiguration").isGiven(),
        resource.get("webAuthnConfiguration").isGiven(),
        resource.get("signInPolicy.allowedFirstAuthFactors").some((factor) => factor.isOneOf("WEB_AUTHN")),
      ]),
      "a text message is the only second factor",
    );
  },
});

const classes = ["requireLowercase", "requireUppercase", "requireNumbers", "requireSymbols"];

const passwordPolicy = resourceRule("cognito-password-policy", {
  check: (resource) => {
    const policy = resource.get("passwordPolicy");
    resource.expect(policy.get("minimumLength").isAtLeast(12), "passwords may be shorter than 12 characters");
    resource.expect(
      Truth.all(classes.map((path) => policy.get(path).isTrue())),
      "passwords need not hold lower case, upper case, numbers and symbols",
    );
    const days = policy.get("temporaryPasswordValidityDays");
    resource.expect(days.isGiven().not().or(days.isAtMost(7)), "a temporary password is valid for more than a week");
    // Absent is fine: the feature plan Lite has no history.
    const history = policy.get("passwordHistorySize");
    resource.expect(history.isGiven().not().or(history.isAtLeast(5)), "one of the last 5 passwords may be used again");
  },
});

const verifiedEmail = resourceRule("cognito-verified-email", {
  check: (resource) => {
    resource.expect(
      resource.get("autoVerifiedAttributes").some((name) => name.isOneOf("email")),
      "e-mail addresses are not verified at sign-up",
    );
    resource.expect(
      resource
        .get("userAttributeUpdateSettings.attributesRequireVerificationBeforeUpdates")
        .some((name) => name.isOneOf("email")),
      "a changed e-mail address takes effect before it is verified",
    );
  },
});

const deletionProtection = resourceRule("cognito-deletion-protection", {
  check: oneOf("deletionProtection", ["ACTIVE"], "the user pool is not protected from deletion"),
});

const threatProtection = resourceRule("cognito-threat-protection", {
  check: (resource) => {
    if (resource.type === "aws:cognito/userPool:UserPool") {
      resource.expect(
        resource.get("userPoolAddOns.advancedSecurityMode").isOneOf("ENFORCED"),
        "threat protection is not enforced",
      );
      return;
    }
    resource.expect(
      resource.get("logConfigurations").some((one) => one.get("eventSource").isOneOf("userAuthEvents")),
      "the log of sign-in events is not exported",
    );
  },
});

const noGuests = resourceRule("cognito-no-unauthenticated-identities", {
  check: (resource) => {
    resource.expect(
      resource.get("allowUnauthenticatedIdentities").isTrue().not(),
      "the identity pool gives AWS credentials to users who did not sign in",
    );
    resource.expect(
      resource.get("allowClassicFlow").isTrue().not(),
      "the identity pool allows the classic flow, in which the client chooses the role",
    );
  },
});

export const poolRules: readonly Rule[] = [
  mfa,
  notSmsOnly,
  passwordPolicy,
  verifiedEmail,
  threatProtection,
  deletionProtection,
  noGuests,
];
