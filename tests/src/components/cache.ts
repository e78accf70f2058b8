import { Cache, CacheEngine, type CacheArgs } from "@hipaa-aws/cache";
import * as fc from "fast-check";
import { alarmTopicArn, classification, keyArn, optional, tags } from "../support/arbitraries";
import { cacheUsers } from "../support/cache-arbitraries";
import type { RandomComponent } from "../support/random-components";

const engine: fc.Arbitrary<Partial<CacheArgs>> = fc.constantFrom(
  {},
  { engine: CacheEngine.Valkey, engineVersion: "7.2" },
  { engineVersion: "9.0" },
  { engine: CacheEngine.Redis },
);

const parameters = optional(
  fc.constantFrom<Record<string, string>[]>(
    { "notify-keyspace-events": "Ex" },
    { timeout: "60", "maxmemory-policy": "volatile-ttl" },
  ),
);

export const component: RandomComponent<CacheArgs> = {
  args: fc
    .tuple(
      fc.record({
        network: fc.constant<CacheArgs["network"]>({ vpcId: "vpc-1", dataSubnetIds: ["subnet-1", "subnet-2"] }),
        key: fc.constant({ arn: keyArn }),
        logsKey: fc.constant({ arn: keyArn }),
        nodeType: optional(fc.constantFrom("cache.t4g.small", "cache.r7g.xlarge", "cache.r6gd.xlarge")),
        // Without a replica nothing fails over, which is for the pack to say and for the user to exempt.
        replicas: optional(fc.integer({ min: 1, max: 5 })),
        shards: optional(fc.integer({ min: 1, max: 6 })),
        keyPatterns: optional(fc.constant<string[]>(["session:*"])),
        parameters,
        snapshotRetentionDays: optional(fc.integer({ min: 7, max: 35 })),
        snapshotWindow: optional(fc.constant("23:30-00:30")),
        maintenanceWindow: optional(fc.constant("sun:23:30-mon:00:30")),
        alarmTopicArn: optional(fc.constant(alarmTopicArn)),
        tags,
      }),
      engine,
      cacheUsers,
    )
    .map(([common, chosen, users]) => ({ ...common, ...chosen, ...users })),
  build: (name, args) => new Cache(name, args),
  optional: {
    ...classification,
    "cloudwatch-log-data-protection": "what the slow log quotes is kept a year, under a key of its own",
  },
};
