import { CacheEngine, ServerlessCache, type ServerlessCacheArgs } from "@hipaa-aws/cache";
import * as fc from "fast-check";
import { alarmTopicArn, classification, keyArn, optional, tags } from "../support/arbitraries";
import { cacheUsers } from "../support/cache-arbitraries";
import type { RandomComponent } from "../support/random-components";

export const component: RandomComponent<ServerlessCacheArgs> = {
  args: fc
    .tuple(
      fc.record({
        network: fc.constant<ServerlessCacheArgs["network"]>({
          vpcId: "vpc-1",
          dataSubnetIds: ["subnet-1", "subnet-2"],
        }),
        key: fc.constant({ arn: keyArn }),
        engine: optional(fc.constantFrom(...Object.values(CacheEngine))),
        keyPatterns: optional(fc.constant<string[]>(["session:*"])),
        maxDataGigabytes: optional(fc.integer({ min: 10, max: 5000 })),
        minDataGigabytes: optional(fc.integer({ min: 1, max: 10 })),
        maxProcessingUnits: optional(fc.integer({ min: 10_000, max: 15_000_000 })),
        minProcessingUnits: optional(fc.integer({ min: 1000, max: 10_000 })),
        snapshotRetentionDays: optional(fc.integer({ min: 7, max: 35 })),
        snapshotTime: optional(fc.constant("23:30")),
        alarmTopicArn: optional(fc.constant(alarmTopicArn)),
        tags,
      }),
      cacheUsers,
    )
    .map(([common, users]) => ({ ...common, ...users })),
  build: (name, args) => new ServerlessCache(name, args),
  optional: { ...classification },
};
