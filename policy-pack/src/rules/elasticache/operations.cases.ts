import { fault, notApplicable, pass, undecided, unknown, type ServiceCases } from "../../testing/cases";
import { cacheCluster, replicationGroup, serverlessCache } from "../../testing/caches";

const zones = { automaticFailoverEnabled: true, multiAzEnabled: true };
const logsOf = (...types: unknown[]) =>
  replicationGroup({ logDeliveryConfigurations: types.map((logType) => ({ logType, logFormat: "json" })) });

export const cacheOperationCases: ServiceCases = {
  "elasticache-node-type": [
    pass("a current family", replicationGroup({ nodeType: "cache.m7g.large" })),
    pass("nothing said", replicationGroup({ globalReplicationGroupId: "g" })),
    pass("a family with a similar name", replicationGroup({ nodeType: "cache.r3gx.large" })),
    fault("an old family", replicationGroup({ nodeType: "cache.m3.medium" })),
    fault("another old family", replicationGroup({ nodeType: "cache.r3.large" })),
    undecided("known on update", replicationGroup({ nodeType: unknown })),
  ],
  "elasticache-security-updates": [
    pass("nothing said, which means on", replicationGroup()),
    pass("on", cacheCluster({ autoMinorVersionUpgrade: "true" })),
    fault("off", replicationGroup({ autoMinorVersionUpgrade: false })),
    fault("off, as text", cacheCluster({ autoMinorVersionUpgrade: "false" })),
    undecided("known on update", replicationGroup({ autoMinorVersionUpgrade: unknown })),
  ],
  "elasticache-maintenance-window": [
    pass("chosen", replicationGroup({ maintenanceWindow: "sun:08:00-sun:09:00" })),
    pass("known on update", replicationGroup({ maintenanceWindow: unknown })),
    fault("not chosen", replicationGroup()),
    fault("empty", replicationGroup({ maintenanceWindow: "" })),
  ],
  "elasticache-ha-and-backup": [
    pass("seven days", replicationGroup({ snapshotRetentionLimit: 7 })),
    fault("six days", replicationGroup({ snapshotRetentionLimit: 6 })),
    fault("nothing said, which means none", replicationGroup()),
    fault("fewer days than configured", replicationGroup({ snapshotRetentionLimit: 7 }), {
      config: { cacheSnapshotDays: 15 },
    }),
    fault("a cluster of Redis that stands alone", cacheCluster({ engine: "redis" })),
    notApplicable("Memcached", cacheCluster({ engine: "memcached" })),
    notApplicable("a node of a replication group", cacheCluster({ replicationGroupId: unknown })),
    undecided("known on update", replicationGroup({ snapshotRetentionLimit: unknown })),
  ],
  "elasticache-serverless-backup": [
    pass("seven days", serverlessCache({ engine: "valkey", snapshotRetentionLimit: 7 })),
    fault("one day", serverlessCache({ engine: "redis", snapshotRetentionLimit: 1 })),
    fault("nothing said", serverlessCache({ engine: "valkey" })),
    notApplicable("Memcached", serverlessCache({ engine: "memcached" })),
    undecided("known on update", serverlessCache({ engine: "valkey", snapshotRetentionLimit: unknown })),
  ],
  "elasticache-multi-az": [
    pass("both", replicationGroup(zones)),
    pass("both, as text", replicationGroup({ automaticFailoverEnabled: "true", multiAzEnabled: "true" })),
    fault("no failover", replicationGroup({ ...zones, automaticFailoverEnabled: false })),
    fault("one zone", replicationGroup({ automaticFailoverEnabled: true })),
    fault("nothing said", replicationGroup()),
    fault("one zone, the other known on update", replicationGroup({ automaticFailoverEnabled: unknown })),
    undecided("known on update", replicationGroup({ ...zones, multiAzEnabled: unknown })),
  ],
  "elasticache-logs": [
    pass("the engine's log", logsOf("slow-log", "engine-log")),
    pass("the engine's log alone", logsOf("engine-log")),
    fault("the slow log only", logsOf("slow-log")),
    fault("nothing said", replicationGroup()),
    undecided("a log known on update", logsOf("slow-log", unknown)),
    undecided("logs known on update", replicationGroup({ logDeliveryConfigurations: unknown })),
  ],
};
