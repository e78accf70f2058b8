import * as ec2 from "@pulumi/aws/ec2";
import * as rds from "@pulumi/aws/rds";
import { tags } from "@hipaa-aws/foundation";
import type * as pulumi from "@pulumi/pulumi";
import type { PostgresInstanceArgs } from "./args";

/** The subnet group in the data tier, and a security group that lets nobody in: clients open the door themselves. */
export function createPlacement(
  name: string,
  args: PostgresInstanceArgs,
  options: pulumi.CustomResourceOptions,
): { subnetGroup: rds.SubnetGroup; securityGroup: ec2.SecurityGroup } {
  const subnetGroup = new rds.SubnetGroup(
    name,
    {
      description: "Data-tier subnets of a PostgreSQL database",
      subnetIds: args.network.dataSubnetIds,
      tags: args.tags,
    },
    options,
  );
  const securityGroup = new ec2.SecurityGroup(
    `${name}-security-group`,
    {
      description: "PostgreSQL database: no rules of its own, each client adds the rule that lets it in",
      vpcId: args.network.vpcId,
      revokeRulesOnDelete: true,
      tags: tags({ tier: "data" }, args.tags),
    },
    options,
  );
  return { subnetGroup, securityGroup };
}
