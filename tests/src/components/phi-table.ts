import { PhiTable, PhiTableKeyType, type PhiTableArgs } from "@hipaa-aws/data-services";
import * as fc from "fast-check";
import { alarmTopicArn, classification, keyArn, optional, organizationId, tags } from "../support/arbitraries";
import type { RandomComponent } from "../support/random-components";

const attribute = (name: string) => fc.constantFrom(...Object.values(PhiTableKeyType)).map((type) => ({ name, type }));

export const component: RandomComponent<PhiTableArgs> = {
  args: fc.record({
    key: fc.constant({ arn: keyArn }),
    partitionKey: attribute("patientId"),
    sortKey: optional(attribute("visitId")),
    indexes: optional(attribute("wardId").map((partitionKey) => [{ name: "by-ward", partitionKey }])),
    expiryAttribute: optional(fc.constant("disposeAt")),
    pointInTimeRecoveryDays: optional(fc.integer({ min: 1, max: 35 })),
    stream: optional(fc.boolean()),
    replicas: optional(fc.constant([{ region: "us-west-2", keyArn: keyArn.replace("us-east-1", "us-west-2") }])),
    maxReadUnits: optional(fc.integer({ min: 1, max: 40_000 })),
    maxWriteUnits: optional(fc.integer({ min: 1, max: 40_000 })),
    deletionProtection: fc.constant(undefined),
    organizationId,
    alarmTopicArn: optional(fc.constant(alarmTopicArn)),
    tags,
  }),
  build: (name, args) => new PhiTable(name, args),
  optional: { ...classification },
};
