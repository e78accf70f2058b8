import { Truth } from "../../authoring/truth";
import { linksOf, placed, placeOf } from "../../graph/paths/links";
import type { Reach } from "../../graph/paths/reach";
import type { GraphResource, StackGraph } from "../../graph/stack-graph";
import { balancerTypes, classicBalancer, isBalancerType, listenersOf, listenerTypes } from "../elb/balancers";
import { isProtected, webAclAssociations } from "../waf/attachment";
import { acceleratedOf, passesPortOf } from "./accelerators";
import type { AppGraph, Node } from "./app-graph";
import { protocolOf, reachOfBalancer } from "./balancer-reach";
import { classicIsClear, forwardsOf, sendsClear, takesClear } from "./listeners";
import { appHop, targetsOf } from "./targets";

/** How requests come to a listener: from anyone, or from a hop that is known, such as a distribution. */
export type Arrival = "direct" | "known";

/** Load balancers of every kind, with the ways from the internet to them and on to what they balance. */
export function addBalancers(apps: AppGraph, graph: StackGraph): void {
  for (const balancer of graph.ofType(...balancerTypes)) {
    for (const listener of listenersOf(graph, balancer)) {
      const reach = reachOfBalancer(graph, balancer, {
        port: listener.get("port"),
        protocol: protocolOf(listener),
        by: "address",
      });
      const to = addListener(apps, graph, { balancer, listener, arrival: "direct" });
      addFromInternet(apps, to, reach, takesClear(graph, listener), listener);
    }
  }
  for (const balancer of graph.ofType(classicBalancer)) addClassic(apps, graph, balancer);
}

function addFromInternet(apps: AppGraph, to: Node, reach: Reach, inClear: Truth, at: GraphResource): void {
  if (reach.anyone.isNo) return;
  const { world, anyone, hops } = reach;
  apps.add({ from: apps.internet, to, by: hops, world, anyone, inClear, at });
}

interface Listener {
  readonly balancer: GraphResource;
  readonly listener: GraphResource;
  readonly arrival: Arrival;
}

/** A listener with all that lies behind it, added on first use. */
export function addListener(apps: AppGraph, graph: StackGraph, of: Listener): Node {
  const { balancer, listener, arrival } = of;
  const key = `${arrival} ${listener.urn}`;
  const node = apps.node(key, () => ({
    hops: [`load balancer "${balancer.name}"`, `listener "${listener.name}"`],
    kind: "door",
    at: balancer,
    hasWebAcl: isBalancerType(balancer, "application").and(isProtected(graph, balancer, webAclAssociations)),
  }));
  if (apps.from(node).length > 0) return node;
  for (const forward of forwardsOf(graph, listener)) {
    const { group } = forward;
    const [open, anyone] = arrival === "direct" ? [forward.world, forward.anyone] : [forward.anyone, forward.anyone];
    // A network balancer may hand on to a balancer outside the stack, which may have a web ACL.
    const isLast = placed(balancer, isBalancerType(balancer, "network")).not();
    const world = group ? open : open.and(isLast.or(Truth.unknown(placeOf(listener, "defaultActions"))));
    const to = group ? addTargetGroup(apps, graph, group) : outside(apps, "targets outside the stack", listener);
    const inClear = group ? sendsClear(listener, group) : Truth.no;
    apps.add({ from: node, to, by: [], world, anyone, inClear, at: group ?? listener });
  }
  return node;
}

/** An application that is not in the stack. */
export function outside(apps: AppGraph, hop: string, at: GraphResource): Node {
  return apps.node(`${hop} of ${at.urn}`, () => ({ hops: [hop], kind: "app", at }));
}

function addTargetGroup(apps: AppGraph, graph: StackGraph, group: GraphResource): Node {
  const node = apps.node(group.urn, () => ({ hops: [`target group "${group.name}"`], kind: "middle", at: group }));
  if (apps.from(node).length > 0) return node;
  const { apps: targets, balancers } = targetsOf(graph, group);
  const inner = balancers.flatMap((balancer) =>
    listenersOf(graph, balancer)
      .filter((listener) => isOnPortOf(listener, group))
      .map((listener) => ({ balancer, listener })),
  );
  for (const app of targets) addHop(apps, node, addApp(apps, app), Truth.no, group);
  for (const { balancer, listener } of inner) {
    const to = addListener(apps, graph, { balancer, listener, arrival: "direct" });
    addHop(apps, node, to, takesClear(graph, listener), listener);
  }
  if (targets.length + inner.length > 0) return node;
  const isLast = placed(group, group.get("targetType").isOneOf("alb")).not();
  const world = isLast.or(Truth.unknown(placeOf(group, "targetType")));
  const to = outside(apps, "its targets", group);
  apps.add({ from: node, to, by: [], world, anyone: Truth.yes, inClear: Truth.no, at: group });
  return node;
}

