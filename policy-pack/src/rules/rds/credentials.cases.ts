import { fault, notApplicable, pass, resource, undecided, unknown, type ServiceCases } from "../../testing/cases";
import { awsKey, cluster, customerKeyArn, instance } from "../../testing/databases";

const proxy = (properties: Record<string, unknown>) => resource("aws:rds/proxy:Proxy", properties);
const wanted = { tags: { "hipaa:data-api": "true" } };

export const credentialCases: ServiceCases = {
  "rds-managed-master-password": [
    pass("managed by AWS", instance({ manageMasterUserPassword: true })),
    pass("a write-only password", instance({ passwordWo: unknown })),
    pass("a write-only password of a cluster", cluster({ masterPasswordWo: "x" })),
    fault("a password", instance({ password: "x" })),
    fault("a generated password, which state will hold", instance({ password: unknown })),
    fault("a password of a cluster", cluster({ engine: "aurora-mysql", masterPassword: "x" })),
    fault("a password beside the managed one", cluster({ manageMasterUserPassword: true, masterPassword: "x" })),
    fault("a password on a restore", instance({ snapshotIdentifier: "s", password: "x" })),
    fault("nothing said", instance({ engine: "postgres" })),
    pass("a replica", instance({ replicateSourceDb: "primary" })),
    pass("a restore", cluster({ snapshotIdentifier: "s" })),
    pass("a secondary cluster", cluster({ globalClusterIdentifier: unknown })),
    notApplicable("a DocumentDB cluster", cluster({ engine: "docdb", masterPassword: "x" })),
    undecided("known on update", instance({ manageMasterUserPassword: unknown })),
    pass("a cluster's managed by AWS", cluster({ manageMasterUserPassword: true })),
  ],
  "rds-master-secret-cmk": [
    pass("a wired key", instance({ manageMasterUserPassword: true, masterUserSecretKmsKeyId: unknown })),
    pass("a key by ARN", cluster({ manageMasterUserPassword: true, masterUserSecretKmsKeyId: customerKeyArn })),
    fault("no key", instance({ manageMasterUserPassword: true })),
    fault("AWS's own key", cluster({ manageMasterUserPassword: true, masterUserSecretKmsKeyId: awsKey })),
    notApplicable("no managed secret", instance({})),
    undecided("known on update", instance({ manageMasterUserPassword: unknown })),
  ],
  "rds-iam-authentication": [
    pass("on", instance({ engine: "postgres", iamDatabaseAuthenticationEnabled: true })),
    fault("off", instance({ engine: "mysql", iamDatabaseAuthenticationEnabled: false })),
    fault("nothing said", cluster({ engine: "aurora-postgresql" })),
    notApplicable("an engine without it", instance({ engine: "oracle-se2" })),
    undecided("known on update", instance({ engine: "mariadb", iamDatabaseAuthenticationEnabled: unknown })),
    undecided("an engine known on update", instance({ engine: unknown })),
    fault("off in PostgreSQL", instance({ engine: "postgres", iamDatabaseAuthenticationEnabled: false })),
  ],
  "aurora-data-api": [
    pass("off", cluster({ enableHttpEndpoint: false })),
    pass("nothing said, which means off", cluster({})),
    pass("on and wanted", cluster({ enableHttpEndpoint: true, ...wanted })),
    fault("on", cluster({ enableHttpEndpoint: true })),
    fault("on, and tagged as not wanted", cluster({ enableHttpEndpoint: true, tags: { "hipaa:data-api": "false" } })),
    undecided("known on update", cluster({ enableHttpEndpoint: unknown })),
  ],
  "rds-proxy-tls": [
    pass("required", proxy({ requireTls: true })),
    pass(
      "required, with a log of statements, which another rule may ask about",
      proxy({ requireTls: true, debugLogging: true }),
    ),
    fault("not required", proxy({ requireTls: false })),
    fault("nothing said, which means not required", proxy({ engineFamily: "POSTGRESQL" })),
    undecided("known on update", proxy({ requireTls: unknown })),
  ],
  "rds-proxy-debug-logging": [
    pass("off", proxy({ debugLogging: false })),
    pass("nothing said, which means off", proxy({})),
    fault("on", proxy({ debugLogging: true })),
    undecided("known on update", proxy({ debugLogging: unknown })),
  ],
  "rds-proxy-iam-auth": [
    pass("every login by IAM", proxy({ auths: [{ iamAuth: "REQUIRED" }] })),
    pass("IAM from end to end", proxy({ defaultAuthScheme: "IAM_AUTH" })),
    fault("a login without IAM", proxy({ auths: [{ iamAuth: "REQUIRED" }, { iamAuth: "DISABLED" }] })),
    fault("nothing said, which means without", proxy({ auths: [{ secretArn: unknown }] })),
    fault("no login at all", proxy({})),
    undecided("a login known on update", proxy({ auths: [{ iamAuth: unknown }] })),
    undecided("logins known on update", proxy({ auths: unknown })),
  ],
};
