import { PhiFileSystem, type PhiFileSystemArgs } from "@hipaa-aws/data-services";
import * as fc from "fast-check";
import { classification, keyArn, optional, organizationId, tags } from "../support/arbitraries";
import type { RandomComponent } from "../support/random-components";

const userId = optional(fc.integer({ min: 1, max: 65_535 }));

export const component: RandomComponent<PhiFileSystemArgs> = {
  args: fc
    .record({
      network: fc.constant<PhiFileSystemArgs["network"]>({
        vpcId: "vpc-1",
        dataSubnetIds: ["subnet-1", "subnet-2", "subnet-3"],
      }),
      availabilityZones: optional(fc.integer({ min: 2, max: 3 })),
      key: fc.constant({ arn: keyArn }),
      accessPoints: fc
        .tuple(userId, userId)
        .map(([user, group]) => [{ name: "reports", path: "/reports", userId: user, groupId: group }]),
      archiveAfterDays: optional(fc.constantFrom(1, 7, 14, 30, 60, 90)),
      replicaRegion: optional(fc.constant("us-west-2")),
      organizationId,
      tags,
    })
    .map((args) => ({
      ...args,
      replicaKeyArn: args.replicaRegion && keyArn.replace("us-east-1", args.replicaRegion),
    })),
  build: (name, args) => new PhiFileSystem(name, args),
  optional: { ...classification },
};
