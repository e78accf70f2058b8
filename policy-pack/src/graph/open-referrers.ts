import type { GraphResource, StackGraph } from "./stack-graph";

/**
 * Resources whose property may refer to any resource of several types, because its value comes from outside the stack
 * and is known only on update. One that is wired to a resource of another of the types is not among them.
 */
export function openReferrers(
  graph: StackGraph,
  types: readonly string[],
  path: string,
  targetTypes: readonly string[],
): GraphResource[] {
  return graph.ofType(...types).filter((from) => {
    const { targets, complete } = graph.references(from, path, ...targetTypes);
    return targets.length === 0 && !complete;
  });
}
