import * as ec2 from "@pulumi/aws/ec2";
import { tiers, type PerTier, type Tier } from "./tiers";
import { NatStrategy } from "./vpc-args";
import { childTags, type VpcContext } from "./vpc-context";

/** Route tables and gateways of the VPC. */
export interface VpcRouting {
  readonly routeTables: PerTier<ec2.RouteTable[]>;
  readonly natGateways: readonly ec2.NatGateway[];
  readonly internetGateway: ec2.InternetGateway;
}

const everywhere = "0.0.0.0/0";

/**
 * Route tables, each tier its own. Web and app have one in each zone whatever the NAT strategy, so that a change of
 * strategy adds or removes routes and moves no subnet.
 */
export function createRouting(context: VpcContext, subnets: PerTier<ec2.Subnet[]>): VpcRouting {
  const { component, name, vpc } = context;
  const options = { parent: component };
  const internetGateway = new ec2.InternetGateway(name, { vpcId: vpc.id, tags: childTags(context, name) }, options);

  const routeTables: Record<Tier, ec2.RouteTable[]> = { public: [], web: [], app: [], data: [], endpoints: [] };
  for (const tier of tiers) {
    const perZone = tier === "web" || tier === "app";
    // Empty rather than left out: a route added by hand to a tier without any shows in the next preview.
    const closed = tier === "data" || tier === "endpoints" ? { routes: [] } : {};
    const tables = (
      perZone ? subnets[tier].map((_, index) => `${name}-${tier}-${index + 1}`) : [`${name}-${tier}`]
    ).map(
      (tableName) =>
        new ec2.RouteTable(tableName, { vpcId: vpc.id, ...closed, tags: childTags(context, tableName, tier) }, options),
    );
    routeTables[tier] = tables;
    subnets[tier].forEach((subnet, index) => {
      const table = tables[index] ?? tables[0];
      if (!table) return;
      new ec2.RouteTableAssociation(
        `${name}-${tier}-${index + 1}`,
        { subnetId: subnet.id, routeTableId: table.id },
        options,
      );
    });
  }

  for (const table of routeTables.public) {
    new ec2.Route(
      `${name}-public-internet`,
      { routeTableId: table.id, destinationCidrBlock: everywhere, gatewayId: internetGateway.id },
      options,
    );
  }
  const natGateways = createNatGateways(context, subnets.public, internetGateway);
  routeToNat(context, routeTables, natGateways);
  return { routeTables, natGateways, internetGateway };
}

function createNatGateways(
  context: VpcContext,
  publicSubnets: readonly ec2.Subnet[],
  internetGateway: ec2.InternetGateway,
): ec2.NatGateway[] {
  const count = { [NatStrategy.None]: 0, [NatStrategy.Single]: 1, [NatStrategy.PerZone]: publicSubnets.length };
  return publicSubnets.slice(0, count[context.settings.natStrategy]).map((subnet, index) => {
    const natName = `${context.name}-nat-${index + 1}`;
    // AWS refuses both before the VPC has its internet gateway, which neither names.
    const options = { parent: context.component, dependsOn: [internetGateway] };
    const address = new ec2.Eip(natName, { domain: "vpc", tags: childTags(context, natName) }, options);
    return new ec2.NatGateway(
      natName,
      { subnetId: subnet.id, allocationId: address.id, tags: childTags(context, natName, "public") },
      options,
    );
  });
}

function routeToNat(
  context: VpcContext,
  routeTables: PerTier<ec2.RouteTable[]>,
  nats: readonly ec2.NatGateway[],
): void {
  for (const tier of ["web", "app"] as const) {
    routeTables[tier].forEach((table, index) => {
      const nat = nats[index] ?? nats[0];
      if (!nat) return;
      new ec2.Route(
        `${context.name}-${tier}-${index + 1}-nat`,
        { routeTableId: table.id, destinationCidrBlock: everywhere, natGatewayId: nat.id },
        { parent: context.component },
      );
    });
  }
}
