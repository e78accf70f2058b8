import { fault, pass, resource, undecided, unknown, type ServiceCases } from "../../testing/cases";
import { roleOf } from "../../testing/iam";

type Properties = Record<string, unknown>;

const strong = {
  minimumPasswordLength: 14,
  requireLowercaseCharacters: true,
  requireUppercaseCharacters: true,
  requireNumbers: true,
  requireSymbols: true,
  passwordReusePrevention: 24,
};
const passwords = (properties: Properties, name = "subject") =>
  resource("aws:iam/accountPasswordPolicy:AccountPasswordPolicy", properties, { name });
const weaker = (changed: Properties) => passwords({ ...strong, ...changed });
const permissionSet = (sessionDuration: unknown) =>
  resource("aws:ssoadmin/permissionSet:PermissionSet", { sessionDuration });
const tokens = (globalEndpointTokenVersion: unknown) =>
  resource("aws:iam/securityTokenServicePreferences:SecurityTokenServicePreferences", { globalEndpointTokenVersion });
const baseline = { config: { accountBaseline: true } };
const stack = resource("pulumi:pulumi:Stack", {});

export const sessionCases: ServiceCases = {
  "iam-password-policy": [
    pass("strong", passwords(strong)),
    pass("stronger, as text", weaker({ minimumPasswordLength: "20", requireSymbols: "true" })),
    fault("nothing said", passwords({})),
    fault("13 characters", weaker({ minimumPasswordLength: 13 })),
    fault("no lower-case letters", weaker({ requireLowercaseCharacters: false })),
    fault("no upper-case letters", weaker({ requireUppercaseCharacters: undefined })),
    fault("no numbers", weaker({ requireNumbers: false })),
    fault("no symbols", weaker({ requireSymbols: "false" })),
    fault("the 23rd password before", weaker({ passwordReusePrevention: 23 })),
    fault("no length beside an unknown", weaker({ minimumPasswordLength: undefined, requireSymbols: unknown })),
    undecided("a length known on update", weaker({ minimumPasswordLength: unknown })),
  ],
  "iam-password-max-age": [
    pass("90 days", passwords({ maxPasswordAge: 90 })),
    pass("one day", passwords({ maxPasswordAge: 1 })),
    fault("91 days", passwords({ maxPasswordAge: 91 })),
    fault("never", passwords({ maxPasswordAge: 0 })),
    fault("nothing said", passwords({})),
    undecided("known on update", passwords({ maxPasswordAge: unknown })),
  ],
  "iam-password-policy-present": [
    pass("one in the baseline", [stack, passwords(strong, "passwords")], baseline),
    pass("none in another stack", stack),
    fault("none in the baseline", [stack, roleOf({}, "role")], baseline),
    fault("two in the baseline", [stack, passwords(strong, "one"), passwords(strong, "two")], {
      ...baseline,
      at: ["two"],
    }),
    fault("an empty baseline", roleOf({}), baseline),
  ],
  "iam-session-duration": [
    pass("nothing said, which means an hour", roleOf({})),
    pass("an hour", roleOf({ maxSessionDuration: 3600 })),
    pass("a permission set that says nothing", permissionSet(undefined)),
    pass("a permission set for an hour", permissionSet("PT1H")),
    pass("the same in minutes", permissionSet("PT60M")),
    fault("two hours", roleOf({ maxSessionDuration: 7200 })),
    fault("a permission set for twelve hours", permissionSet("PT12H")),
    fault("an hour and a second", permissionSet("PT1H1S")),
    fault("a day", permissionSet("P1D")),
    fault("text that is no duration", permissionSet("soon")),
    undecided("known on update", roleOf({ maxSessionDuration: unknown })),
    undecided("a permission set known on update", permissionSet(unknown)),
  ],
  "iam-sts-regional-tokens": [
    pass("version 2", tokens("v2Token")),
    fault("version 1", tokens("v1Token")),
    fault("nothing said", tokens(undefined)),
    undecided("known on update", tokens(unknown)),
  ],
};
