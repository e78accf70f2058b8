import { logicalName, type ResourceState } from "@hipaa-aws/stack-state";
import type { FlowTier } from "./model";
import { known, type ResourceGraph } from "./resource-graph";

const subnetType = "aws:ec2/subnet:Subnet";
const groupType = "aws:ec2/securityGroup:SecurityGroup";
const templateType = "aws:ec2/launchTemplate:LaunchTemplate";
const subnetGroupTypes = ["rds", "elasticache", "docdb", "neptune", "redshift", "memorydb"].map(
  (service) => `aws:${service}/subnetGroup:SubnetGroup`,
);

/** Where a resource stands in the network. */
export interface Placement {
  readonly subnets: readonly ResourceState[];
  readonly securityGroups: readonly ResourceState[];
}

/** Follows the properties that lead to subnets and security groups, through subnet groups and launch templates. */
export function placementOf(resource: ResourceState, properties: readonly string[], graph: ResourceGraph): Placement {
  const subnets = new Set<ResourceState>();
  const securityGroups = new Set<ResourceState>();
  for (const property of properties) {
    for (const found of graph.references(resource, property, subnetType)) subnets.add(found);
    for (const found of graph.references(resource, property, groupType)) securityGroups.add(found);
    for (const group of graph.references(resource, property, ...subnetGroupTypes)) {
      for (const found of graph.references(group, "subnetIds", subnetType)) subnets.add(found);
    }
    for (const template of graph.references(resource, property, templateType)) {
      const within = placementOf(template, ["vpcSecurityGroupIds", "networkInterfaces"], graph);
      within.securityGroups.forEach((group) => securityGroups.add(group));
      within.subnets.forEach((subnet) => subnets.add(subnet));
    }
  }
  return { subnets: [...subnets], securityGroups: [...securityGroups] };
}

/** The tiers of a stack's subnets. */
export interface Tiers {
  readonly all: readonly FlowTier[];
  /** Id of the tier that holds the first of these subnets. */
  of(subnets: readonly ResourceState[]): string | undefined;
}

/**
 * Groups subnets by VPC and purpose. The purpose is the tag `hipaa:tier`, or a tag `tier` of any spelling; where there
 * is none it comes from the routes: `public` with a route to an internet gateway, `private` with another default route,
 * `isolated` with a route table that has no default route.
 */
export function tiersOf(graph: ResourceGraph): Tiers {
  const tiers = new Map<string, { vpc?: string; name: string; subnets: string[] }>();
  const tierOfSubnet = new Map<string, string>();
  for (const subnet of graph.ofType(subnetType)) {
    const vpc = graph.references(subnet, "vpcId", "aws:ec2/vpc:Vpc")[0]?.urn;
    const name = taggedTier(subnet) ?? routedTier(subnet, graph);
    const id = `${vpc ? logicalName(vpc) : "vpc"}/${name}`;
    const tier = tiers.get(id) ?? { ...(vpc ? { vpc } : {}), name, subnets: [] };
    tier.subnets.push(subnet.urn);
    tiers.set(id, tier);
    tierOfSubnet.set(subnet.urn, id);
  }
  return {
    all: [...tiers].map(([id, tier]) => ({ id, ...tier })),
    of: (subnets) => subnets.map((subnet) => tierOfSubnet.get(subnet.urn)).find((tier) => tier !== undefined),
  };
}

function taggedTier(subnet: ResourceState): string | undefined {
  const tags = known(subnet, "tags");
  if (typeof tags !== "object" || tags === null || Array.isArray(tags)) return undefined;
  const entry =
    Object.entries(tags).find(([key]) => key === "hipaa:tier") ??
    Object.entries(tags).find(([key]) => /^(subnet-?)?(tier|type)$/i.test(key));
  return typeof entry?.[1] === "string" && /^[\w -]{1,40}$/.test(entry[1]) ? entry[1].toLowerCase() : undefined;
}

function routedTier(subnet: ResourceState, graph: ResourceGraph): string {
  const gateway = "aws:ec2/internetGateway:InternetGateway";
  const tables = graph
    .referrers(subnet, "aws:ec2/routeTableAssociation:RouteTableAssociation", "subnetId")
    .flatMap((association) => graph.references(association, "routeTableId", "aws:ec2/routeTable:RouteTable"));
  const routes = tables.flatMap((table) => graph.referrers(table, "aws:ec2/route:Route", "routeTableId"));
  const isPublic =
    known(subnet, "mapPublicIpOnLaunch") === true ||
    routes.some((route) => graph.references(route, "gatewayId", gateway).length > 0) ||
    tables.some((table) => graph.references(table, "routes", gateway).length > 0);
  if (isPublic) return "public";
  if (tables.length === 0) return "subnets";
  const hasDefault =
    routes.some((route) => known(route, "destinationCidrBlock") === "0.0.0.0/0") ||
    tables.some((table) => JSON.stringify(known(table, "routes") ?? []).includes('"0.0.0.0/0"'));
  return hasDefault ? "private" : "isolated";
}
