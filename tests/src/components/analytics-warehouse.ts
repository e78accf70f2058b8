import { AnalyticsWarehouse, AnalyticsWarehouseKind, type AnalyticsWarehouseArgs } from "@hipaa-aws/data-services";
import * as fc from "fast-check";
import { alarmTopicArn, classification, keyArn, optional, roleArn, tags } from "../support/arbitraries";
import type { RandomComponent } from "../support/random-components";

const capacity = (min: number, max: number) => optional(fc.integer({ min: min / 8, max: max / 8 }).map((n) => 8 * n));

const kinds: fc.Arbitrary<Partial<AnalyticsWarehouseArgs>> = fc.oneof(
  fc
    .record({
      kind: optional(fc.constant(AnalyticsWarehouseKind.Cluster)),
      availabilityZones: optional(fc.integer({ min: 2, max: 3 })),
      nodeType: optional(fc.constantFrom("ra3.large", "ra3.4xlarge")),
      nodes: optional(fc.integer({ min: 2, max: 128 })),
      multiAz: optional(fc.boolean()),
      snapshotDays: optional(fc.integer({ min: 7, max: 35 })),
      replicaRegion: optional(fc.constant("us-west-2")),
      alarmTopicArn: optional(fc.constant(alarmTopicArn)),
    })
    .map((args) => ({
      ...args,
      replicaKeyArn: args.replicaRegion && keyArn.replace("us-east-1", args.replicaRegion),
    })),
  fc.record({
    kind: fc.constant(AnalyticsWarehouseKind.Serverless),
    baseCapacity: capacity(8, 128),
    maxCapacity: capacity(128, 512),
  }),
);

const rest = fc.record({
  network: fc.constant<AnalyticsWarehouseArgs["network"]>({
    vpcId: "vpc-1",
    dataSubnetIds: ["subnet-1", "subnet-2", "subnet-3"],
  }),
  key: fc.constant({ arn: keyArn }),
  secretsKey: fc.constant({ arn: keyArn }),
  logsKey: fc.constant({ arn: keyArn }),
  databaseName: optional(fc.constant("outcomes")),
  administratorName: optional(fc.constant("steward")),
  roleArns: optional(fc.constant<string[]>([roleArn("copy")])),
  logRetentionDays: optional(fc.constantFrom(2192, 3653)),
  tags,
});

export const component: RandomComponent<AnalyticsWarehouseArgs> = {
  args: fc.tuple(rest, kinds).map(([args, kind]) => ({ ...args, ...kind })),
  build: (name, args) => new AnalyticsWarehouse(name, args),
  optional: {
    ...classification,
    "cloudwatch-log-data-protection": "the audit log is the record of statements as they were, under its own key",
  },
};
