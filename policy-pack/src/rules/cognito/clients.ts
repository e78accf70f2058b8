import { resourceRule, stackRule, type Rule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import type { Value } from "../../authoring/value";
import type { GraphResource, StackGraph } from "../../graph/stack-graph";

const userPool = "aws:cognito/userPool:UserPool";
const userPoolClient = "aws:cognito/userPoolClient:UserPoolClient";
const managedClient = "aws:cognito/managedUserPoolClient:ManagedUserPoolClient";
/** A client that the program creates, and one that a service created and the program took over. */
const clients: readonly string[] = [userPoolClient, managedClient];

/** Plain HTTP to any host but the user's own machine. */
const plainHttp = /^http:\/\/(?!(localhost|127\.0\.0\.1|\[::1\])([:/?#]|$))/i;

const callbackHttps = resourceRule("cognito-callback-https", {
  // Both kinds of client take the same redirect URLs.
  types: clients,
  check: (resource) => {
    for (const path of ["callbackUrls", "logoutUrls"]) {
      resource.expect(
        resource.get(path).every((url) => url.matches(plainHttp).not()),
        "a redirect URL of the app client is plain HTTP",
      );
    }
  },
});

const hardening = resourceRule("cognito-client-hardening", {
  types: clients,
  check: (resource) => {
    resource.expect(
      resource
        .get("allowedOauthFlows")
        .some((flow) => flow.isOneOf("implicit"))
        .not(),
      "the app client takes tokens from the address bar by the implicit flow",
    );
    resource.expect(
      resource
        .get("explicitAuthFlows")
        .some((flow) => flow.isOneOf("ALLOW_USER_PASSWORD_AUTH", "USER_PASSWORD_AUTH"))
        .not(),
      "the app client sends passwords as they are instead of by SRP",
    );
    resource.expect(
      resource.get("preventUserExistenceErrors").isOneOf("ENABLED"),
      "the app client tells whether a user exists",
    );
    resource.expect(
      resource.get("analyticsConfiguration.userDataShared").isTrue().not(),
      "the app client sends user data to analytics",
    );
  },
});

const minutesOf: Readonly<Record<string, number>> = { seconds: 1 / 60, minutes: 1, hours: 60, days: 1440 };

/** Whether a token lives this many minutes at most; absent or 0 is the default of AWS, which is longer. */
function livesAtMost(validity: Value, unit: Value, defaultUnit: string, most: number): Truth {
  if (unit.isUnknown && validity.isGiven().isYes) return unit.asUnknown();
  const minutes = minutesOf[(unit.text ?? defaultUnit).toLowerCase()] ?? Number.NaN;
  return validity.whenKnown(() => {
    const length = (validity.number ?? Number.NaN) * minutes;
    return length > 0 && length <= most;
  });
}

const lifetimes = resourceRule("cognito-session-lifetimes", {
  check: (resource) => {
    const within = (token: string, defaultUnit: string, most: number): Truth =>
      livesAtMost(resource.get(`${token}Validity`), resource.get("tokenValidityUnits").get(token), defaultUnit, most);
    // A client of machines only is given neither an id token nor a refresh token.
    const flows = resource.get("allowedOauthFlows");
    const ofMachines = flows.isGiven().and(flows.every((flow) => flow.isOneOf("client_credentials")));
    resource.expect(within("accessToken", "hours", 15), "access tokens live longer than 15 minutes");
    resource.expect(ofMachines.or(within("idToken", "hours", 15)), "id tokens live longer than 15 minutes");
    resource.expect(ofMachines.or(within("refreshToken", "days", 720)), "refresh tokens live longer than 12 hours");
    resource.expect(resource.get("enableTokenRevocation").isFalse().not(), "refresh tokens cannot be revoked");
  },
});

const tenantAttributes = stackRule("cognito-tenant-attributes", {
  // What the client may write decides only where its pool tells tenants apart. Hence a rule of the stack.
  types: clients,
  check: (stack, graph) => {
    for (const client of graph.ofType(...clients)) {
      const writable = client.get("writeAttributes");
      const writesTenant = writable.some((name) => name.matches(/^(custom|dev):tenant/i));
      const openToAll = writable.isGiven().not().and(poolHasTenants(graph, client));
      stack.expect(
        client,
        writesTenant.or(openToAll).not(),
        "users of the app client may write the attribute that tells their tenant",
      );
    }
  },
});

/** Whether the pool of a client has an attribute for the tenant; no where the pool is not in the stack. */
function poolHasTenants(graph: StackGraph, client: GraphResource): Truth {
  const pools = graph.references(client, "userPoolId", userPool).targets;
  return Truth.any(
    pools.map((pool) =>
      pool
        .get("schemas")
        .some((schema) =>
          Truth.all([schema.get("name").matches(/^tenant/i), schema.get("developerOnlyAttribute").isTrue().not()]),
        ),
    ),
  );
}

const oneProvider = resourceRule("cognito-one-idp-per-client", {
  check: (resource) => {
    const providers = resource.get("supportedIdentityProviders");
    resource.expect(
      providers.isUnknown ? providers.asUnknown() : Truth.of(providers.items().length <= 1),
      "the app client takes users of more than one identity provider",
    );
  },
});

export const clientRules: readonly Rule[] = [callbackHttps, hardening, lifetimes, tenantAttributes, oneProvider];
