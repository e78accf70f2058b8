import { mustNotBeFalse, required } from "../../authoring/conditions";
import { resourceRule, type Rule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import { isNodeOfGroup, isRedisOrValkey } from "./caches";

const nodeType = resourceRule("elasticache-node-type", {
  check: (cache) => {
    cache.expect(
      cache
        .get("nodeType")
        .matches(/^(cache\.)?(m1|m2|m3|c1|r3|t1)\./i)
        .not(),
      "the nodes are of a generation that AWS no longer renews",
    );
  },
});

const securityUpdates = resourceRule("elasticache-security-updates", {
  check: mustNotBeFalse("autoMinorVersionUpgrade", "minor versions, which bring security fixes, are not installed"),
});

const maintenanceWindow = resourceRule("elasticache-maintenance-window", {
  check: required("maintenanceWindow", "AWS chooses when the cache is maintained"),
});

const backup = resourceRule("elasticache-ha-and-backup", {
  config: {
    cacheSnapshotDays: {
      type: "integer",
      description: "Least number of days that snapshots are kept.",
      default: 7,
      minimum: 1,
      maximum: 35,
    },
  },
  check: (cache) => {
    cache.onlyWhen(isNodeOfGroup(cache).not(), "its replication group decides");
    cache.onlyWhen(isRedisOrValkey(cache), "Memcached takes no snapshots");
    const days = cache.setting<number>("cacheSnapshotDays");
    cache.expect(
      cache.get("snapshotRetentionLimit").isAtLeast(days),
      `snapshots are kept less than ${String(days)} days, or not taken`,
    );
  },
});

const serverlessBackup = resourceRule("elasticache-serverless-backup", {
  check: (cache) => {
    cache.onlyWhen(isRedisOrValkey(cache), "is of another engine");
    cache.expect(cache.get("snapshotRetentionLimit").isAtLeast(7), "snapshots are kept less than 7 days, or not taken");
  },
});

const multiAz = resourceRule("elasticache-multi-az", {
  check: (cache) => {
    cache.expect(
      Truth.all(["automaticFailoverEnabled", "multiAzEnabled"].map((path) => cache.get(path).isTrue())),
      "the cache does not fail over to another zone by itself",
    );
  },
});

const logs = resourceRule("elasticache-logs", {
  check: (cache) => {
    cache.expect(
      cache.get("logDeliveryConfigurations").some((log) => log.get("logType").isOneOf("engine-log")),
      "the engine's log is delivered nowhere",
    );
  },
});

/** Rules on how caches are kept, upgraded and watched. */
export const cacheOperationRules: readonly Rule[] = [
  nodeType,
  securityUpdates,
  maintenanceWindow,
  backup,
  serverlessBackup,
  multiAz,
  logs,
];
