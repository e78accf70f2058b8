import * as ec2 from "@pulumi/aws/ec2";
import type * as pulumi from "@pulumi/pulumi";
import { perTier, type PerTier } from "./tiers";
import { childTags, type VpcContext } from "./vpc-context";

/** The subnets of each tier, one in each zone; none for a tier that is not made. */
export function createSubnets(context: VpcContext, zones: readonly pulumi.Output<string>[]): PerTier<ec2.Subnet[]> {
  const { component, name, ranges, settings, vpcId } = context;
  return perTier((tier) =>
    (settings.tiers.includes(tier) ? zones : []).map((availabilityZone, index) => {
      const subnetName = `${name}-${tier}-${index + 1}`;
      return new ec2.Subnet(
        subnetName,
        {
          vpcId,
          cidrBlock: ranges.subnet(tier, index),
          availabilityZone,
          // The public tier too: load balancers and NAT gateways ask for their addresses themselves.
          mapPublicIpOnLaunch: false,
          tags: childTags(context, subnetName, tier),
        },
        { parent: component },
      );
    }),
  );
}
