import * as ec2 from "@pulumi/aws/ec2";
import * as elasticache from "@pulumi/aws/elasticache";
import { tags } from "@hipaa-aws/foundation";
import type * as pulumi from "@pulumi/pulumi";

/** What of the arguments is about the network. */
export interface PlacementArgs {
  network: { vpcId: pulumi.Input<string>; dataSubnetIds: pulumi.Input<pulumi.Input<string>[]> };
  tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}

/** The subnet group in the data tier, and a security group that lets nobody in: clients open the door themselves. */
export function createPlacement(
  name: string,
  args: PlacementArgs,
  options: pulumi.CustomResourceOptions,
): { subnetGroup: elasticache.SubnetGroup; securityGroup: ec2.SecurityGroup } {
  const subnetGroup = new elasticache.SubnetGroup(
    name,
    { description: "Data-tier subnets of a cache", subnetIds: args.network.dataSubnetIds, tags: args.tags },
    options,
  );
  return { subnetGroup, securityGroup: createSecurityGroup(`${name}-security-group`, args, options) };
}

/** A security group without rules. */
export function createSecurityGroup(
  resourceName: string,
  args: PlacementArgs,
  options: pulumi.CustomResourceOptions,
): ec2.SecurityGroup {
  return new ec2.SecurityGroup(
    resourceName,
    {
      description: "Cache: no rules of its own, each client adds the rule that lets it in",
      vpcId: args.network.vpcId,
      revokeRulesOnDelete: true,
      tags: tags({ tier: "data" }, args.tags),
    },
    options,
  );
}
