import { Truth } from "../../authoring/truth";
import type { Value } from "../../authoring/value";
import type { GraphResource, StackGraph } from "../../graph/stack-graph";
import { reachesInternet } from "./routing";
import { subnet } from "./tokens";

/** Whether a subnet is of the public tier, hands out public addresses or has a route to an internet gateway. */
export function isPublicSubnet(graph: StackGraph, of: GraphResource): Truth {
  return Truth.any([
    of.tag("hipaa:tier").isOneOf("public"),
    of.get("mapPublicIpOnLaunch").isTrue(),
    reachesInternet(graph, of),
  ]);
}

/**
 * Whether all subnets that a property names are private. Subnets of other stacks are judged where they are declared: an
 * id that is known says nothing here, and no update would say more. One that is not known yet leaves it open.
 */
export function namesPrivateSubnets(graph: StackGraph, from: GraphResource, value: Value): Truth {
  const { targets, complete, path } = graph.referencesOf(from, value, subnet);
  const known = targets.map((target) => isPublicSubnet(graph, target).not());
  return Truth.all(complete ? known : [...known, Truth.unknown(path)]);
}
