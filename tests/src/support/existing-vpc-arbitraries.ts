import * as fc from "fast-check";
import { optional } from "./arbitraries";

const subnets = (tier: string) => [1, 2, 3].map((zone) => `subnet-${tier}${String(zone)}`);

/** What has to be said of a VPC that is there already. */
export const existingVpc = {
  vpcId: "vpc-0123456789abcdef0",
  cidrBlock: "10.0.0.0/16",
  publicSubnetIds: subnets("public"),
  appSubnetIds: subnets("app"),
  dataSubnetIds: subnets("data"),
};

/** What may be said of its tiers. */
export const existingTiers = {
  webSubnetIds: optional(fc.constant(subnets("web"))),
  endpointSubnetIds: optional(fc.constant(subnets("endpoints"))),
  webCidrBlock: optional(fc.constant("10.0.32.0/19")),
  appCidrBlock: optional(fc.constant("10.0.64.0/19")),
  closeDefaultSecurityGroup: optional(fc.boolean()),
};
