import { customerKey, mustBeTrue, mustNotBeTrue } from "../../authoring/conditions";
import { resourceRule, type Rule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import { isReplica, isRestore, isSecondary, onlyOwnEngines } from "./databases";

const managedMasterPassword = resourceRule("rds-managed-master-password", {
  // A password input is the fault, whatever its origin: policies receive secrets unwrapped and cannot tell.
  faultsOnPresence: true,
  check: (database) => {
    onlyOwnEngines(database);
    const given = (path: string): Truth => database.get(path).isGiven();
    const managed = Truth.any([
      database.get("manageMasterUserPassword").isTrue(),
      given("passwordWo"),
      given("masterPasswordWo"),
      isReplica(database),
      isRestore(database),
      isSecondary(database),
    ]);
    database.expect(
      Truth.all([given("password").not(), given("masterPassword").not(), managed]),
      "the master password comes from the program and stays in state, instead of being made and rotated by AWS",
    );
  },
});

const masterSecretCmk = resourceRule("rds-master-secret-cmk", {
  check: (database) => {
    onlyOwnEngines(database);
    database.onlyWhen(database.get("manageMasterUserPassword").isTrue(), "has no managed master secret");
    customerKey(
      "masterUserSecretKmsKeyId",
      "the master user's secret is encrypted under AWS's own key instead of a customer-managed one",
    )(database);
  },
});

const enginesWithIam = ["mysql", "mariadb", "postgres", "aurora", "aurora-mysql", "aurora-postgresql"];

const iamAuthentication = resourceRule("rds-iam-authentication", {
  check: (database) => {
    database.onlyWhen(database.get("engine").isOneOf(...enginesWithIam), "the engine has no IAM authentication");
    mustBeTrue("iamDatabaseAuthenticationEnabled", "IAM authentication is off")(database);
  },
});

const dataApi = resourceRule("aurora-data-api", {
  check: (database) => {
    database.expect(
      database.get("enableHttpEndpoint").isTrue().not().or(database.tag("hipaa:data-api").isTrue()),
      "the HTTP data API is on, and no tag says that it is wanted",
    );
  },
});

const proxyTls = resourceRule("rds-proxy-tls", {
  check: mustBeTrue("requireTls", "the proxy takes connections without TLS"),
});

const proxyDebugLogging = resourceRule("rds-proxy-debug-logging", {
  check: mustNotBeTrue("debugLogging", "the proxy writes SQL text to its log"),
});

const proxyIamAuth = resourceRule("rds-proxy-iam-auth", {
  check: (proxy) => {
    const everyLogin = proxy
      .get("auths")
      .isGiven()
      .and(proxy.get("auths").every((auth) => auth.get("iamAuth").isOneOf("REQUIRED")));
    proxy.expect(
      proxy.get("defaultAuthScheme").isOneOf("IAM_AUTH").or(everyLogin),
      "clients can sign in to the proxy without IAM",
    );
  },
});

/** Rules on who gets into a database, directly or through a proxy. */
export const credentialRules: readonly Rule[] = [
  managedMasterPassword,
  masterSecretCmk,
  iamAuthentication,
  dataApi,
  proxyTls,
  proxyDebugLogging,
  proxyIamAuth,
];
