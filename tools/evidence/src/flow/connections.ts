import type { ResourceState } from "@hipaa-aws/stack-state";
import { frontDoorsOf, type FrontDoor } from "./load-balancing";
import { internet, type FlowHop, type FlowNode, type HopEncryption } from "./model";
import { isInternal } from "./node-kinds";
import { isAnywhere, portText, type Opening, type PortRange } from "./openings";
import { blocks, canonicalType, known, type ResourceGraph } from "./resource-graph";
import { transportOf } from "./transport";

/** Something in the network with the security groups that guard it. */
export interface Guarded {
  readonly node: FlowNode;
  /** Absent for a place that stands for several resources. */
  readonly resource?: ResourceState;
  readonly securityGroups: readonly ResourceState[];
}

/** Hops that security groups let through, and the address ranges among their ends. */
export function connectionHops(
  guarded: readonly Guarded[],
  openings: readonly Opening[],
  graph: ResourceGraph,
): { hops: FlowHop[]; ranges: FlowNode[] } {
  const clients = guarded.filter(({ node }) => node.kind === "service" || node.kind === "load-balancer");
  const hops: FlowHop[] = [];
  const ranges = new Map<string, FlowNode>();
  for (const target of guarded) {
    const inward = openings.filter(({ group }) => target.securityGroups.includes(group));
    for (const opening of inward) {
      for (const client of clients) {
        const allowed = opening.sourceGroups.some((group) => client.securityGroups.includes(group));
        if (allowed && client.node.id !== target.node.id) {
          hops.push(...enter(client.node.id, target, opening, graph, client.resource));
        }
      }
      if (isPublic(target) && opening.ranges.some(isAnywhere)) hops.push(...enter(internet.id, target, opening, graph));
    }
    for (const alike of byProtocolAndPorts(inward)) {
      const addresses = alike
        .flatMap((opening) => opening.ranges)
        .filter((range) => !isPublic(target) || !isAnywhere(range));
      if (addresses.length === 0) continue;
      const node = rangesNode([...new Set(addresses)].sort());
      ranges.set(node.id, node);
      for (const opening of alike.filter((candidate) => candidate.ranges.length > 0)) {
        hops.push(...enter(node.id, target, opening, graph));
      }
    }
  }
  return { hops, ranges: [...ranges.values()] };
}

/** Rules that differ in their sources only: a place for each of their ranges would say the same thing several times. */
function byProtocolAndPorts(openings: readonly Opening[]): Opening[][] {
  const groups = new Map<string, Opening[]>();
  for (const opening of openings) {
    const key = `${opening.protocol} ${portText(opening.ports)}`;
    groups.set(key, [...(groups.get(key) ?? []), opening]);
  }
  return [...groups.values()];
}

/** Hops from the internet to load balancers whose security groups are not in the stack, or that have none. */
export function unguardedEntranceHops(guarded: readonly Guarded[], graph: ResourceGraph): FlowHop[] {
  return guarded
    .filter(({ node, securityGroups }) => node.kind === "load-balancer" && securityGroups.length === 0)
    .flatMap(({ node, resource }) => {
      if (!resource || isInternal(resource)) return [];
      return frontDoorsOf(resource, graph).map((door) => doorHop(internet.id, node.id, door, door.shownBy));
    });
}

function enter(
  from: string,
  target: Guarded,
  opening: Opening,
  graph: ResourceGraph,
  client?: ResourceState,
): FlowHop[] {
  const { node, resource } = target;
  const plain = (protocol: string, encryption: HopEncryption): FlowHop => ({
    from,
    to: node.id,
    protocol,
    ports: portText(opening.ports),
    encryption,
    carries: "data",
    shownBy: [opening.shownBy],
  });
  if (node.kind === "endpoints") return [plain("HTTPS (AWS API)", "api")];
  if (!resource) return [];
  if (node.kind === "load-balancer") {
    const doors = frontDoorsOf(resource, graph).filter((door) => covers(opening.ports, door.port));
    if (doors.length > 0) return doors.map((door) => doorHop(from, node.id, door, [opening.shownBy, ...door.shownBy]));
  }
  const transport = transportOf(resource, graph, client);
  return [transport ? plain(transport.name, transport.encryption) : plain(opening.protocol, "unproven")];
}

function doorHop(from: string, to: string, door: FrontDoor, shownBy: readonly string[]): FlowHop {
  const { protocol, encryption, port } = door;
  return { from, to, protocol, ports: port === undefined ? "" : String(port), encryption, carries: "data", shownBy };
}

function covers(ports: PortRange | undefined, port: number | undefined): boolean {
  return !ports || port === undefined || (ports.from <= port && port <= ports.to);
}

/** Whether the internet reaches the resource when its security group lets it. */
function isPublic({ node, resource }: Guarded): boolean {
  if (!resource) return false;
  if (node.kind === "load-balancer") return !isInternal(resource);
  if (node.kind !== "service") return known(resource, "publiclyAccessible") === true;
  if (canonicalType(resource.type) === "aws:ecs/service:Service") {
    return blocks(known(resource, "networkConfiguration")).some((network) => network.assignPublicIp === true);
  }
  return known(resource, "associatePublicIpAddress") === true || /(^|\/)public$/.test(node.tier ?? "");
}

function rangesNode(ranges: readonly string[]): FlowNode {
  const name = ranges.some(isAnywhere) ? "Any address" : ranges.join(", ");
  return { id: `ranges ${name}`, kind: "network", name, what: "address range", urns: [] };
}
