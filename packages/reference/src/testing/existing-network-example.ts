import type { HipaaWebApplicationExistingNetworkArgs } from "../existing-network-args";

const subnets = (tier: string) => [1, 2, 3].map((zone) => `subnet-${tier}${zone}`);

/** The least that is said of a VPC that is there already. */
export const existingNetwork: HipaaWebApplicationExistingNetworkArgs = {
  vpcId: "vpc-0123456789abcdef0",
  cidrBlock: "10.0.0.0/16",
  publicSubnetIds: subnets("public"),
  appSubnetIds: subnets("app"),
  dataSubnetIds: subnets("data"),
};

/** Everything that can be said of it. */
export const describedNetwork: HipaaWebApplicationExistingNetworkArgs = {
  ...existingNetwork,
  webSubnetIds: subnets("web"),
  endpointSubnetIds: subnets("endpoints"),
  availabilityZones: 3,
  webCidrBlock: "10.0.32.0/19",
  appCidrBlock: "10.0.64.0/19",
  webRouteTableIds: ["rtb-web"],
  appRouteTableIds: ["rtb-app"],
  allowedDomains: ["api.partner.example", ".payer.example"],
};
