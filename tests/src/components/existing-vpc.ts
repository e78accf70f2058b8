import { ExistingVpc, VpcEndpointPreset, type ExistingVpcArgs } from "@hipaa-aws/network";
import * as fc from "fast-check";
import { classification, keyArn, optional, organizationId, tags } from "../support/arbitraries";
import { existingTiers, existingVpc } from "../support/existing-vpc-arbitraries";
import type { RandomComponent } from "../support/random-components";

const endpoints: fc.Arbitrary<Partial<ExistingVpcArgs>> = fc.oneof(
  fc.record({
    endpointPresets: optional(fc.subarray(Object.values(VpcEndpointPreset), { maxLength: 3 })),
    interfaceEndpoints: optional(fc.subarray(["backup", "email-smtp"])),
    appRouteTableIds: optional(fc.constant<string[]>(["rtb-1", "rtb-2"])),
    managedInstances: optional(fc.boolean()),
  }),
  fc.record({
    webRouteTableIds: fc.constant<string[]>(["rtb-1"]),
    appRouteTableIds: fc.constant<string[]>(["rtb-2"]),
    dynamoDbEndpoint: optional(fc.boolean()),
  }),
  fc.constant<Partial<ExistingVpcArgs>>({ endpointSecurityGroupId: "sg-1", s3EndpointId: "vpce-1" }),
);

const record: fc.Arbitrary<Partial<ExistingVpcArgs>> = fc.constantFrom<Partial<ExistingVpcArgs>>(
  { flowLogBucket: { bucketArn: "arn:aws:s3:::flow-logs" } },
  { flowLogId: "fl-1" },
);

export const component: RandomComponent<ExistingVpcArgs> = {
  args: fc
    .tuple(
      endpoints,
      record,
      fc.record({
        ...existingTiers,
        organizationId,
        rejectedTrafficLog: optional(fc.boolean()),
        publicAccessExemption: optional(fc.boolean()),
        tags,
      }),
    )
    .map(([which, log, rest]) => ({
      ...existingVpc,
      logsKey: { arn: keyArn },
      ...which,
      ...log,
      ...rest,
    })),
  build: (name, args) => new ExistingVpc(name, args),
  optional: {
    ...classification,
    "cloudwatch-log-data-protection": "flows hold addresses and no payload",
    "iam-no-inline-policies": "the policy of a delivery role names the one log group that it writes to",
  },
};
