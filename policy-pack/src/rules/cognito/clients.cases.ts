import { fault, pass, ref, resource, undecided, unknown, type ServiceCases } from "../../testing/cases";

const client = (properties: Record<string, unknown> = {}) =>
  resource("aws:cognito/userPoolClient:UserPoolClient", properties);
const managed = (properties: Record<string, unknown> = {}) =>
  resource("aws:cognito/managedUserPoolClient:ManagedUserPoolClient", properties);
const hidden = { preventUserExistenceErrors: "ENABLED" };
const short = {
  accessTokenValidity: 15,
  idTokenValidity: 15,
  refreshTokenValidity: 8,
  tokenValidityUnits: { accessToken: "minutes", idToken: "minutes", refreshToken: "hours" },
};
const wired = { userPoolId: ref("pool", "id") };
const tenant = { name: "tenantId", attributeDataType: "String" };
const pool = (schemas: unknown) => resource("aws:cognito/userPool:UserPool", { schemas }, { name: "pool" });

export const clientCases: ServiceCases = {
  "cognito-callback-https": [
    pass(
      "HTTPS",
      client({ callbackUrls: ["https://portal.example.org/in"], logoutUrls: ["https://portal.example.org"] }),
    ),
    pass("an app's own scheme", client({ callbackUrls: ["clinic://signed-in"] })),
    pass("the developer's machine", [
      client({ callbackUrls: ["http://localhost:3000/in", "http://127.0.0.1", "http://[::1]:8080/"] }),
    ]),
    pass("no URLs", client()),
    fault("a callback over HTTP", client({ callbackUrls: ["https://a.example.org", "http://portal.example.org/in"] })),
    fault("a logout over HTTP", client({ logoutUrls: ["http://portal.example.org"] })),
    fault("a host that only begins with localhost", client({ callbackUrls: ["http://localhost.example.org/"] })),
    fault("a client that a service created", managed({ callbackUrls: ["http://search.example.org"] })),
    fault("HTTP beside an unknown", client({ callbackUrls: [unknown, "http://portal.example.org/in"] })),
    undecided("a URL known on update", client({ callbackUrls: ["https://portal.example.org", unknown] })),
  ],
  "cognito-client-hardening": [
    pass("codes and SRP", [
      client({ ...hidden, allowedOauthFlows: ["code"], explicitAuthFlows: ["ALLOW_USER_SRP_AUTH"] }),
    ]),
    pass("nothing but hidden users", client(hidden)),
    fault("the implicit flow", client({ ...hidden, allowedOauthFlows: ["code", "implicit"] })),
    fault("plain passwords", client({ ...hidden, explicitAuthFlows: ["ALLOW_USER_PASSWORD_AUTH"] })),
    fault("plain passwords by the old name", client({ ...hidden, explicitAuthFlows: ["USER_PASSWORD_AUTH"] })),
    fault("users shown", client({ preventUserExistenceErrors: "LEGACY" })),
    fault("nothing said", client()),
    fault("analytics", client({ ...hidden, analyticsConfiguration: { userDataShared: true } })),
    fault("users shown by a client that a service created", managed()),
    fault("a client that a service created", managed({ ...hidden, allowedOauthFlows: ["implicit"] })),
    fault("the implicit flow beside an unknown", client({ ...hidden, allowedOauthFlows: [unknown, "implicit"] })),
    undecided("flows known on update", client({ ...hidden, explicitAuthFlows: unknown })),
  ],
  "cognito-session-lifetimes": [
    pass("a quarter of an hour", client(short)),
    pass("units in seconds and a day's half in hours", [
      client({
        accessTokenValidity: 600,
        idTokenValidity: 600,
        refreshTokenValidity: 12,
        tokenValidityUnits: { accessToken: "seconds", idToken: "seconds", refreshToken: "hours" },
      }),
    ]),
    pass("a client of machines, which gets an access token only", [
      client({
        allowedOauthFlows: ["client_credentials"],
        accessTokenValidity: 10,
        tokenValidityUnits: { accessToken: "minutes" },
      }),
    ]),
    fault("nothing said", client()),
    fault("units that are left at hours", client({ ...short, tokenValidityUnits: { refreshToken: "hours" } })),
    fault("long access tokens", client({ ...short, accessTokenValidity: 60 })),
    fault("long id tokens", managed({ ...short, idTokenValidity: 60 })),
    fault("long refresh tokens", client({ ...short, refreshTokenValidity: 24 })),
    fault("a default refresh token", client({ ...short, refreshTokenValidity: 0 })),
    fault("no revocation", client({ ...short, enableTokenRevocation: false })),
    undecided("a length known on update", client({ ...short, accessTokenValidity: unknown })),
    undecided("units known on update", client({ ...short, tokenValidityUnits: unknown })),
  ],
  "cognito-tenant-attributes": [
    pass("a list without the tenant", [client({ ...wired, writeAttributes: ["email"] }), pool([tenant])]),
    pass("a pool without a tenant", [client(wired), pool([{ name: "department" }])]),
    pass("a tenant that administrators alone write", [
      client(wired),
      pool([{ ...tenant, developerOnlyAttribute: true }]),
    ]),
    pass("a client whose pool is not in the stack", client({ userPoolId: "us-east-1_x" })),
    fault("a list with the tenant", client({ userPoolId: "us-east-1_x", writeAttributes: ["custom:tenant_id"] })),
    fault("no list", [client(wired), pool([{ name: "department" }, tenant])]),
    fault("no list of a client that a service created", [managed(wired), pool([tenant])]),
    fault("the tenant beside an unknown", client({ userPoolId: "x", writeAttributes: [unknown, "custom:tenantId"] })),
    undecided("a list known on update", [client({ ...wired, writeAttributes: unknown }), pool([tenant])]),
    undecided("a pool whose attributes are known on update", [client(wired), pool(unknown)]),
  ],
  "cognito-one-idp-per-client": [
    pass("one provider", client({ supportedIdentityProviders: ["Clinic"] })),
    pass("nothing said", client()),
    fault("two providers", client({ supportedIdentityProviders: ["Clinic", "Hospital"] })),
    fault("two providers, one known on update", managed({ supportedIdentityProviders: ["Clinic", unknown] })),
    undecided("known on update", client({ supportedIdentityProviders: unknown })),
  ],
};
