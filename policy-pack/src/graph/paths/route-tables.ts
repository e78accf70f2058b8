import { Truth } from "../../authoring/truth";
import type { Value } from "../../authoring/value";
import type { GraphResource, StackGraph } from "../stack-graph";
import { everything, spanOf, type Span } from "./addresses";
import { companionsOf, linksOf, mayBeGiven, placeOf, placed } from "./links";
import { listedAddresses } from "./prefix-lists";
import { narrowestFirst, type RouteEntry } from "./routes";
import {
  defaultRouteTable,
  defaultVpc,
  internetGateway,
  internetGatewayAttachment,
  mainRouteTableAssociation,
  route,
  routeTable,
  routeTableAssociation,
  subnetTypes,
  vpcTypes,
} from "./tokens";

/** A table that may route for a subnet. */
export interface Table {
  /** Tells it from other tables of the stack. */
  readonly key: string;
  readonly entries: readonly RouteEntry[];
  /** The internet gateway of its routes, where it is in the stack. */
  readonly gateway: GraphResource | undefined;
}

/** The tables that may route for a subnet: one, unless what decides is known only on update. */
export interface TableChoice {
  readonly tables: readonly Table[];
  /** No when it is one of the tables; unknown when it may be one outside the stack. */
  readonly others: Truth;
  /** What decides which one it is, where that is known only on update. */
  readonly open: readonly string[];
}

/** A VPC stands for its main table: `vpc.mainRouteTableId` is how programs name one that they do not declare. */
const tableTypes: readonly string[] = [routeTable, defaultRouteTable, ...vpcTypes];

/** Routes for a subnet: those of its association's table, or of its VPC's main table. */
export function tablesOf(graph: StackGraph, subnet: GraphResource, network: GraphResource | undefined): TableChoice {
  const { own, stray } = companionsOf(graph, subnet, routeTableAssociation, "subnetId", subnetTypes);
  if (own.length > 0) return union(own.map((one) => namedBy(graph, one)));
  const main = network ? mainTable(graph, network) : defaultChoice(graph, subnet);
  return union(
    [main, ...stray.map((one) => namedBy(graph, one))],
    stray.map((one) => placeOf(one, "subnetId")),
  );
}

/** The main table of a default VPC that the stack does not declare leads to the internet, as AWS makes it. */
function defaultChoice(graph: StackGraph, subnet: GraphResource): TableChoice {
  const isOfDefaultVpc = subnet.type !== subnetTypes[0];
  return isOfDefaultVpc
    ? { tables: [tableOfDefaultVpc(graph)], others: Truth.no, open: [] }
    : { tables: [], others: Truth.unknown(placeOf(subnet, "vpcId")), open: [] };
}

export function tableOfDefaultVpc(graph: StackGraph): Table {
  const [network] = graph.ofType(defaultVpc);
  const toInternet: RouteEntry = { destination: everything("ipv4"), leads: Truth.yes, belongs: Truth.yes, path: "" };
  return network
    ? tableFrom(graph, [network], [toInternet])
    : { key: "default", entries: [toInternet], gateway: undefined };
}

function union(choices: readonly TableChoice[], open: readonly string[] = []): TableChoice {
  return {
    tables: choices.flatMap(({ tables }) => tables),
    others: Truth.any(choices.map(({ others }) => others)),
    open: [...choices.flatMap((choice) => choice.open), ...open],
  };
}

function namedBy(graph: StackGraph, from: GraphResource): TableChoice {
  const { targets, others } = linksOf(graph, from, from.get("routeTableId"), tableTypes);
  const named = targets.map((target) =>
    vpcTypes.includes(target.type)
      ? mainTable(graph, target)
      : { tables: [tableFrom(graph, [target])], others: Truth.no, open: [] },
  );
  return union([...named, { tables: [], others, open: [] }]);
}

/** A VPC's main table: the one that was made main, else its own, adopted or not. */
function mainTable(graph: StackGraph, network: GraphResource): TableChoice {
  const made = companionsOf(graph, network, mainRouteTableAssociation, "vpcId", vpcTypes);
  if (made.own.length > 0) return union(made.own.map((one) => namedBy(graph, one)));
  const adopted = companionsOf(graph, network, defaultRouteTable, "defaultRouteTableId", vpcTypes);
  const isDefault = network.type === defaultVpc && adopted.own.length === 0;
  const own = isDefault ? tableOfDefaultVpc(graph) : tableFrom(graph, [network, ...adopted.own]);
  const mayBeMain = made.stray.map((one) => namedBy(graph, one));
  const mayAdopt = adopted.stray.map((one) => ({
    tables: [tableFrom(graph, [network, one])],
    others: Truth.no,
    open: [],
  }));
  return union(
    [{ tables: [own], others: Truth.no, open: [] }, ...mayBeMain, ...mayAdopt],
    [
      ...made.stray.map((one) => placeOf(one, "vpcId")),
      ...adopted.stray.map((one) => placeOf(one, "defaultRouteTableId")),
    ],
  );
}

