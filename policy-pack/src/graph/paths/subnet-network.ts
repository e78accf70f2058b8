import { Truth } from "../../authoring/truth";
import type { GraphResource, StackGraph } from "../stack-graph";
import { publicParts, type Family, type Span } from "./addresses";
import { agreement } from "./agreement";
import { blockedBy } from "./block-public-access";
import { linksOf, placeOf } from "./links";
import { aclAnswer } from "./network-acl";
import { aclsOf, untouchedAcl, type Acl, type AclChoice } from "./network-acls";
import { routeAnswer } from "./routes";
import { tableOfDefaultVpc, tablesOf, type TableChoice } from "./route-tables";
import { defaultVpc, subnetTypes, vpcTypes } from "./tokens";
import { portsToTry, type Ports, type Probe } from "./traffic";

/** What lies between the internet and the interfaces of a subnet. */
export interface SubnetNetwork {
  /** Tells it from other networks of the same stack. */
  readonly key: string;
  /** The same for subnets behind the same tables and ACLs, whose answers are the same. */
  readonly alike: string;
  /** Its hops, in words: gateway, subnet and network ACL. */
  readonly hops: readonly string[];
  /** Where the answers change. */
  readonly cuts: readonly Span[];
  readonly ports: readonly Ports[];
  /** Whether packets from an address reach a port of the subnet, and answers go back. */
  readonly answer: (probe: Probe) => Truth;
  /** The same without the routes: for what stands behind a balancer or an accelerator of its own. */
  readonly admits: (probe: Probe) => Truth;
}

/** The network of a subnet of the stack. */
export function networkOf(graph: StackGraph, subnet: GraphResource): SubnetNetwork {
  return graph.once(`paths network ${subnet.urn}`, () => {
    const network = vpcOf(graph, subnet);
    return build({
      key: subnet.urn,
      name: `subnet "${subnet.name}"`,
      tables: tablesOf(graph, subnet, network),
      acls: aclsOf(graph, subnet, network),
      blocked: blockedBy(graph, subnet, network),
    });
  });
}

/** The public subnets of the default VPC, where resources stand that name none. */
export function defaultNetwork(graph: StackGraph): SubnetNetwork {
  return graph.once("paths default network", () => {
    const [network] = graph.ofType(defaultVpc);
    const touched = graph.ofType(defaultVpc, ...subnetTypes.slice(1)).length > 0;
    return build({
      key: "default VPC",
      name: "subnet of the default VPC",
      tables: { tables: [tableOfDefaultVpc(graph)], others: Truth.no, open: [] },
      // A program that takes the default VPC over may have closed it in more ways than are looked at here.
      acls: { acls: [untouchedAcl], others: touched ? Truth.unknown("subnetId") : Truth.no, open: [] },
      blocked: blockedBy(graph, undefined, network),
    });
  });
}

/** A subnet outside the stack, of which nothing is known. */
export function unknownNetwork(at: GraphResource, path: string): SubnetNetwork {
  const open = Truth.unknown(placeOf(at, path));
  return {
    key: `${at.urn} ${path}`,
    alike: `${at.urn} ${path}`,
    hops: ["internet gateway", "a subnet outside the stack"],
    cuts: [],
    ports: [],
    answer: () => open,
    admits: () => open,
  };
}

/** A subnet outside the stack that lets everything through: one of a balancer that says it faces the internet. */
export const assumedNetwork: SubnetNetwork = {
  key: "assumed",
  alike: "assumed",
  hops: [],
  cuts: [],
  ports: [],
  answer: () => Truth.yes,
  admits: () => Truth.yes,
};

/** A network as one sees it who needs no route into it: an accelerator, or a balancer that stands in the VPC. */
export function withoutRoutes(network: SubnetNetwork): SubnetNetwork {
  return { ...network, alike: `${network.alike} inside`, hops: network.hops.slice(1), answer: network.admits };
}

/** The VPC that a subnet belongs to, where it is in the stack. */
function vpcOf(graph: StackGraph, subnet: GraphResource): GraphResource | undefined {
  if (subnet.type !== subnetTypes[0]) return graph.ofType(defaultVpc)[0];
  return linksOf(graph, subnet, subnet.get("vpcId"), vpcTypes).targets[0];
}

interface Parts {
  readonly key: string;
  readonly name: string;
  readonly tables: TableChoice;
  readonly acls: AclChoice;
  readonly blocked: Truth;
}

function build({ key, name, tables, acls, blocked }: Parts): SubnetNetwork {
  const entries = tables.tables.flatMap((table) => table.entries);
  const aclEntries = acls.acls.flatMap((acl) => [...acl.ingress, ...acl.egress]);
  const gateway = tables.tables.map((table) => table.gateway).find((one) => one !== undefined);
  const routed = (probe: Probe): Truth =>
    choose(
      tables.tables.map((table) => routeAnswer(table.entries, probe.address, probe.family)),
      tables,
    );
  const admits = (probe: Probe): Truth =>
    choose(
      acls.acls.map((acl) => passes(acl, probe)),
      acls,
    );
  return {
    key,
    alike: JSON.stringify([
      tables.tables.map((table) => table.key),
      acls.acls.map((acl) => acl.key),
      [tables, acls].map(({ others, open }) => [...others.paths, ...open]),
      blocked,
    ]),
    hops: [gateway ? `internet gateway "${gateway.name}"` : "internet gateway", `${name} (${aclHop(acls)} allows)`],
    cuts: [
      ...entries.map(({ destination }) => destination).filter((span): span is Span => span !== undefined),
      ...aclEntries.flatMap(({ match }) => match.addresses.spans),
    ],
    ports: acls.acls.flatMap((acl) => acl.ingress.map(({ match }) => match.ports)),
    admits,
    answer: (probe) => {
      const route = routed(probe);
      return route.isNo ? route : Truth.all([route, blocked.not(), admits(probe)]);
    },
  };
}

/** The common answer of all that may hold; open where something outside the stack may hold instead. */
function choose(answers: readonly Truth[], { others, open }: Choice): Truth {
  return agreement(others.isUnknown ? [...answers, others] : answers, open);
}

type Choice = Pick<TableChoice, "others" | "open">;

function aclHop({ acls }: AclChoice): string {
  const name = acls[0]?.name;
  return name === undefined ? "the default network ACL" : `network ACL "${name}"`;
}

/** Network ACLs keep no state: answers have to leave to some port, and the caller chooses which. */
function passes(acl: Acl, probe: Probe): Truth {
  const inward = aclAnswer(acl.ingress, probe);
  if (inward.isNo) return inward;
  const replies = portsToTry(acl.egress.map(({ match }) => match.ports));
  return inward.and(Truth.any(replies.map((port) => aclAnswer(acl.egress, { ...probe, port }))));
}

/** Public parts of the address space over which the answers of these networks and spans do not change. */
export function partsOf(family: Family, networks: readonly SubnetNetwork[], more: readonly Span[]): Span[] {
  return publicParts(family, [...networks.flatMap(({ cuts }) => cuts), ...more]);
}
