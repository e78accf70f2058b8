import { Truth } from "../../authoring/truth";
import type { Value } from "../../authoring/value";
import type { GraphResource, StackGraph } from "../../graph/stack-graph";
import { isWorldOpen } from "../../knowledge/cidr";
import { openLinks } from "./links";
import {
  defaultRouteTable,
  internetGateway,
  internetGatewayAttachment,
  route,
  routeTable,
  subnet,
  vpc,
} from "./tokens";

const association = "aws:ec2/routeTableAssociation:RouteTableAssociation";
const mainAssociation = "aws:ec2/mainRouteTableAssociation:MainRouteTableAssociation";
/** A VPC stands for its main table: `vpc.mainRouteTableId` is how programs name one they do not declare. */
const tableTypes: readonly string[] = [routeTable, defaultRouteTable, vpc];

/** Gateways that may stand in `gatewayId` and are no way to the internet. */
const privateGateways: readonly string[] = ["aws:ec2/vpnGateway:VpnGateway", "aws:ec2/carrierGateway:CarrierGateway"];

/** One route, inline in a table or a resource of its own. */
export interface RouteEntry {
  /** The resource that states it. */
  readonly at: GraphResource;
  /** The input that dependencies are recorded by. */
  readonly input: (name: string) => string;
  readonly get: (name: string) => Value;
}

/** The VPC that a subnet, an endpoint or a gateway belongs to, when it is in the stack. */
export function vpcOf(graph: StackGraph, of: GraphResource): GraphResource | undefined {
  return graph.references(of, "vpcId", vpc).targets[0];
}

/** Subnets of the stack in a VPC. */
export function subnetsOf(graph: StackGraph, network: GraphResource): GraphResource[] {
  return graph.referrers(network, subnet, "vpcId");
}

/** The tables that may route for a subnet: that of its association, or the main table of its VPC. */
export function tablesOf(graph: StackGraph, of: GraphResource): GraphResource[] {
  const associations = graph.referrers(of, association, "subnetId");
  if (associations.length > 0) return associations.flatMap((one) => tablesNamedBy(graph, one));
  const network = vpcOf(graph, of);
  return network ? mainTables(graph, network) : [];
}

function tablesNamedBy(graph: StackGraph, from: GraphResource): GraphResource[] {
  const { targets } = graph.references(from, "routeTableId", ...tableTypes);
  return targets.flatMap((target) => (target.type === vpc ? mainTables(graph, target) : [target]));
}

/** A VPC's main table: the one that was made main, else the adopted default one; and the VPC itself as its stand-in. */
function mainTables(graph: StackGraph, network: GraphResource): GraphResource[] {
  const replaced = graph
    .referrers(network, mainAssociation, "vpcId")
    .flatMap((one) => graph.references(one, "routeTableId", routeTable, defaultRouteTable).targets);
  if (replaced.length > 0) return replaced;
  return [network, ...graph.referrers(network, defaultRouteTable, "defaultRouteTableId")];
}

/** The routes of a table, inline and as resources of their own. */
export function routesOf(graph: StackGraph, table: GraphResource): RouteEntry[] {
  const inline =
    table.type === vpc
      ? []
      : table
          .get("routes")
          .items()
          .map((item): RouteEntry => ({ at: table, input: () => "routes", get: (name) => item.get(name) }));
  return [...inline, ...graph.referrers(table, route, "routeTableId").map(toEntry)];
}

function toEntry(of: GraphResource): RouteEntry {
  return { at: of, input: (name) => name, get: (name) => of.get(name) };
}

/** Whether a route leads to an internet gateway. Any other gateway, such as that of a VPN, does not. */
export function leadsToInternet(graph: StackGraph, { at, input, get }: RouteEntry): Truth {
  const gateway = get("gatewayId");
  if (gateway.isUnknown) {
    const sources = at.sources.get(input("gatewayId")) ?? [];
    const types = sources.map((urn) => graph.find(urn)?.type ?? "");
    if (types.includes(internetGateway) || types.includes(internetGatewayAttachment)) return Truth.yes;
    const isOther = types.length > 0 && types.every((type) => privateGateways.includes(type));
    return isOther ? Truth.no : gateway.asUnknown();
  }
  if (gateway.text === undefined) return Truth.no;
  const named = graph.references(at, input("gatewayId"), internetGateway, internetGatewayAttachment).targets;
  return Truth.of(gateway.text.startsWith("igw-") || named.some((target) => target.get("id").text === gateway.text));
}

/** Whether a route's destination is everything, or as good as that. */
export function isDefaultRoute({ get }: RouteEntry): Truth {
  const paths = ["cidrBlock", "ipv6CidrBlock", "destinationCidrBlock", "destinationIpv6CidrBlock"];
  return Truth.any(paths.map((path) => isWorldOpen(get(path))));
}

/** Whether a subnet has a route, to any destination, that meets a condition. */
export function hasRoute(graph: StackGraph, of: GraphResource, condition: (entry: RouteEntry) => Truth): Truth {
  const own = tablesOf(graph, of).flatMap((table) => routesOf(graph, table).map(condition));
  return Truth.any([...own, straysMeet(graph, of, condition)]);
}

/** Whether a subnet has a route to an internet gateway. */
export function reachesInternet(graph: StackGraph, of: GraphResource): Truth {
  return hasRoute(graph, of, (entry) => leadsToInternet(graph, entry));
}

// A route whose table, or an association whose subnet, is known only on update may be this subnet's.
function straysMeet(graph: StackGraph, of: GraphResource, condition: (entry: RouteEntry) => Truth): Truth {
  const routes = openLinks(graph, route, "routeTableId", tableTypes);
  const isAssociated = graph.referrers(of, association, "subnetId").length > 0;
  const associations = isAssociated ? [] : openLinks(graph, association, "subnetId", [subnet]);
  const viaAssociations = associations.flatMap((one) =>
    tablesNamedBy(graph, one).flatMap((table) => routesOf(graph, table)),
  );
  const met = Truth.any([...routes.map(toEntry), ...viaAssociations].map(condition));
  return met.isNo
    ? Truth.no
    : Truth.unknown(routes.length > 0 ? "Route.routeTableId" : "RouteTableAssociation.subnetId");
}
