import type { ResourceCheck } from "../../authoring/resource-check";
import { Truth } from "../../authoring/truth";

export const replicationGroup = "aws:elasticache/replicationGroup:ReplicationGroup";
export const cacheCluster = "aws:elasticache/cluster:Cluster";

/** A secondary of a global datastore, which takes engine, encryption and authentication from the primary. */
export function isSecondary(cache: ResourceCheck): Truth {
  return cache.get("globalReplicationGroupId").isGiven();
}

/** A node that belongs to a replication group, which is what decides for it. */
export function isNodeOfGroup(cache: ResourceCheck): Truth {
  return Truth.of(cache.type === cacheCluster).and(cache.get("replicationGroupId").isGiven());
}

/** Encrypted at rest: the engine Valkey is by default, Redis OSS only when told to. */
export function isEncryptedAtRest(cache: ResourceCheck): Truth {
  const flag = cache.get("atRestEncryptionEnabled");
  return flag.isTrue().or(flag.isGiven().not().and(cache.get("engine").isOneOf("valkey")));
}

/** Redis OSS or Valkey, as opposed to Memcached; a replication group is one of them whatever it says. */
export function isRedisOrValkey(cache: ResourceCheck): Truth {
  if (cache.type === replicationGroup) return Truth.yes;
  return cache.get("engine").isOneOf("redis", "valkey");
}
