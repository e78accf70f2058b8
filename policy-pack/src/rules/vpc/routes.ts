import { resourceRule, stackRule, type Rule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import type { Value } from "../../authoring/value";
import type { GraphResource, StackGraph } from "../../graph/stack-graph";
import { isWorldOpen } from "../../knowledge/cidr";
import { hasRoute, isDefaultRoute, reachesInternet, type RouteEntry } from "./routing";
import { route, subnet } from "./tokens";

/** Groups of subnets in which databases, caches and warehouses stand. */
const subnetGroupTypes: readonly string[] = [
  "aws:rds/subnetGroup:SubnetGroup",
  "aws:elasticache/subnetGroup:SubnetGroup",
  "aws:redshift/subnetGroup:SubnetGroup",
  "aws:docdb/subnetGroup:SubnetGroup",
  "aws:neptune/subnetGroup:SubnetGroup",
  "aws:memorydb/subnetGroup:SubnetGroup",
  "aws:dax/subnetGroup:SubnetGroup",
  "aws:dms/replicationSubnetGroup:ReplicationSubnetGroup",
];

interface DataSubnets {
  /** Members of subnet groups, and subnets that are tagged as the data tier. */
  readonly subnets: ReadonlySet<GraphResource>;
  /** Subnets whose tier is known only on update, by what makes that so. */
  readonly untold: ReadonlyMap<GraphResource, Truth>;
  /** Subnet groups whose subnets are known only on update and may be in the stack. */
  readonly open: readonly GraphResource[];
}

/** Where data stores stand. */
export function dataSubnets(graph: StackGraph): DataSubnets {
  return graph.once("vpc data subnets", () => {
    const subnets = new Set(graph.ofType(subnet).filter((one) => one.tag("hipaa:tier").isOneOf("data").isYes));
    const open: GraphResource[] = [];
    const tiers = graph.ofType(subnet).map((one) => [one, one.tag("hipaa:tier").isOneOf("data")] as const);
    for (const group of graph.ofType(...subnetGroupTypes)) {
      const { targets, complete } = graph.references(group, "subnetIds", subnet);
      targets.forEach((target) => subnets.add(target));
      if (!complete) open.push(group);
    }
    const untold = new Map(tiers.filter(([one, isData]) => isData.isUnknown && !subnets.has(one)));
    return { subnets, untold, open };
  });
}

const dataTierIsolated = stackRule("vpc-data-tier-isolated", {
  check: (stack, graph) => {
    const { subnets, untold, open } = dataSubnets(graph);
    for (const one of [...subnets, ...untold.keys()]) {
      const isData = untold.get(one) ?? Truth.yes;
      stack.expect(
        one,
        isData.and(reachesInternet(graph, one)).not(),
        "a subnet of data stores has a route to an internet gateway",
      );
    }
    for (const group of open) stack.expect(group, mayHoldOpenSubnet(graph, reachesInternet), "");
  },
});

const dataTierNoNat = stackRule("vpc-data-tier-no-nat-egress", {
  check: (stack, graph) => {
    const leaves = (one: GraphResource): Truth => hasRoute(graph, one, leavesByNat);
    const { subnets, untold, open } = dataSubnets(graph);
    for (const one of [...subnets, ...untold.keys()]) {
      const isData = untold.get(one) ?? Truth.yes;
      stack.expect(
        one,
        isData.and(leaves(one)).not(),
        "a subnet of data stores has a default route out to the internet",
      );
    }
    for (const group of open)
      stack.expect(
        group,
        mayHoldOpenSubnet(graph, (_, one) => leaves(one)),
        "",
      );
  },
});

// A group of which not every subnet is known may hold any subnet of the stack, so it stays open only while some subnet
// is not known to be closed.
function mayHoldOpenSubnet(graph: StackGraph, isOpen: (graph: StackGraph, one: GraphResource) => Truth): Truth {
  const closed = graph.ofType(subnet).every((one) => isOpen(graph, one).isNo);
  return closed ? Truth.yes : Truth.unknown("subnetIds");
}

function leavesByNat(entry: RouteEntry): Truth {
  return isDefaultRoute(entry).and(entry.get("natGatewayId").isGiven().or(entry.get("egressOnlyGatewayId").isGiven()));
}

const privateTiers = stackRule("vpc-private-tiers-egress-via-nat", {
  check: (stack, graph) => {
    const { subnets: ofData } = dataSubnets(graph);
    for (const one of graph.ofType(subnet)) {
      // One finding per fault: vpc-data-tier-isolated reports those of data stores.
      if (ofData.has(one)) continue;
      stack.expect(
        one,
        isMarkedPrivate(one).and(reachesInternet(graph, one)).not(),
        "a subnet marked as private has a route straight to an internet gateway",
      );
    }
  },
});

function isMarkedPrivate(one: GraphResource): Truth {
  const tier = one.tag("hipaa:tier");
  if (!tier.isAbsent) return tier.isOneOf("web", "app");
  return one.tag("Name").matches(/private/i);
}

const peeringRoutes = resourceRule("vpc-peering-route-not-permissive", {
  check: (resource) => {
    const everything = (...destinations: readonly Value[]): Truth => Truth.any(destinations.map(isWorldOpen));
    const fault = "the default route leads to a peered VPC";
    if (resource.type === route) {
      const destination = everything(resource.get("destinationCidrBlock"), resource.get("destinationIpv6CidrBlock"));
      resource.expect(resource.get("vpcPeeringConnectionId").isGiven().and(destination).not(), fault);
      return;
    }
    const open = resource.get("routes").some((item) =>
      item
        .get("vpcPeeringConnectionId")
        .isGiven()
        .and(everything(item.get("cidrBlock"), item.get("ipv6CidrBlock"))),
    );
    resource.expect(open.not(), fault);
  },
});

/** Rules on what route tables lead to. */
export const routeRules: readonly Rule[] = [dataTierIsolated, dataTierNoNat, privateTiers, peeringRoutes];
