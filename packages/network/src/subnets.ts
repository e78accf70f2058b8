import * as ec2 from "@pulumi/aws/ec2";
import type * as pulumi from "@pulumi/pulumi";
import { perTier, type PerTier } from "./tiers";
import { childTags, type VpcContext } from "./vpc-context";

/** The subnets of each tier, one in each zone. */
export function createSubnets(context: VpcContext, zones: readonly pulumi.Output<string>[]): PerTier<ec2.Subnet[]> {
  const { component, name, settings, vpc } = context;
  return perTier((tier) =>
    zones.map((availabilityZone, index) => {
      const subnetName = `${name}-${tier}-${index + 1}`;
      return new ec2.Subnet(
        subnetName,
        {
          vpcId: vpc.id,
          cidrBlock: settings.plan.tiers[tier].subnets[index],
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
