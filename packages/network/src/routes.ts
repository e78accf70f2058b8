import * as ec2 from "@pulumi/aws/ec2";
import { perTier, type PerTier, type Tier } from "./tiers";
import { childTags, type VpcContext } from "./vpc-context";
import { NatStrategy } from "./vpc-option-args";

/** Route tables and gateways of the VPC. */
export interface VpcRouting {
  readonly routeTables: PerTier<ec2.RouteTable[]>;
  readonly natGateways: readonly ec2.NatGateway[];
  readonly internetGateway: ec2.InternetGateway;
}

/** Every address. */
export const everywhere = "0.0.0.0/0";

/** Tiers with a route table in each zone: what they reach may stand in one zone. */
const perZone: ReadonlySet<Tier> = new Set(["web", "app", "egress", "firewall"]);

/** Tiers whose tables have no route: what is added by hand then shows in the next preview. */
const closed: ReadonlySet<Tier> = new Set(["data", "endpoints", "hub"]);

/**
 * Route tables, each tier its own. Web and app have one in each zone whatever the NAT strategy, so that a change of
 * strategy adds or removes routes and moves no subnet.
 */
export function createRouting(context: VpcContext, subnets: PerTier<ec2.Subnet[]>): VpcRouting {
  const { component, name, settings, vpcId } = context;
  const options = { parent: component };
  const internetGateway = new ec2.InternetGateway(name, { vpcId, tags: childTags(context, name) }, options);
  const routeTables = perTier((tier) => createTables(context, tier, subnets[tier]));

  for (const tier of ["public", "egress"] as const) {
    routeTables[tier].forEach((table, index) => {
      new ec2.Route(
        tier === "public" ? `${name}-public-internet` : `${name}-egress-${index + 1}-internet`,
        { routeTableId: table.id, destinationCidrBlock: everywhere, gatewayId: internetGateway.id },
        options,
      );
    });
  }
  const behindFirewall = settings.natStrategy === NatStrategy.Firewall;
  const natGateways = createNatGateways(context, subnets[behindFirewall ? "egress" : "public"], internetGateway);
  routeToNat(context, routeTables, natGateways);
  return { routeTables, natGateways, internetGateway };
}

function createTables(context: VpcContext, tier: Tier, subnets: readonly ec2.Subnet[]): ec2.RouteTable[] {
  const { component, name, vpcId } = context;
  const names = perZone.has(tier) ? subnets.map((_, index) => `${name}-${tier}-${index + 1}`) : [`${name}-${tier}`];
  const tables = (subnets.length === 0 ? [] : names).map(
    (tableName) =>
      new ec2.RouteTable(
        tableName,
        { vpcId, ...(closed.has(tier) ? { routes: [] } : {}), tags: childTags(context, tableName, tier) },
        { parent: component },
      ),
  );
  subnets.forEach((subnet, index) => {
    const table = tables[index] ?? tables[0];
    if (!table) return;
    new ec2.RouteTableAssociation(
      `${name}-${tier}-${index + 1}`,
      { subnetId: subnet.id, routeTableId: table.id },
      { parent: component },
    );
  });
  return tables;
}

function createNatGateways(
  context: VpcContext,
  placed: readonly ec2.Subnet[],
  internetGateway: ec2.InternetGateway,
): ec2.NatGateway[] {
  const count = {
    [NatStrategy.None]: 0,
    [NatStrategy.Single]: 1,
    [NatStrategy.PerZone]: placed.length,
    [NatStrategy.Firewall]: placed.length,
  };
  return placed.slice(0, count[context.settings.natStrategy]).map((subnet, index) => {
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

/** Behind a firewall its tier alone leads to the NAT gateways; without one web and app do. */
function routeToNat(
  context: VpcContext,
  routeTables: PerTier<ec2.RouteTable[]>,
  nats: readonly ec2.NatGateway[],
): void {
  const clients: readonly Tier[] =
    context.settings.natStrategy === NatStrategy.Firewall ? ["firewall"] : ["web", "app"];
  for (const tier of clients) {
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
