import {
  NatStrategy,
  Vpc,
  VpcEncryptionMode,
  VpcEndpointPreset,
  VpcS3Endpoint,
  type VpcArgs,
} from "@hipaa-aws/network";
import * as fc from "fast-check";
import { classification, keyArn, optional, organizationId, tags } from "../support/arbitraries";
import type { RandomComponent } from "../support/random-components";

const office = "10.200.0.0/16";
const egressFirewall = { allowedDomains: ["api.example.com", ".example.org"], key: { arn: keyArn } };

const addresses: fc.Arbitrary<Partial<VpcArgs>> = fc.oneof(
  fc.constantFrom("10.20.0.0/16", "172.16.0.0/18", "192.168.0.0/20").map((cidrBlock) => ({ cidrBlock })),
  fc.integer({ min: 16, max: 20 }).map((ipamNetmaskLength) => ({ ipamPoolId: "ipam-pool-1", ipamNetmaskLength })),
);

const wayOut: fc.Arbitrary<Partial<VpcArgs>> = fc.oneof(
  fc.constantFrom(NatStrategy.None, NatStrategy.Single, NatStrategy.PerZone).map((natStrategy) => ({ natStrategy })),
  fc.constant({ natStrategy: NatStrategy.Firewall, egressFirewall }),
);

const hub: fc.Arbitrary<Partial<VpcArgs>> = fc.oneof(
  fc.constant<Partial<VpcArgs>>({}),
  fc.constant<Partial<VpcArgs>>({
    transitGateway: { transitGatewayId: "tgw-1", destinationCidrBlocks: [office] },
    connections: [
      { client: "app", server: office, port: 443 },
      { client: office, server: "app", port: 443 },
      { client: "app", server: "data", port: 9142, lastPort: 9160 },
    ],
  }),
);

export const component: RandomComponent<VpcArgs> = {
  args: fc
    .tuple(
      addresses,
      wayOut,
      hub,
      fc.record({
        availabilityZones: optional(fc.integer({ min: 2, max: 3 })),
        s3Endpoint: optional(fc.constantFrom(...Object.values(VpcS3Endpoint))),
        dynamoDbEndpoint: optional(fc.boolean()),
        endpointPresets: optional(fc.subarray(Object.values(VpcEndpointPreset), { maxLength: 4 })),
        interfaceEndpoints: optional(fc.subarray(["backup", "email-smtp"])),
        organizationId,
        publicAccessExemption: optional(fc.boolean()),
        encryptionControl: optional(fc.constantFrom(...Object.values(VpcEncryptionMode))),
        additionalFlowLogFields: optional(fc.constant<string[]>(["reject-reason"])),
        rejectedTrafficLog: optional(fc.boolean()),
        tags,
      }),
    )
    .map(([range, out, toHub, rest]) => ({
      flowLogBucket: { bucketArn: "arn:aws:s3:::flow-logs" },
      logsKey: { arn: keyArn },
      ...range,
      ...out,
      ...toHub,
      ...rest,
    })),
  build: (name, args) => new Vpc(name, args),
  optional: {
    ...classification,
    "cloudwatch-log-data-protection": "flows hold addresses and no payload",
    "iam-no-inline-policies": "the policy of a delivery role names the one log group that it writes to",
    "vpc-in-transit-encryption-control": "billed by the hour, and monitoring comes before enforcing",
    "vpc-internet-gateway-authorized": "hipaa:internet=true is the word of whoever answers for the account",
    "vpc-nat-high-availability": "one NAT gateway for all zones is a choice of size",
    "vpc-resolver-query-logging": "DnsProtection records the queries",
  },
};
