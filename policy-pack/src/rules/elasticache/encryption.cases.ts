import { fault, notApplicable, pass, undecided, unknown, type ServiceCases } from "../../testing/cases";
import { cacheCluster, replicationGroup, serverlessCache } from "../../testing/caches";
import { customerKeyArn, noPhi } from "../../testing/databases";

const encrypted = { atRestEncryptionEnabled: true };
const secondary = { globalReplicationGroupId: unknown };
const awsKey = "alias/aws/elasticache";

export const cacheEncryptionCases: ServiceCases = {
  "elasticache-at-rest-encrypted": [
    pass("encrypted", replicationGroup(encrypted)),
    pass("the flag as text", replicationGroup({ atRestEncryptionEnabled: "true" })),
    fault("not encrypted", replicationGroup({ engine: "valkey", atRestEncryptionEnabled: false })),
    fault("Redis that says nothing", replicationGroup({ engine: "redis" })),
    fault("nothing said at all, which means Redis", replicationGroup()),
    pass("Valkey that says nothing, which means encrypted", replicationGroup({ engine: "valkey" })),
    notApplicable("a secondary of a global datastore", replicationGroup(secondary)),
    undecided("known on update", replicationGroup({ engine: "valkey", atRestEncryptionEnabled: unknown })),
    undecided("an engine known on update", replicationGroup({ engine: unknown })),
  ],
  "elasticache-cmk": [
    pass("a wired key", replicationGroup({ ...encrypted, kmsKeyId: unknown })),
    pass("a serverless cache with a key", serverlessCache({ engine: "valkey", kmsKeyId: customerKeyArn })),
    fault("no key", replicationGroup(encrypted)),
    fault("Valkey, encrypted by default, without a key", replicationGroup({ engine: "valkey" })),
    fault("AWS's own key", replicationGroup({ ...encrypted, kmsKeyId: awsKey })),
    fault("a serverless cache without a key", serverlessCache({ engine: "valkey" })),
    fault("a secondary with AWS's own key", replicationGroup({ ...encrypted, ...secondary, kmsKeyId: awsKey })),
    notApplicable("a secondary without a key", replicationGroup({ ...encrypted, ...secondary })),
    notApplicable("not encrypted", replicationGroup({ engine: "redis" })),
    undecided("known on update", replicationGroup({ atRestEncryptionEnabled: unknown })),
  ],
  "elasticache-transit-encrypted": [
    pass("encrypted", replicationGroup({ transitEncryptionEnabled: true })),
    fault("not encrypted", replicationGroup({ transitEncryptionEnabled: false })),
    fault("nothing said", replicationGroup({ engine: "valkey" })),
    notApplicable("a secondary of a global datastore", replicationGroup(secondary)),
    undecided("known on update", replicationGroup({ transitEncryptionEnabled: unknown })),
  ],
  "elasticache-transit-mode": [
    pass("required", replicationGroup({ transitEncryptionMode: "required" })),
    pass("nothing said, which means required", replicationGroup({ transitEncryptionEnabled: true })),
    fault("preferred", replicationGroup({ transitEncryptionMode: "preferred" })),
    undecided("known on update", replicationGroup({ transitEncryptionMode: unknown })),
  ],
  "elasticache-engine-version": [
    pass("Valkey", replicationGroup({ engine: "valkey", engineVersion: "8.1" })),
    pass("Valkey of a low version number", replicationGroup({ engine: "valkey", engineVersion: "1.0" })),
    pass("Redis 7", replicationGroup({ engineVersion: "7.1" })),
    pass("Redis 6 of any minor version", replicationGroup({ engine: "redis", engineVersion: "6.x" })),
    pass("Redis 3.2.6", replicationGroup({ engine: "redis", engineVersion: "3.2.6" })),
    pass("AWS's default version", replicationGroup()),
    fault("Redis 3.2.10", replicationGroup({ engine: "redis", engineVersion: "3.2.10" })),
    fault("Redis 4.0.9", replicationGroup({ engineVersion: "4.0.9" })),
    fault("Redis 2.8", replicationGroup({ engine: "redis", engineVersion: "2.8.24" })),
    fault("another engine", replicationGroup({ engine: "memcached" })),
    undecided("known on update", replicationGroup({ engineVersion: unknown })),
    undecided("an engine known on update", replicationGroup({ engine: unknown, engineVersion: "8.1" })),
  ],
  "elasticache-no-standalone-redis": [
    pass("Memcached", cacheCluster({ engine: "memcached" })),
    pass("a node of a replication group", cacheCluster({ replicationGroupId: unknown })),
    fault("Redis", cacheCluster({ engine: "redis" })),
    fault("Valkey", cacheCluster({ engine: "valkey" })),
    fault("nothing said", cacheCluster({ nodeType: "cache.t4g.small" })),
    notApplicable("a cache without PHI", cacheCluster({ engine: "redis", ...noPhi })),
    undecided("an engine known on update", cacheCluster({ engine: unknown })),
  ],
  "elasticache-memcached-tls": [
    pass("encrypted", cacheCluster({ engine: "memcached", transitEncryptionEnabled: true })),
    fault("not encrypted", cacheCluster({ engine: "memcached", transitEncryptionEnabled: false })),
    fault("nothing said", cacheCluster({ engine: "memcached" })),
    notApplicable("Redis", cacheCluster({ engine: "redis" })),
    notApplicable("a cache without PHI", cacheCluster({ engine: "memcached", ...noPhi })),
    undecided("known on update", cacheCluster({ engine: "memcached", transitEncryptionEnabled: unknown })),
  ],
};