/** A table with the routes of all the names that it goes by. */
function tableFrom(graph: StackGraph, names: readonly GraphResource[], given: readonly RouteEntry[] = []): Table {
  const key = `paths table ${names.map(({ urn }) => urn).join(" ")}`;
  return graph.once(key, () => {
    const inline = names
      .filter((one) => !vpcTypes.includes(one.type))
      .flatMap((table) =>
        table
          .get("routes")
          .items()
          .map((item) => ({ at: table, item, belongs: Truth.yes })),
      );
    const links = names.map((one) => companionsOf(graph, one, route, "routeTableId", tableTypes));
    const own = links.flatMap((link) => link.own);
    const stray = (links[0]?.stray ?? []).filter((one) => !own.includes(one));
    const read = [
      ...inline,
      ...own.map((at) => ({ at, item: at.properties, belongs: Truth.yes })),
      ...stray.map((at) => ({ at, item: at.properties, belongs: Truth.unknown(placeOf(at, "routeTableId")) })),
    ];
    const entries = read.flatMap(({ at, item, belongs }) => entriesFrom(graph, at, item, belongs));
    const gateways = read.flatMap(({ at, item }) => gatewaysOf(graph, at, item.get("gatewayId")));
    return { key, entries: narrowestFirst([...given, ...entries]), gateway: gateways[0] };
  });
}

const destinationPaths = ["cidrBlock", "ipv6CidrBlock", "destinationCidrBlock", "destinationIpv6CidrBlock"];

function entriesFrom(graph: StackGraph, at: GraphResource, item: Value, belongs: Truth): RouteEntry[] {
  const leads = placed(at, leadsToInternet(graph, at, item));
  const path = placeOf(at, item.path === "" ? "destinationCidrBlock" : item.path);
  const entry = (destination: Span | undefined): RouteEntry => ({ destination, leads, belongs, path });
  const named = destinationPaths.map((name) => item.get(name));
  const known = named.map(({ text }) => spanOf(text ?? "")).filter((span): span is Span => span !== undefined);
  if (known.length > 0) return known.map(entry);
  if (named.some((value) => value.isUnknown)) return [entry(undefined)];
  const lists = item.get("destinationPrefixListId");
  if (lists.isAbsent) return [];
  const { spans, others } = listedAddresses(graph, at, lists);
  const isOpen = others.isUnknown || (spans.length === 0 && !leads.isNo);
  return [...spans.map(entry), ...(isOpen ? [entry(undefined)] : [])];
}

/**
 * Whether a route leads to an internet gateway. Gateways for outbound traffic, of VPNs and carriers do not, and neither
 * do NAT, peering and transit gateways. What lies behind the endpoint of a firewall is not known.
 */
function leadsToInternet(graph: StackGraph, at: GraphResource, item: Value): Truth {
  const gateway = item.get("gatewayId");
  const firewall = item.get("vpcEndpointId");
  if (gateway.isGiven().isNo) return mayBeGiven(firewall) ? Truth.unknown(firewall.path) : Truth.no;
  if (!gateway.isUnknown) {
    return Truth.of(gateway.text?.startsWith("igw-") === true || gatewaysOf(graph, at, gateway).length > 0);
  }
  const input = gateway.path.split(/[.[]/)[0] ?? gateway.path;
  const types = (at.sources.get(input) ?? []).map((urn) => graph.find(urn)?.type ?? "").filter(isGateway);
  if (types.length === 0) return gateway.asUnknown();
  if (types.every((type) => internetGateways.includes(type))) return Truth.yes;
  return types.some((type) => internetGateways.includes(type)) ? gateway.asUnknown() : Truth.no;
}

const internetGateways: readonly string[] = [internetGateway, internetGatewayAttachment];

/** What may stand in `gatewayId`. */
function isGateway(type: string): boolean {
  const others = [
    "aws:ec2/vpnGateway:VpnGateway",
    "aws:ec2/carrierGateway:CarrierGateway",
    "aws:ec2/vpnGatewayAttachment:VpnGatewayAttachment",
  ];
  return internetGateways.includes(type) || others.includes(type);
}

function gatewaysOf(graph: StackGraph, at: GraphResource, gateway: Value): GraphResource[] {
  const { targets } = linksOf(graph, at, gateway, internetGateways);
  return targets.flatMap((target) =>
    target.type === internetGateway
      ? [target]
      : [...linksOf(graph, target, target.get("internetGatewayId"), [internetGateway]).targets],
  );
}
