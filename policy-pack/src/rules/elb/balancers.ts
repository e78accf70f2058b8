import type { Truth } from "../../authoring/truth";
import type { Value } from "../../authoring/value";
import { openReferrers } from "../../graph/open-referrers";
import type { GraphResource, Reference, StackGraph } from "../../graph/stack-graph";

/** Every kind of resource of Elastic Load Balancing v2 has two tokens, `aws:lb` and `aws:alb`. */
function twins(module: string, name: string): readonly string[] {
  return [`aws:lb/${module}:${name}`, `aws:alb/${module}:${name}`];
}

export const balancerTypes = twins("loadBalancer", "LoadBalancer");
export const listenerTypes = twins("listener", "Listener");
export const listenerRuleTypes = twins("listenerRule", "ListenerRule");
export const targetGroupTypes = twins("targetGroup", "TargetGroup");
export const classicBalancer = "aws:elb/loadBalancer:LoadBalancer";

/** What both kinds of check, of a resource and of a stack, can be asked for. */
export interface HasInputs {
  get(path: string): Value;
}

/** Application, which is the default, or the given kind. */
export function isBalancerType(balancer: HasInputs, kind: "application" | "network" | "gateway"): Truth {
  const type = balancer.get("loadBalancerType");
  return kind === "application" ? type.isOneOf("network", "gateway").not() : type.isOneOf(kind);
}

/** Whether a balancer of the stack has public addresses: it does unless it says that it is internal. */
export function isInternetFacing(balancer: GraphResource): Truth {
  return balancer.get("internal").isTrue().not();
}

/**
 * What one value refers to. Dependencies are recorded for a whole input, so a literal ARN beside a wired one would seem
 * to refer to the same resource: a literal is compared with what the resources are called, and with nothing else.
 */
export function reached(
  graph: StackGraph,
  from: GraphResource,
  value: Value,
  types: readonly string[],
): Reference & { readonly elsewhere: boolean } {
  const { targets, complete, path } = graph.referencesOf(from, value, ...types);
  const certain = targets.filter((target) => value.text === undefined || isCalled(target, value.text));
  return { targets: certain, complete, path, elsewhere: certain.length === 0 && value.text !== undefined };
}

function isCalled(target: GraphResource, text: string): boolean {
  return ["arn", "id", "name"].some((path) => target.get(path).text === text);
}

/** The balancers that a listener belongs to (one), or none where it is not in this stack. */
export function balancersOf(graph: StackGraph, listener: GraphResource): Reference {
  return graph.references(listener, "loadBalancerArn", ...balancerTypes);
}

export function listenersOf(graph: StackGraph, balancer: GraphResource): GraphResource[] {
  return listenerTypes.flatMap((type) => graph.referrers(balancer, type, "loadBalancerArn"));
}

/** Listeners whose balancer is known only on update: it may be any. */
export function unresolvedListeners(graph: StackGraph): GraphResource[] {
  return openReferrers(graph, listenerTypes, "loadBalancerArn", balancerTypes);
}
