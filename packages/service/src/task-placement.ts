import type * as pulumi from "@pulumi/pulumi";
import { ServiceTier, type FargateServiceNetwork } from "./task-args";

/** The private subnets of a tier. */
export function serviceSubnets(
  network: FargateServiceNetwork,
  tier: ServiceTier,
): pulumi.Input<pulumi.Input<string>[]> {
  return tier === ServiceTier.Web ? network.webSubnetIds : network.appSubnetIds;
}
