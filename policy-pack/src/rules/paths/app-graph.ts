import { Truth } from "../../authoring/truth";
import type { GraphResource } from "../../graph/stack-graph";

/** A place that requests pass or end at: a listener, a distribution, an application, a store. */
export interface Node {
  readonly key: string;
  readonly hops: readonly string[];
  readonly kind: "internet" | "door" | "middle" | "app" | "store";
  /** The resource that findings about it stand at. */
  readonly at: GraphResource | undefined;
  /** Whether a web ACL judges what comes through. */
  readonly hasWebAcl: Truth;
}

/** One hop of a request. */
export interface Edge {
  readonly from: Node;
  readonly to: Node;
  /** What the request passes on the way, in words. */
  readonly by: readonly string[];
  /** Whether the internet at large can take it. */
  readonly world: Truth;
  /** Whether anyone outside can take it. */
  readonly anyone: Truth;
  /** Whether the request may cross it without TLS. */
  readonly inClear: Truth;
  /** The resource that decides on TLS. */
  readonly at: GraphResource;
}

/** How far requests come from somewhere, and by which edge they got to each node first. */
export type Flow = ReadonlyMap<Node, Arrival>;

interface Arrival {
  readonly truth: Truth;
  readonly by: Edge | undefined;
}

/** Where requests to the applications of a stack pass. */
export class AppGraph {
  private readonly nodes = new Map<string, Node>();
  private readonly outgoing = new Map<Node, Edge[]>();
  readonly edges: Edge[] = [];
  readonly internet = this.node("internet", () => ({ hops: ["internet"], kind: "internet", at: undefined }));

  /** The node of a key, made on first use. */
  node(key: string, make: () => Omit<Node, "key" | "hasWebAcl"> & { readonly hasWebAcl?: Truth }): Node {
    const known = this.nodes.get(key);
    if (known) return known;
    const made: Node = { hasWebAcl: Truth.no, ...make(), key };
    this.nodes.set(key, made);
    return made;
  }

  all(): Node[] {
    return [...this.nodes.values()];
  }

  add(edge: Edge): void {
    this.edges.push(edge);
    const list = this.outgoing.get(edge.from);
    if (list) list.push(edge);
    else this.outgoing.set(edge.from, [edge]);
  }

  from(node: Node): readonly Edge[] {
    return this.outgoing.get(node) ?? [];
  }

  leadsTo(from: Node, to: Node): boolean {
    return this.from(from).some((edge) => edge.to === to);
  }

  /** How far requests come, edge by edge; a node is looked at again only when more of it is certain. */
  flow(starts: readonly Node[], through: (edge: Edge) => Truth): Flow {
    const reached = new Map<Node, Arrival>(starts.map((node) => [node, { truth: Truth.yes, by: undefined }]));
    const queue = [...starts];
    for (let index = 0; index < queue.length; index += 1) {
      const node = queue[index];
      const here = node && reached.get(node);
      if (!here) continue;
      for (const edge of this.from(node)) {
        const truth = here.truth.and(through(edge));
        const known = reached.get(edge.to)?.truth ?? Truth.no;
        if (truth.isNo || known.isYes || (known.isUnknown && truth.isUnknown)) continue;
        reached.set(edge.to, { truth, by: edge });
        queue.push(edge.to);
      }
    }
    return reached;
  }
}

/** The hops by which a flow came to a node. */
export function hopsTo(flow: Flow, node: Node): string[] {
  return edgesTo(flow, node).reduce<string[]>(
    (hops, edge) => [...hops, ...edge.by, ...edge.to.hops],
    [...(edgesTo(flow, node)[0]?.from ?? node).hops],
  );
}

/** The edges by which a flow came to a node, from its start. */
export function edgesTo(flow: Flow, node: Node): Edge[] {
  const edges: Edge[] = [];
  const seen = new Set<Node>();
  for (let at = flow.get(node)?.by; at !== undefined && !seen.has(at.to); at = flow.get(at.from)?.by) {
    seen.add(at.to);
    edges.unshift(at);
  }
  return edges;
}

/** The way from a node on to an application, in words: what a request is for. */
export function hopsOn(graph: AppGraph, node: Node): string[] {
  const flow = flowOn(graph, node);
  const [app] = appsOf(flow);
  return app && app !== node ? hopsTo(flow, app).slice(node.hops.length) : [];
}

/** Whether requests that come to a node go on to an application. */
export function leadsToApp(graph: AppGraph, node: Node): Truth {
  const flow = flowOn(graph, node);
  return Truth.any(appsOf(flow).map((app) => flow.get(app)?.truth ?? Truth.no));
}

function flowOn(graph: AppGraph, node: Node): Flow {
  return graph.flow([node], ({ from, anyone }) => (from.kind === "app" ? Truth.no : anyone));
}

/** The applications that a flow comes to, those for certain first. */
function appsOf(flow: Flow): Node[] {
  const apps = [...flow].filter(([{ kind }]) => kind === "app");
  return apps.sort(([, one], [, other]) => Number(other.truth.isYes) - Number(one.truth.isYes)).map(([node]) => node);
}
