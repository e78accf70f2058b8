import * as ec2 from "@pulumi/aws/ec2";
import * as rds from "@pulumi/aws/rds";
import { tags } from "@hipaa-aws/foundation";
import type * as pulumi from "@pulumi/pulumi";
import type { DatabaseNetwork } from "./types";

/** What the placement is made from. */
export interface PlacementArgs {
  /** As descriptions name it, for example `PostgreSQL database`. */
  what: string;
  network: DatabaseNetwork;
  tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
  /** The Region of the network, where it is not the provider's. */
  region?: pulumi.Input<string>;
}

/** The subnet group in the data tier, and a security group that lets nobody in: clients open the door themselves. */
export function createPlacement(
  name: string,
  args: PlacementArgs,
  options: pulumi.CustomResourceOptions,
): { subnetGroup: rds.SubnetGroup; securityGroup: ec2.SecurityGroup } {
  const subnetGroup = new rds.SubnetGroup(
    name,
    {
      description: `Data-tier subnets of a ${args.what}`,
      subnetIds: args.network.dataSubnetIds,
      region: args.region,
      tags: args.tags,
    },
    options,
  );
  const securityGroup = new ec2.SecurityGroup(
    `${name}-security-group`,
    {
      description: `${args.what}: no rules of its own, each client adds the rule that lets it in`,
      vpcId: args.network.vpcId,
      revokeRulesOnDelete: true,
      region: args.region,
      tags: tags({ tier: "data" }, args.tags),
    },
    options,
  );
  return { subnetGroup, securityGroup };
}
