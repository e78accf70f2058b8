import type { GraphResource, StackGraph } from "../../graph/stack-graph";

/**
 * The resources of a type whose link, or a part of it, is known only on update and comes from outside the stack. A link
 * that the program did not give, and that AWS fills in, is none.
 */
export function openLinks(
  graph: StackGraph,
  type: string,
  path: string,
  targets: readonly string[],
): readonly GraphResource[] {
  return graph.once(`vpc open links ${type} ${path} ${targets.join(" ")}`, () =>
    graph.ofType(type).filter((one) => !one.get(path).isAbsent && !graph.references(one, path, ...targets).complete),
  );
}
