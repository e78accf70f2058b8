import { fault, pass, resource, undecided, unknown, type ServiceCases } from "../../testing/cases";

const pool = (properties: Record<string, unknown> = {}) => resource("aws:cognito/userPool:UserPool", properties);
const identities = (properties: Record<string, unknown> = {}) =>
  resource("aws:cognito/identityPool:IdentityPool", properties);

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
