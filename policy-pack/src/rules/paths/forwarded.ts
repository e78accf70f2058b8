import { Truth } from "../../authoring/truth";
import { spanOf } from "../../graph/paths/addresses";
import { placed } from "../../graph/paths/links";
import { reachByAccelerator } from "../../graph/paths/instances";
import { reachOf, reachOfAny, type Reach } from "../../graph/paths/reach";
import { doorsOf } from "../../graph/paths/security-groups";
import { networkOfStore, storeTypes, type StoreNetwork } from "../../graph/paths/stores";
import { withoutRoutes } from "../../graph/paths/subnet-network";
import { instance } from "../../graph/paths/tokens";
import { holdsAddress } from "../../graph/paths/traffic";
import type { GraphResource, StackGraph } from "../../graph/stack-graph";
import { balancerTypes, isBalancerType, listenersOf } from "../elb/balancers";
import { acceleratedOf, passesPortOf } from "./accelerators";
import { groupsOfBalancer, placeOfBalancer, protocolOf, reachOfBalancer } from "./balancer-reach";
import { forwardsOf } from "./listeners";
import { attachedStores } from "./targets";

/** The ways by which packets are handed on to a store: by a network balancer, or by an accelerator to an instance. */
export function forwardedReaches(graph: StackGraph, store: GraphResource): readonly Reach[] {
  return graph.once("paths forwarded", () => indexForwarded(graph)).get(store) ?? [];
}

function indexForwarded(graph: StackGraph): ReadonlyMap<GraphResource, readonly Reach[]> {
  const index = new Map<GraphResource, Reach[]>();
  const register = (store: GraphResource, reach: Reach): void => {
    index.set(store, [...(index.get(store) ?? []), reach]);
  };
  for (const { target, hop, enabled } of acceleratedOf(graph, [instance])) {
    register(target, after([hop], enabled, reachByAccelerator(graph, target)));
  }
  const stores = attachedStores(graph, storeTypes);
  if (stores.length === 0) return index;
  const fronts = frontsByGroup(graph);
  for (const { store, group } of stores) {
    for (const front of fronts.get(group) ?? []) register(store, throughBalancer(graph, front, { store, group }));
  }
  return index;
}

/** A network balancer's listener, and how the internet comes to it. */
interface Front {
  readonly balancer: GraphResource;
  readonly listener: GraphResource;
  readonly reach: Reach;
}

/** The listeners of network balancers by the target groups that they send to. */
function frontsByGroup(graph: StackGraph): ReadonlyMap<GraphResource, readonly Front[]> {
  const fronts = new Map<GraphResource, Front[]>();
  const accelerated = acceleratedOf(graph, balancerTypes);
  for (const balancer of graph.ofType(...balancerTypes)) {
    if (isBalancerType(balancer, "network").isNo) continue;
    for (const listener of listenersOf(graph, balancer)) {
      const asked = { port: listener.get("port"), protocol: protocolOf(listener) };
      const ways = [
        reachOfBalancer(graph, balancer, { ...asked, by: "address" }),
        ...accelerated
          .filter(({ target }) => target === balancer)
          .map((one) =>
            after(
              [one.hop],
              one.enabled.and(passesPortOf(one.listener, listener)),
              reachOfBalancer(graph, balancer, { ...asked, by: "accelerator" }),
            ),
          ),
      ];
      const isNetwork = placed(balancer, isBalancerType(balancer, "network"));
      const reach = after([], isNetwork, reachOfAny(ways, true, Truth.no));
      for (const { group } of forwardsOf(graph, listener)) {
        if (group) fronts.set(group, [...(fronts.get(group) ?? []), { balancer, listener, reach }]);
      }
    }
  }
  return fronts;
}

function after(hops: readonly string[], open: Truth, reach: Reach): Reach {
  return { world: open.and(reach.world), anyone: open.and(reach.anyone), hops: [...hops, ...reach.hops] };
}

interface Registered {
  readonly store: GraphResource;
  readonly group: GraphResource;
}

function throughBalancer(graph: StackGraph, { balancer, listener, reach }: Front, { store, group }: Registered): Reach {
  const hops = [
    ...reach.hops,
    `load balancer "${balancer.name}"`,
    `listener "${listener.name}"`,
    `target group "${group.name}"`,
  ];
  const network = networkOfStore(graph, store);
  if (!network) return { world: Truth.no, anyone: Truth.no, hops };
  const guards = (network.guard?.groups ?? []).slice(0, 1).map((guard) => `security group "${guard.name}"`);
  const keeps = group.get("preserveClientIp").isTrue();
  const byClient = keeps.isNo ? undefined : after([], placed(group, keeps), admitsClients(graph, network));
  const byBalancer = placed(group, keeps)
    .not()
    .and(admitsBalancer(graph, balancer, network));
  const join = (pick: (one: Reach) => Truth): Truth =>
    pick(reach).and(byBalancer.or(byClient ? pick(byClient) : Truth.no));
  return { world: join(({ world }) => world), anyone: join(({ anyone }) => anyone), hops: [...hops, ...guards] };
}

/** Whether a store admits the public addresses of clients, where the target group keeps them. */
function admitsClients(graph: StackGraph, { place, guard, listening }: StoreNetwork): Reach {
  const reaches = place.networks.map((one) =>
    reachOf(graph, {
      addresses: { ipv4: Truth.yes, ipv6: Truth.no },
      network: withoutRoutes(one),
      guard,
      listening,
      protocols: ["tcp"],
    }),
  );
  return reachOfAny(reaches, place.exact, Truth.no);
}

/** Whether a store admits a balancer: by the balancer's security group, or by the addresses of its subnets. */
function admitsBalancer(graph: StackGraph, balancer: GraphResource, store: StoreNetwork): Truth {
  const { listening, guard, place } = store;
  if (typeof listening === "string") return Truth.yes;
  if ("open" in listening) return Truth.unknown(listening.open);
  const own = groupsOfBalancer(graph, balancer);
  const nodes = placeOfBalancer(graph, balancer).subnets.map((subnet) => addressIn(subnet));
  const doors = (guard?.groups ?? []).flatMap((group) => doorsOf(graph, group));
  const from = (address: bigint | undefined, port: number): Truth => {
    const byGroup = doors.filter(({ callers }) => callers.exact && callers.targets.some((one) => own.includes(one)));
    const admitted = doors.map((door) => {
      const held = byGroup.includes(door)
        ? Truth.yes
        : address === undefined
          ? openAddress
          : holdsAddress(door.match.addresses, address, "ipv4");
      return Truth.all([door.belongs, door.match.ports.takes("tcp", port), held]);
    });
    const guarded = guard ? Truth.any([...admitted, guard.others]) : Truth.yes;
    if (guarded.isNo) return guarded;
    const passed = place.networks.map((network) =>
      address === undefined ? openAddress : network.admits({ family: "ipv4", address, protocol: "tcp", port }),
    );
    return guarded.and(Truth.any(passed));
  };
  const asked = nodes.length > 0 ? nodes : [undefined];
  return Truth.any(listening.ports.flatMap((port) => asked.map((address) => from(address, port))));
}

const openAddress = Truth.unknown("Subnet.cidrBlock");

/** An address of a subnet: all of them are judged alike but by entries that split it. */
function addressIn(subnet: GraphResource): bigint | undefined {
  const span = spanOf(subnet.get("cidrBlock").text ?? "");
  return span === undefined ? undefined : span.first + 4n;
}
