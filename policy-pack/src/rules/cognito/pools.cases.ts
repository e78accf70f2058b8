import { fault, pass, resource, undecided, unknown, type ServiceCases } from "../../testing/cases";

const pool = (properties: Record<string, unknown> = {}) => resource("aws:cognito/userPool:UserPool", properties);
const identities = (properties: Record<string, unknown> = {}) =>
  resource("aws:cognito/identityPool:IdentityPool", properties);
const delivery = (properties: Record<string, unknown>) =>
  resource("aws:cognito/logDeliveryConfiguration:LogDeliveryConfiguration", properties);
const sms = { externalId: "x", snsCallerArn: "arn:aws:iam::111122223333:role/sms" };
const strong = {
  minimumLength: 12,
  requireLowercase: true,
  requireUppercase: true,
  requireNumbers: true,
  requireSymbols: true,
};
const onUpdate = (names: readonly string[]) => ({
  userAttributeUpdateSettings: { attributesRequireVerificationBeforeUpdates: names },
});

export const poolCases: ServiceCases = {
  "cognito-mfa": [
    pass("on", pool({ mfaConfiguration: "ON" })),
    pass("left to the user", pool({ mfaConfiguration: "OPTIONAL" })),
    fault("left to the user where that is not allowed", pool({ mfaConfiguration: "OPTIONAL" }), {
      config: { allowOptional: false },
    }),
    fault("off", pool({ mfaConfiguration: "OFF" })),
    fault("nothing said", pool()),
    undecided("known on update", pool({ mfaConfiguration: unknown })),
  ],
  "cognito-mfa-not-sms-only": [
    pass("an authenticator app", pool({ mfaConfiguration: "ON", softwareTokenMfaConfiguration: { enabled: true } })),
    pass("an app beside text messages", [
      pool({ mfaConfiguration: "ON", smsConfiguration: sms, softwareTokenMfaConfiguration: { enabled: true } }),
    ]),
    pass("passkeys beside text messages", [
      pool({
        mfaConfiguration: "OPTIONAL",
        smsConfiguration: sms,
        webAuthnConfiguration: { userVerification: "required" },
      }),
    ]),
    pass("no second factor, which another rule judges", pool({ smsConfiguration: sms })),
    fault("text messages alone", pool({ mfaConfiguration: "ON", smsConfiguration: sms })),
    fault("an app that is off", [
      pool({ mfaConfiguration: "OPTIONAL", smsConfiguration: sms, softwareTokenMfaConfiguration: { enabled: false } }),
    ]),
    undecided("an app known on update", [
      pool({ mfaConfiguration: "ON", smsConfiguration: sms, softwareTokenMfaConfiguration: { enabled: unknown } }),
    ]),
  ],
  "cognito-password-policy": [
    pass("long and mixed", pool({ passwordPolicy: strong })),
    pass("a history and short-lived temporary passwords", [
      pool({ passwordPolicy: { ...strong, passwordHistorySize: 5, temporaryPasswordValidityDays: 1 } }),
    ]),
    fault("nothing said", pool()),
    fault("too short", pool({ passwordPolicy: { ...strong, minimumLength: 8 } })),
    fault("without lower case", pool({ passwordPolicy: { ...strong, requireLowercase: false } })),
    fault("without upper case", pool({ passwordPolicy: { ...strong, requireUppercase: undefined } })),
    fault("without numbers", pool({ passwordPolicy: { ...strong, requireNumbers: false } })),
    fault("without symbols", pool({ passwordPolicy: { ...strong, requireSymbols: false } })),
    fault("long-lived temporary passwords", [
      pool({ passwordPolicy: { ...strong, temporaryPasswordValidityDays: 30 } }),
    ]),
    fault("a short history", pool({ passwordPolicy: { ...strong, passwordHistorySize: 2 } })),
    undecided("a length known on update", pool({ passwordPolicy: { ...strong, minimumLength: unknown } })),
    undecided("known on update", pool({ passwordPolicy: unknown })),
  ],
  "cognito-verified-email": [
    pass("verified at both times", pool({ autoVerifiedAttributes: ["email"], ...onUpdate(["email"]) })),
    pass(
      "e-mail among others",
      pool({ autoVerifiedAttributes: ["phone_number", "email"], ...onUpdate(["email", "phone_number"]) }),
    ),
    fault("nothing said", pool()),
    fault("verified at sign-up only", pool({ autoVerifiedAttributes: ["email"] })),
    fault("verified on change only", pool(onUpdate(["email"]))),
    fault("the phone number only", pool({ autoVerifiedAttributes: ["phone_number"], ...onUpdate(["email"]) })),
    undecided("known on update", pool({ autoVerifiedAttributes: unknown, ...onUpdate(["email"]) })),
  ],
  "cognito-threat-protection": [
    pass("enforced", pool({ userPoolAddOns: { advancedSecurityMode: "ENFORCED" } })),
    pass("the log of sign-ins", delivery({ logConfigurations: [{ eventSource: "userAuthEvents" }] })),
    fault("audited only", pool({ userPoolAddOns: { advancedSecurityMode: "AUDIT" } })),
    fault("nothing said", pool()),
    fault("another log", delivery({ logConfigurations: [{ eventSource: "userNotification" }] })),
    undecided("known on update", pool({ userPoolAddOns: unknown })),
    fault("a log of nothing", delivery({ logConfigurations: [{ logLevel: "INFO" }] })),
  ],
  "cognito-deletion-protection": [
    pass("on", pool({ deletionProtection: "ACTIVE" })),
    pass(
      "on for a pool that anyone may join, which other rules judge",
      pool({ deletionProtection: "ACTIVE", mfaConfiguration: "OFF" }),
    ),
    fault("off", pool({ deletionProtection: "INACTIVE" })),
    fault("nothing said", pool()),
    undecided("known on update", pool({ deletionProtection: unknown })),
  ],
  "cognito-no-unauthenticated-identities": [
    pass("signed-in users only", identities({ allowUnauthenticatedIdentities: false })),
    pass("nothing said", identities()),
    fault("guests", identities({ allowUnauthenticatedIdentities: true })),
    fault("guests, as text", identities({ allowUnauthenticatedIdentities: "true" })),
    fault("the classic flow", identities({ allowClassicFlow: true })),
    fault("the classic flow, beside an unknown", [
      identities({ allowClassicFlow: true, allowUnauthenticatedIdentities: unknown }),
    ]),
    undecided("known on update", identities({ allowUnauthenticatedIdentities: unknown })),
  ],
};
