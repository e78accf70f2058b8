import { Truth } from "../../authoring/truth";
import type { Value } from "../../authoring/value";
import { linksOf, mayBeGiven, placeOf, placed } from "../../graph/paths/links";
import { guardOf, type Place } from "../../graph/paths/places";
import { nowhere, reachOf, reachOfAny, type Guard, type Listening, type Reach } from "../../graph/paths/reach";
import { assumedNetwork, networkOf, withoutRoutes } from "../../graph/paths/subnet-network";
import { subnetTypes } from "../../graph/paths/tokens";
import type { Protocol } from "../../graph/paths/traffic";
import type { GraphResource, StackGraph } from "../../graph/stack-graph";
import { classicBalancer, isBalancerType, isInternetFacing } from "../elb/balancers";

/** What a balancer is asked for: a port that one of its listeners has, and how packets come. */
export interface Asked {
  readonly port: Value;
  readonly protocol: Protocol;
  /** By its own public address, or from an accelerator, which needs neither that nor a route. */
  readonly by: "address" | "accelerator";
}

/** Whether packets from the internet reach a port of a balancer. */
export function reachOfBalancer(graph: StackGraph, balancer: GraphResource, asked: Asked): Reach {
  const facing = asked.by === "address" ? placed(balancer, isInternetFacing(balancer)) : Truth.yes;
  const isGateway = balancer.type === classicBalancer ? Truth.no : isBalancerType(balancer, "gateway");
  if (facing.isNo || isGateway.isYes) return nowhere;
  const place = placeOfBalancer(graph, balancer);
  const dual = placed(balancer, balancer.get("ipAddressType").matches(/^dualstack/i));
  const reaches = place.networks.map((network) =>
    reachOf(graph, {
      addresses: { ipv4: facing, ipv6: facing.and(dual) },
      network: asked.by === "address" ? network : withoutRoutes(network),
      guard: guardOfBalancer(graph, balancer, place),
      listening: listeningOn(balancer, asked.port),
      protocols: [asked.protocol],
    }),
  );
  return reachOfAny(reaches, place.exact, Truth.no);
}

function listeningOn(balancer: GraphResource, port: Value): Listening {
  return port.number === undefined ? { open: placeOf(balancer, port.path) } : { ports: [port.number] };
}

/**
 * The subnets of a balancer. Those outside the stack count as open: AWS makes no balancer that faces the internet in a
 * VPC without an internet gateway, and it is declared to be reached.
 */
export function placeOfBalancer(graph: StackGraph, balancer: GraphResource): Place {
  const values = [
    balancer.get("subnets"),
    ...balancer
      .get("subnetMappings")
      .items()
      .map((item) => item.get("subnetId")),
  ];
  const links = values
    .filter((value) => mayBeGiven(value))
    .map((value) => linksOf(graph, balancer, value, subnetTypes));
  const subnets = [...new Set(links.flatMap(({ targets }) => targets))];
  const isWhole = links.length > 0 && links.every(({ others }) => others.isNo);
  return {
    subnets,
    networks: [...subnets.map((subnet) => networkOf(graph, subnet)), ...(isWhole ? [] : [assumedNetwork])],
    exact: links.every(({ exact }) => exact),
  };
}

/** A network balancer without security groups takes all traffic; any other falls to the default group of its VPC. */
export function guardOfBalancer(graph: StackGraph, balancer: GraphResource, place: Place): Guard | undefined {
  const groups = balancer.get("securityGroups");
  const isNetwork =
    balancer.type === classicBalancer ? Truth.no : placed(balancer, isBalancerType(balancer, "network"));
  if (mayBeGiven(groups) || isNetwork.isNo) return guardOf(graph, balancer, groups, place);
  if (isNetwork.isYes) return undefined;
  const guard = guardOf(graph, balancer, groups, place);
  return { groups: guard.groups, others: guard.others.or(isNetwork) };
}

/** The security groups of a balancer, wherever it stands. */
export function groupsOfBalancer(graph: StackGraph, balancer: GraphResource): readonly GraphResource[] {
  return guardOfBalancer(graph, balancer, placeOfBalancer(graph, balancer))?.groups ?? [];
}

/** By which protocol packets come to a listener. */
export function protocolOf(listener: GraphResource): Protocol {
  return listener.get("protocol").isOneOf("UDP", "QUIC").isYes ? "udp" : "tcp";
}
