import { customerKey, mustBeTrue, noneOf } from "../../authoring/conditions";
import { resourceRule, type Rule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import { asText } from "../../authoring/value";
import { compareVersions, isVersionAtLeast, versionNumbers } from "../../knowledge/engine-version";
import { isEncryptedAtRest, isNodeOfGroup, isSecondary, replicationGroup } from "./caches";

const atRest = resourceRule("elasticache-at-rest-encrypted", {
  check: (cache) => {
    cache.onlyWhen(isSecondary(cache).not(), "its primary decides");
    cache.expect(isEncryptedAtRest(cache), "the cache and its backups are not encrypted at rest");
  },
});

const cmk = resourceRule("elasticache-cmk", {
  check: (cache) => {
    if (cache.type === replicationGroup) {
      cache.onlyWhen(isEncryptedAtRest(cache), "is not encrypted, which is another rule's finding");
      const keyOfPrimary = cache.get("kmsKeyId").isGiven().not().and(isSecondary(cache));
      cache.onlyWhen(keyOfPrimary.not(), "its primary decides");
    }
    customerKey("kmsKeyId", "the cache is encrypted under AWS's own key instead of a customer-managed one")(cache);
  },
});

const inTransit = resourceRule("elasticache-transit-encrypted", {
  check: (cache) => {
    cache.onlyWhen(isSecondary(cache).not(), "its primary decides");
    mustBeTrue("transitEncryptionEnabled", "connections to the cache are not encrypted")(cache);
  },
});

const transitMode = resourceRule("elasticache-transit-mode", {
  check: noneOf("transitEncryptionMode", ["preferred"], "the cache takes connections without TLS beside those with it"),
});

const engineVersion = resourceRule("elasticache-engine-version", {
  check: (cache) => {
    const engine = cache.get("engine");
    cache.expect(
      engine.isGiven().not().or(engine.isOneOf("redis", "valkey")),
      "the engine is neither Valkey nor Redis OSS",
    );
    const version = cache.get("engineVersion");
    cache.expect(
      Truth.any([
        engine.isGiven().and(engine.isOneOf("redis").not()),
        version.isGiven().not(),
        version.whenKnown((raw) => canEncrypt(asText(raw))),
      ]),
      "the version of Redis OSS has neither encryption nor authentication",
    );
  },
});

/** Encryption and AUTH came with 3.2.6, were missing from the first versions of 4, and have been there since 4.0.10. */
function canEncrypt(version: string): boolean {
  return isVersionAtLeast(version, [4, 0, 10]) || compareVersions(versionNumbers(version), [3, 2, 6]) === 0;
}

const noStandaloneRedis = resourceRule("elasticache-no-standalone-redis", {
  check: (cache) => {
    cache.onlyWhen(cache.mayHoldPhi(), "is tagged as holding no PHI");
    cache.expect(
      isNodeOfGroup(cache).or(cache.get("engine").isOneOf("memcached")),
      "a cluster of Redis or Valkey that stands alone cannot be encrypted",
    );
  },
});

const memcachedTls = resourceRule("elasticache-memcached-tls", {
  check: (cache) => {
    cache.onlyWhen(cache.mayHoldPhi(), "is tagged as holding no PHI");
    cache.onlyWhen(cache.get("engine").isOneOf("memcached"), "is of another engine");
    mustBeTrue("transitEncryptionEnabled", "connections to the cache are not encrypted")(cache);
  },
});

/** Rules on encryption of caches at rest and in transit. */
export const cacheEncryptionRules: readonly Rule[] = [
  atRest,
  cmk,
  inTransit,
  transitMode,
  engineVersion,
  noStandaloneRedis,
  memcachedTls,
];
