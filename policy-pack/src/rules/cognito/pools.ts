import { resourceRule, type Rule } from "../../authoring/rule";

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

export const poolRules: readonly Rule[] = [mfa, noGuests];
