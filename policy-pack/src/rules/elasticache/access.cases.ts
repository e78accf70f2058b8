import { fault, notApplicable, pass, undecided, unknown, type ServiceCases } from "../../testing/cases";
import { cacheCluster, cacheUser, replicationGroup, serverlessCache } from "../../testing/caches";

const tls = { transitEncryptionEnabled: true };
const group = (properties: Record<string, unknown>) => replicationGroup({ ...tls, ...properties });
const token = "a-token-of-enough-characters";

export const cacheAccessCases: ServiceCases = {
  "elasticache-auth": [
    pass("a token", group({ authToken: token })),
    pass("a generated token", group({ authToken: unknown })),
    pass("a write-only token", group({ authTokenWo: token })),
    pass("users", group({ userGroupIds: [unknown] })),
    pass("users known on update", group({ userGroupIds: unknown })),
    fault("nothing", group({ engine: "valkey" })),
    fault("an empty list of users", group({ userGroupIds: [] })),
    fault("a short token", group({ authToken: "fifteen-letters" })),
    fault("a token with a slash", group({ authToken: `${token}/` })),
    fault("a write-only token with an at sign", group({ authTokenWo: `${token}@` })),
    fault("a token with a blank", group({ authToken: "a token of enough characters" })),
    fault("a token about to be removed", group({ authToken: token, authTokenUpdateStrategy: "DELETE" })),
    pass("a token removed for users", group({ userGroupIds: [unknown], authTokenUpdateStrategy: "DELETE" })),
    notApplicable("no TLS, which another rule reports", replicationGroup()),
    notApplicable("TLS only preferred", group({ transitEncryptionMode: "preferred" })),
    notApplicable("a secondary of a global datastore", group({ globalReplicationGroupId: "global" })),
    undecided("TLS known on update", replicationGroup({ transitEncryptionEnabled: unknown })),
    undecided("a strategy known on update", group({ authToken: token, authTokenUpdateStrategy: unknown })),
  ],
  "elasticache-rbac-users": [
    pass("IAM", cacheUser({ accessString: "on ~app:* +@read", authenticationMode: { type: "iam" } })),
    pass("passwords", cacheUser({ accessString: "on ~* +@all", passwords: [unknown] })),
    pass("a write-only password", cacheUser({ accessString: "on ~* +@all", passwordsWo: unknown })),
    pass("off", cacheUser({ accessString: "off ~* -@all", authenticationMode: { type: "no-password-required" } })),
    pass("off without more", cacheUser({ accessString: "off", noPasswordRequired: true })),
    fault("no password required", cacheUser({ accessString: "on ~* +@all", noPasswordRequired: true })),
    fault(
      "no password required, by mode",
      cacheUser({ accessString: "on ~*", authenticationMode: { type: "no-password-required" } }),
    ),
    fault(
      "passwords that are not required",
      cacheUser({ accessString: "on ~*", passwords: ["x"], noPasswordRequired: true }),
    ),
    fault("nothing said", cacheUser({ accessString: "on ~* +@all" })),
    fault("off, and on again", cacheUser({ accessString: "off on ~*", noPasswordRequired: true })),
    undecided("known on update", cacheUser({ accessString: "on ~*", passwords: ["x"], noPasswordRequired: unknown })),
    undecided("a mode known on update", cacheUser({ accessString: "on ~*", authenticationMode: unknown })),
    undecided("an access string known on update", cacheUser({ accessString: unknown, noPasswordRequired: true })),
  ],
  "elasticache-user-access-string": [
    pass("some keys", cacheUser({ accessString: "on ~app:* +@all" })),
    pass("some commands", cacheUser({ accessString: "on ~* +@read +@write" })),
    pass("all but some commands", cacheUser({ accessString: "on ~* +@all -@admin -@dangerous" })),
    fault("everything", cacheUser({ accessString: "on ~* +@all" })),
    fault("everything in other words", cacheUser({ accessString: "on allkeys allchannels allcommands" })),
    fault("everything after a reset", cacheUser({ accessString: "on ~* -@all +@all" })),
    notApplicable("off", cacheUser({ accessString: "off ~* +@all" })),
    undecided("known on update", cacheUser({ accessString: unknown })),
    pass("nothing said, which AWS does not accept", cacheUser({})),
  ],
  "elasticache-serverless-auth": [
    pass("users", serverlessCache({ engine: "valkey", userGroupId: "users" })),
    pass("users known on update", serverlessCache({ engine: "redis", userGroupId: unknown })),
    fault("no users", serverlessCache({ engine: "valkey" })),
    fault("no users on Redis", serverlessCache({ engine: "redis" })),
    notApplicable("Memcached, which has none", serverlessCache({ engine: "memcached" })),
    undecided("an engine known on update", serverlessCache({ engine: unknown })),
  ],
  "elasticache-subnet-group": [
    pass("a group by name", replicationGroup({ subnetGroupName: "data" })),
    pass("a wired group", cacheCluster({ subnetGroupName: unknown })),
    fault("no group", replicationGroup()),
    fault("the default group", cacheCluster({ subnetGroupName: "default" })),
    fault(
      "the default group on a secondary",
      replicationGroup({ globalReplicationGroupId: "g", subnetGroupName: "default" }),
    ),
    pass("a node of a replication group", cacheCluster({ replicationGroupId: unknown })),
    pass("a secondary of a global datastore", replicationGroup({ globalReplicationGroupId: unknown })),
  ],
};
