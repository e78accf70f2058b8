import * as ec2 from "@pulumi/aws/ec2";
import * as elasticache from "@pulumi/aws/elasticache";
import { tags } from "@hipaa-aws/foundation";
import type * as pulumi from "@pulumi/pulumi";
import type { CacheArgs } from "./args";

/** The subnet group in the data tier, and a security group that lets nobody in: clients open the door themselves. */
export function createPlacement(
  name: string,
  args: CacheArgs,
  options: pulumi.CustomResourceOptions,
): { subnetGroup: elasticache.SubnetGroup; securityGroup: ec2.SecurityGroup } {
  const subnetGroup = new elasticache.SubnetGroup(
    name,
    { description: "Data-tier subnets of a cache", subnetIds: args.network.dataSubnetIds, tags: args.tags },
    options,
  );
  const securityGroup = new ec2.SecurityGroup(
    `${name}-security-group`,
    {
      description: "Cache: no rules of its own, each client adds the rule that lets it in",
      vpcId: args.network.vpcId,
      revokeRulesOnDelete: true,
      tags: tags({ tier: "data" }, args.tags),
    },
    options,
  );
  return { subnetGroup, securityGroup };
}
