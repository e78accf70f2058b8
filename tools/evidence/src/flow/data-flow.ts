import { logicalName, type ResourceState, type StackState } from "@hipaa-aws/stack-state";
import { accessHops, deliveryHops, logHops } from "./access";
import { connectionHops, unguardedEntranceHops, type Guarded } from "./connections";
import { firewallNodes, managedEntranceHops, throughFirewalls } from "./entrances";
import { forwardingHops } from "./load-balancing";
import { internet, type DataFlow, type FlowHop, type FlowNode } from "./model";
import { describe, nodeKindOf, nodeTypes } from "./node-kinds";
import { openingsOf } from "./openings";
import { placementOf, tiersOf, type Placement, type Tiers } from "./placement";
import { known, resourceGraph, type ResourceGraph } from "./resource-graph";

/**
 * Where data goes in a stack, read from its resource graph alone: no name, tag or component of ours is needed, so any
 * stack has a picture.
 *
 * - listener → target group → service gives what a load balancer forwards to, and how;
 * - ingress rules of security groups give who may connect to whom, and on which ports;
 * - policies of roles give which buckets, queues, topics and tables a service may call;
 * - associations give the web ACL in front of an entrance.
 *
 * A hop means that the configuration lets data pass, not that any does.
 */
export function dataFlowOf(state: StackState): DataFlow {
  const graph = resourceGraph(state);
  const tiers = tiersOf(graph);
  const guarded = [...guardedResources(graph, tiers), ...endpointGroups(graph, tiers)];
  const compute = guarded.flatMap(({ node, resource }) => (resource && node.kind === "service" ? [resource] : []));

  const connections = connectionHops(guarded, openingsOf(graph), graph);
  const forwarding = forwardingHops(graph);
  const forwarded = new Set(forwarding.map(({ from, to }) => `${from} ${to}`));
  const hops = throughFirewalls(
    merged([
      ...unguardedEntranceHops(guarded, graph),
      ...managedEntranceHops(graph),
      ...forwarding,
      // The rule that lets a load balancer reach its targets says less than the target group does.
      ...connections.hops.filter(({ from, to }) => !forwarded.has(`${from} ${to}`)),
      ...accessHops(compute, graph),
      ...deliveryHops(graph),
      ...logHops(graph),
    ]),
    graph,
  );
  const ends = new Set(hops.flatMap(({ from, to }) => [from, to]));
  const nodes = [internet, ...connections.ranges, ...firewallNodes(graph), ...guarded.map(({ node }) => node)];
  const inNodes = new Set(nodes.map(({ id }) => id));
  return {
    nodes: nodes.filter(({ id, kind }) => (kind !== "internet" && kind !== "network") || ends.has(id)),
    hops: hops.filter(({ from, to }) => inNodes.has(from) && inNodes.has(to)),
    tiers: tiers.all,
  };
}

function guardedResources(graph: ResourceGraph, tiers: Tiers): Guarded[] {
  return nodeTypes
    .flatMap((type) => graph.ofType(type))
    .flatMap((resource): Guarded[] => {
      const kind = nodeKindOf(resource);
      if (!kind) return [];
      const { subnets, securityGroups } = placed(resource, kind.network, graph);
      const tier = tiers.of(subnets);
      const node: FlowNode = {
        id: resource.urn,
        kind: kind.kind,
        name: logicalName(resource.urn),
        what: describe(resource, kind),
        urns: [resource.urn],
        ...(tier ? { tier } : {}),
      };
      return [{ node, resource, securityGroups }];
    });
}

/** A file system stands in the network by its mount targets. */
function placed(resource: ResourceState, network: readonly string[], graph: ResourceGraph): Placement {
  const own = placementOf(resource, network, graph);
  const mounts = graph
    .referrers(resource, "aws:efs/mountTarget:MountTarget", "fileSystemId")
    .map((mount) => placementOf(mount, ["securityGroups", "subnetId"], graph));
  return {
    subnets: [...own.subnets, ...mounts.flatMap(({ subnets }) => subnets)],
    securityGroups: [...new Set([...own.securityGroups, ...mounts.flatMap(({ securityGroups }) => securityGroups)])],
  };
}

/** The interface endpoints of a VPC, as one place: a picture with each of a dozen hides the data stores. */
function endpointGroups(graph: ResourceGraph, tiers: Tiers): Guarded[] {
  const byTier = new Map<string, { endpoints: ResourceState[]; groups: Set<ResourceState>; tier?: string }>();
  for (const endpoint of graph.ofType("aws:ec2/vpcEndpoint:VpcEndpoint")) {
    if (known(endpoint, "vpcEndpointType") !== "Interface") continue;
    const { subnets, securityGroups } = placementOf(endpoint, ["securityGroupIds", "subnetIds"], graph);
    const tier = tiers.of(subnets);
    const group = byTier.get(tier ?? "") ?? { endpoints: [], groups: new Set(), ...(tier ? { tier } : {}) };
    group.endpoints.push(endpoint);
    securityGroups.forEach((found) => group.groups.add(found));
    byTier.set(tier ?? "", group);
  }
  return [...byTier].map(([key, { endpoints, groups, tier }]) => ({
    node: {
      id: `endpoints ${key}`,
      kind: "endpoints",
      name: `${endpoints.length} interface endpoint${endpoints.length === 1 ? "" : "s"}`,
      what: "AWS PrivateLink",
      urns: endpoints.map(({ urn }) => urn),
      ...(tier ? { tier } : {}),
    },
    securityGroups: [...groups],
  }));
}

/** One hop for each pair, protocol and port, shown by everything that shows it. */
function merged(hops: readonly FlowHop[]): FlowHop[] {
  const found = new Map<string, FlowHop>();
  for (const hop of hops) {
    const key = [hop.from, hop.to, hop.carries, hop.protocol, hop.ports].join("\n");
    const earlier = found.get(key);
    const shownBy = [...new Set([...(earlier?.shownBy ?? []), ...hop.shownBy])];
    found.set(key, { ...(earlier ?? hop), shownBy });
  }
  return [...found.values()];
}
