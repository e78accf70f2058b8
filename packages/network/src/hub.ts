import * as ec2 from "@pulumi/aws/ec2";
import * as transit from "@pulumi/aws/ec2transitgateway";
import type { PerTier } from "./tiers";
import { childTags, type VpcContext } from "./vpc-context";

/** Attaches the VPC to its transit gateway, and leads web and app there; undefined where there is none. */
export function createHubAttachment(
  context: VpcContext,
  subnets: PerTier<ec2.Subnet[]>,
  routeTables: PerTier<ec2.RouteTable[]>,
): transit.VpcAttachment | undefined {
  const { args, component, name, vpcId } = context;
  const { transitGateway } = args;
  if (!transitGateway) return undefined;
  const { transitGatewayId, destinationCidrBlocks } = transitGateway;
  const hubName = `${name}-hub`;
  const attachment = new transit.VpcAttachment(
    hubName,
    {
      transitGatewayId,
      vpcId,
      // Subnets of their own, so that the network ACL of the attachment is not that of a workload.
      subnetIds: subnets.hub.map((subnet) => subnet.id),
      dnsSupport: "enable",
      tags: childTags(context, hubName),
    },
    { parent: component },
  );
  for (const tier of ["web", "app"] as const) {
    routeTables[tier].forEach((table, zone) => {
      destinationCidrBlocks.forEach((destinationCidrBlock, index) => {
        new ec2.Route(
          `${name}-${tier}-${zone + 1}-hub-${index + 1}`,
          { routeTableId: table.id, destinationCidrBlock, transitGatewayId },
          // AWS refuses a route to a transit gateway that the VPC is not attached to.
          { parent: component, dependsOn: [attachment] },
        );
      });
    });
  }
  return attachment;
}