function isOnPortOf(listener: GraphResource, group: GraphResource): boolean {
  const [one, other] = [listener.get("port").number, group.get("port").number];
  return one === undefined || other === undefined || one === other;
}

/** A hop that whoever comes to `from` can take. */
export function addHop(apps: AppGraph, from: Node, to: Node, inClear: Truth, at: GraphResource): void {
  apps.add({ from, to, by: [], world: Truth.yes, anyone: Truth.yes, inClear, at });
}

export function addApp(apps: AppGraph, app: GraphResource): Node {
  return apps.node(app.urn, () => ({ hops: [appHop(app)], kind: "app", at: app }));
}

function addClassic(apps: AppGraph, graph: StackGraph, balancer: GraphResource): void {
  const node = apps.node(balancer.urn, () => ({
    hops: [`classic load balancer "${balancer.name}"`],
    kind: "door",
    at: balancer,
  }));
  for (const listener of balancer.get("listeners").items()) {
    const port = listener.get("lbPort");
    const reach = reachOfBalancer(graph, balancer, { port, protocol: "tcp", by: "address" });
    addFromInternet(apps, node, reach, classicIsClear(balancer, listener), balancer);
  }
  const { apps: targets } = targetsOf(graph, balancer);
  for (const app of targets) addHop(apps, node, addApp(apps, app), Truth.no, balancer);
  if (targets.length === 0) addHop(apps, node, outside(apps, "its instances", balancer), Truth.no, balancer);
}

/** Accelerators, which lead the internet to balancers that need not face it themselves. */
export function addAccelerators(apps: AppGraph, graph: StackGraph): void {
  for (const { target: balancer, listener: front, hop, enabled } of acceleratedOf(graph, balancerTypes)) {
    const node = apps.node(front.urn, () => ({ hops: [hop], kind: "middle", at: front }));
    if (!apps.leadsTo(apps.internet, node)) {
      apps.add({
        from: apps.internet,
        to: node,
        by: [],
        world: enabled,
        anyone: enabled,
        inClear: Truth.no,
        at: front,
      });
    }
    for (const listener of listenersOf(graph, balancer)) {
      const passes = passesPortOf(front, listener);
      const asked = { port: listener.get("port"), protocol: protocolOf(listener), by: "accelerator" } as const;
      const reach = reachOfBalancer(graph, balancer, asked);
      apps.add({
        from: node,
        to: addListener(apps, graph, { balancer, listener, arrival: "direct" }),
        by: reach.hops,
        world: passes.and(reach.world),
        anyone: passes.and(reach.anyone),
        inClear: takesClear(graph, listener),
        at: listener,
      });
    }
  }
}

/** A balancer whose listeners are not in the stack, which ends the path as far as it can be seen. */
export function addBare(apps: AppGraph, graph: StackGraph, balancer: GraphResource): Node {
  const node = apps.node(`bare ${balancer.urn}`, () => ({
    hops: [`load balancer "${balancer.name}"`],
    kind: "door",
    at: balancer,
    hasWebAcl: isBalancerType(balancer, "application").and(isProtected(graph, balancer, webAclAssociations)),
  }));
  if (apps.from(node).length === 0) addHop(apps, node, outside(apps, "its listeners", balancer), Truth.no, balancer);
  return node;
}

/** The listeners of the balancers that a value names, by balancer or by listener. */
export function listenersNamed(
  graph: StackGraph,
  from: GraphResource,
  value: Parameters<typeof linksOf>[2],
): { readonly balancer: GraphResource; readonly listener: GraphResource }[] {
  const { targets } = linksOf(graph, from, value, [...balancerTypes, ...listenerTypes]);
  return targets.flatMap((target) =>
    listenerTypes.includes(target.type)
      ? linksOf(graph, target, target.get("loadBalancerArn"), balancerTypes).targets.map((balancer) => ({
          balancer,
          listener: target,
        }))
      : listenersOf(graph, target).map((listener) => ({ balancer: target, listener })),
  );
}
