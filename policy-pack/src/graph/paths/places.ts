import { Truth } from "../../authoring/truth";
import type { Value } from "../../authoring/value";
import type { GraphResource, StackGraph } from "../stack-graph";
import { companionsOf, linksOf, mayBeGiven, placeOf } from "./links";
import type { Guard } from "./reach";
import { defaultNetwork, networkOf, unknownNetwork, type SubnetNetwork } from "./subnet-network";
import { groupsNamed } from "./security-groups";
import { defaultSecurityGroup, defaultVpc, subnetTypes, vpcTypes } from "./tokens";

/** Where something stands: the networks of its subnets. */
export interface Place {
  readonly networks: readonly SubnetNetwork[];
  readonly subnets: readonly GraphResource[];
  /** Whether it stands in all of them, rather than in some of them. */
  readonly exact: boolean;
}

/** The subnets that a value names. */
export function placeIn(graph: StackGraph, from: GraphResource, value: Value): Place {
  const { targets, exact, others } = linksOf(graph, from, value, subnetTypes);
  return {
    networks: [
      ...targets.map((subnet) => networkOf(graph, subnet)),
      ...(others.isNo ? [] : [unknownNetwork(from, value.path)]),
    ],
    subnets: targets,
    exact,
  };
}

/** The subnets of the group that a value names; the default VPC where it names none, as AWS does. */
export function placeInGroup(graph: StackGraph, from: GraphResource, value: Value, type: string): Place {
  if (value.isGiven().isNo || value.matches(/^default(-vpc-.*)?$/).isYes) return placeInDefaultVpc(graph);
  const { targets, exact, others } = linksOf(graph, from, value, [type]);
  const places = targets.map((group) => placeIn(graph, group, group.get("subnetIds")));
  return {
    networks: [
      ...places.flatMap(({ networks }) => networks),
      ...(others.isNo ? [] : [unknownNetwork(from, value.path)]),
    ],
    subnets: places.flatMap(({ subnets }) => subnets),
    exact: exact && places.every((place) => place.exact),
  };
}

export function placeInDefaultVpc(graph: StackGraph): Place {
  return { networks: [defaultNetwork(graph)], subnets: [], exact: true };
}

/** A place outside the stack. */
export function placeElsewhere(from: GraphResource, path: string): Place {
  return { networks: [unknownNetwork(from, path)], subnets: [], exact: true };
}

/** The security groups that a value names; the default group of the VPC where it names none. */
export function guardOf(graph: StackGraph, from: GraphResource, value: Value, place: Place): Guard {
  const { targets, others } = groupsNamed(graph, from, value);
  if (targets.length > 0 || mayBeGiven(value)) return { groups: targets, others };
  return defaultGuard(graph, from, value, place);
}

function defaultGuard(graph: StackGraph, from: GraphResource, value: Value, { subnets, networks }: Place): Guard {
  const named = subnets.flatMap((subnet) => linksOf(graph, subnet, subnet.get("vpcId"), vpcTypes).targets);
  const isInDefaultVpc = networks.includes(defaultNetwork(graph)) || subnets.some((one) => one.type !== subnetTypes[0]);
  const vpcs = [...new Set([...named, ...(isInDefaultVpc ? graph.ofType(defaultVpc) : [])])];
  const groups = vpcs.flatMap((network) => {
    const { own } = companionsOf(graph, network, defaultSecurityGroup, "vpcId", vpcTypes);
    return own.length > 0 ? own : [network];
  });
  // The default group lets in only its own members, until a program says otherwise.
  const isKnown = groups.length > 0 || isInDefaultVpc;
  return { groups, others: isKnown ? Truth.no : Truth.unknown(placeOf(from, value.path)) };
}
