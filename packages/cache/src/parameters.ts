import type { ArgumentChecks } from "@hipaa-aws/foundation";

/** Seconds after which idle clients are logged off, at most. Source: 45 CFR 164.312(a)(2)(iii). */
const longestTimeout = 900;

/**
 * What the component sets itself. Only keys with an expiry make room, so that a cache full of keys without one says so
 * instead of growing old.
 */
const own = { "maxmemory-policy": "volatile-lru", timeout: String(longestTimeout) } as const;

/** Policies that evict no key without an expiry. */
const evictions = ["volatile-lru", "volatile-lfu", "volatile-random", "volatile-ttl", "noeviction"];

/** Checks further parameters and puts them on top of the component's own. */
export function parameterSettings(
  checks: ArgumentChecks,
  given: Readonly<Record<string, string>>,
): Record<string, string> {
  for (const [name, value] of Object.entries(given)) {
    checks.matches("parameters", name, /^[a-z0-9-]+$/, "the name of a parameter, for example notify-keyspace-events");
    if (name === "cluster-enabled") {
      checks.fail("parameters", "holds cluster-enabled, which shards decides", "Leave it out");
    }
    if (name === "maxmemory-policy") checks.oneOf("parameters[maxmemory-policy]", value, evictions);
    if (name === "timeout") checks.integer("parameters[timeout]", Number(value), 1, longestTimeout);
  }
  return { ...own, ...given };
}
