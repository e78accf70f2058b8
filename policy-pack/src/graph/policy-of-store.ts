import { Truth } from "../authoring/truth";
import { isProviderFilled } from "./declared";
import type { GraphResource, StackGraph } from "./stack-graph";

/**
 * Whether a store has a policy: inline, or as a resource of its own that refers to it. Unknown where a policy refers to
 * something from outside the stack, which may be this store.
 *
 * @param companion type of the resource that holds a policy
 * @param path the property by which it refers to its store
 */
export function hasOwnPolicy(graph: StackGraph, store: GraphResource, companion: string, path: string): Truth {
  if (!isProviderFilled(store, "policy") && store.get("policy").isGiven().isYes) return Truth.yes;
  if (graph.referrers(store, companion, path).length > 0) return Truth.yes;
  const open = graph.unresolvedReferrers(companion, path, store.type).length > 0;
  return open ? Truth.unknown(path) : Truth.no;
}
