import { Truth } from "../../authoring/truth";
import { mayAllow } from "../../knowledge/access/by-action";
import { routesOf } from "../../knowledge/access/reach";
import type { GraphResource, StackGraph } from "../stack-graph";
import { routesToKey } from "./keys";
import type { PhiStore } from "./phi-stores";
import { worldFor, type Principal } from "./principals";

/** By which of a principal's policies it may do something. */
export interface PolicyRoute {
  readonly by: string;
  readonly action: string;
  readonly isOpen: Truth;
}

/** The ways in which a principal's own policies let it do one of these things with something. */
export function routesByPolicies(
  graph: StackGraph,
  principal: Principal,
  actions: readonly string[],
  about: Pick<Parameters<typeof routesOf>[0], "target"> & Partial<Pick<Parameters<typeof routesOf>[0], "world">>,
  resource: GraphResource = principal.resource,
): PolicyRoute[] {
  if (!mayEver(principal, actions)) return [];
  return actions.flatMap((action) =>
    routesOf({
      identity: principal.policies.map(({ reading }) => reading),
      boundary: principal.boundary,
      caller: principal.caller,
      action,
      world: about.world ?? worldFor(graph, principal, resource),
      target: about.target,
    }).flatMap(({ by, isOpen }) => {
      const held = by === "resource" ? undefined : principal.policies[by];
      return held ? [{ by: held.label, action, isOpen }] : [];
    }),
  );
}

/** Whether some policy of a principal may allow one of these actions on anything at all. */
export function mayEver({ policies }: Principal, actions: readonly string[]): boolean {
  return policies.some(({ reading }) => mayAllow(reading, actions));
}

/** The decryption that whoever reads a store needs as well. */
export const decrypting: readonly string[] = ["kms:Decrypt"];

/**
 * Whether a principal may read a store: by an action on the store and, where the store is encrypted under a key of the
 * stack, with that key. A key of another stack is judged there.
 *
 * @param narrowed the principal with only those Allows that count for the action on the store
 */
export function mayRead(graph: StackGraph, principal: Principal, store: PhiStore, narrowed = principal): Truth {
  if (!store.target) return Truth.no;
  const routes = routesByPolicies(graph, narrowed, store.reads, { target: store.target }, store.resource);
  const reads = Truth.any(routes.map(({ isOpen }) => isOpen));
  if (reads.isNo) return reads;
  if (store.keys.length === 0) return store.openKeys.length > 0 ? reads.and(Truth.unknown(...store.openKeys)) : reads;
  const keys = store.keys.flatMap((key) => routesToKey(graph, principal, key, decrypting));
  return reads.and(Truth.any(keys.map(({ isOpen }) => isOpen)));
}
