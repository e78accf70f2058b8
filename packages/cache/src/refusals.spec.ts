import assert from "node:assert/strict";
import * as fc from "fast-check";
import { accessString } from "./key-patterns";
import { CacheEngine, type CacheArgs } from "./args";
import { settingsOf } from "./settings";
import { cache, required } from "./testing/example";
import { record, refusal } from "@hipaa-aws/component-testing";

const refused: [Partial<CacheArgs>, RegExp][] = [
  [{ engine: "memcached" as CacheEngine, engineVersion: "1.6" }, /engine is "memcached".* Choose one of valkey, redis/],
  [{ engineVersion: "8" }, /engineVersion is "8"\. It must be a major and minor version/],
  [
    { engineVersion: "7.1" },
    /engine and engineVersion are valkey and "7.1".* Use valkey 7.2 or newer, of major 7, 8, 9/,
  ],
  [{ engineVersion: "10.0" }, /engine and engineVersion are valkey and "10.0"/],
  [{ engine: CacheEngine.Redis, engineVersion: "6.2" }, /are redis and "6.2".* Use redis 7.0 or newer, of major 7/],
  [{ engine: CacheEngine.Redis, engineVersion: "8.0" }, /are redis and "8.0"/],
  [{ nodeType: "m7g.large" }, /nodeType is "m7g.large"\. It must be a node type such as/],
  [{ nodeType: "cache.m3.large" }, /nodeType is "cache.m3.large", of a family that cannot encrypt/],
  [{ replicas: -1 }, /replicas is -1, .* 0 to 5/],
  [{ replicas: 6 }, /replicas is 6/],
  [{ replicas: 0.5 }, /replicas is 0.5/],
  [{ shards: 0 }, /shards is 0, .* 1 to 500/],
  [{ shards: 251 }, /shards and replicas ask for 502 nodes/],
  [{ keyPatterns: [] }, /keyPatterns has 0 element/],
  [{ keyPatterns: ["* +@all"] }, /keyPatterns\[0\] is "\* \+@all"/],
  [{ keyPatterns: ["~a"] }, /keyPatterns\[0\] is "~a"/],
  [{ keyPatterns: ["a", "a"] }, /keyPatterns holds "a" twice/],
  [{ snapshotRetentionDays: 6 }, /snapshotRetentionDays is 6, .* 7 to 35/],
  [{ snapshotRetentionDays: 36 }, /snapshotRetentionDays is 36/],
  [{ snapshotWindow: "6:00-7:00" }, /snapshotWindow is "6:00-7:00"/],
  [{ snapshotWindow: "06:00-06:59" }, /snapshotWindow lasts 59 minutes\. Give it 60/],
  [{ maintenanceWindow: "Sun:08:00-Sun:09:00" }, /maintenanceWindow is "Sun:08:00-Sun:09:00"/],
  [{ maintenanceWindow: "sun:08:00-sun:08:30" }, /maintenanceWindow lasts 30 minutes/],
];

describe("what Cache refuses", () => {
  for (const [args, message] of refused) {
    it(JSON.stringify(args), async () => {
      const said = await refusal(cache(args));
      assert.match(said, message);
      assert.match(said, /^Cache "sessions": /);
    });
  }

  for (const name of ["Sessions", "a_b", "a--b", "-a", "a-", "1a"]) {
    it(`the name ${name}`, async () => {
      assert.match(await refusal(cache({}, name)), /: name is "/);
    });
  }

  it("a name whose users would pass 40 characters", async () => {
    assert.match(await refusal(cache({}, "a".repeat(29))), /40 characters AWS allows for an ElastiCache user id/);
    await record(cache({}, "a".repeat(28)));
  });

  it("every key pattern that would add a rule to the access string", () => {
    fc.assert(
      fc.property(fc.string(), (pattern) => {
        let settings;
        try {
          settings = settingsOf("sessions", { ...required, keyPatterns: [pattern] });
        } catch (error) {
          assert.equal((error as Error).name, "ArgumentError");
          return;
        }
        assert.equal(accessString(settings.keyPatterns).split(/\s/).length, 6);
      }),
    );
  });

  for (const argument of ["network", "key", "logsKey"]) {
    it(`a missing ${argument}`, async () => {
      const given = { [argument]: undefined } as Partial<CacheArgs>;
      assert.match(await refusal(cache(given)), new RegExp(`: ${argument} is missing`));
    });
  }

  it("before anything is registered", async () => {
    const graph = await record(() => assert.throws(() => cache({ replicas: 9 })()));
    assert.deepEqual(graph.names, []);
  });
});
