import { Truth } from "../../authoring/truth";
import type { Value } from "../../authoring/value";
import type { GraphResource, StackGraph } from "../stack-graph";

/** The resources that a value names, and how much of it they account for. */
export interface Links {
  readonly targets: readonly GraphResource[];
  /**
   * Whether each target is named for certain. While a list is unknown as a whole, its dependencies may be more than its
   * elements: a program may have picked some of them.
   */
  readonly exact: boolean;
  /** No when the targets are all that the value names; unknown when it names something outside the stack too. */
  readonly others: Truth;
  /** Whether some of what it names is known only on update, and comes from outside the stack. */
  readonly unseen: boolean;
}

/** What one value among a resource's properties names, element by element. */
export function linksOf(graph: StackGraph, from: GraphResource, value: Value, types: readonly string[]): Links {
  const literal = new Set<GraphResource>();
  let unknowns = 0;
  let outside = false;
  for (const item of value.items()) {
    if (item.isUnknown) unknowns += 1;
    else if (item.text !== undefined) {
      const named = graph.referencesOf(from, item, ...types).targets.filter((one) => isCalled(one, item.text));
      named.forEach((one) => literal.add(one));
      if (named.length === 0) outside = true;
    }
  }
  if (unknowns === 0) {
    return { targets: [...literal], exact: true, others: otherThan(outside, from, value), unseen: false };
  }
  const wired = sourcesOf(graph, from, value, types).filter((one) => !literal.has(one));
  const short = wired.length === 0 || (!value.isUnknown && unknowns > wired.length);
  return {
    targets: [...literal, ...wired],
    exact: wired.length <= unknowns,
    others: otherThan(outside || short, from, value),
    unseen: short,
  };
}

function sourcesOf(
  graph: StackGraph,
  from: GraphResource,
  value: Value,
  types: readonly string[],
): readonly GraphResource[] {
  const input = value.path.split(/[.[]/)[0] ?? value.path;
  return (from.sources.get(input) ?? [])
    .map((urn) => graph.find(urn))
    .filter((one): one is GraphResource => one !== undefined && types.includes(one.type));
}

/** Whether a text is what a resource is called by, or one of its outputs: a VPC has the id of its default ACL. */
function isCalled(resource: GraphResource, text: string | undefined): boolean {
  return resource.properties.entries().some(([, value]) => value.text === text);
}

function otherThan(some: boolean, from: GraphResource, value: Value): Truth {
  return some ? Truth.unknown(placeOf(from, value.path)) : Truth.no;
}

/** Whether a value is given, as far as that is known: what stands in a block known only on update may be. */
export function mayBeGiven(value: Value): boolean {
  return !value.isGiven().isNo;
}

/** A property with the kind of resource that it belongs to: `SecurityGroup.ingress[0].cidrBlocks`. */
export function placeOf(of: GraphResource, path: string): string {
  return `${of.type.slice(of.type.lastIndexOf(":") + 1)}.${path}`;
}

/** The same truth, with the kind of resource that its unknown values belong to. */
export function placed(of: GraphResource, truth: Truth): Truth {
  return truth.isUnknown ? Truth.unknown(...truth.paths.map((path) => placeOf(of, path))) : truth;
}

/** Companions of a resource, and those that may be its own: their link is known only on update. */
export interface Companions {
  readonly own: readonly GraphResource[];
  readonly stray: readonly GraphResource[];
}

/** The resources of a type whose property names a target, among all targets of several types. */
export function companionsOf(
  graph: StackGraph,
  target: GraphResource,
  type: string,
  path: string,
  targetTypes: readonly string[],
): Companions {
  const { byTarget, stray } = graph.once(`paths companions ${type} ${path} ${targetTypes.join(" ")}`, () =>
    indexOf(graph, type, path, targetTypes),
  );
  return { own: byTarget.get(target) ?? [], stray };
}

function indexOf(graph: StackGraph, type: string, path: string, targetTypes: readonly string[]) {
  const byTarget = new Map<GraphResource, GraphResource[]>();
  const stray: GraphResource[] = [];
  for (const one of graph.ofType(type)) {
    const links = valuesAt(one, path).map((value) => linksOf(graph, one, value, targetTypes));
    for (const target of new Set(links.flatMap(({ targets }) => targets))) append(byTarget, target, one);
    // A literal names something outside the stack for certain; only an unknown may still be the target.
    if (links.some(({ unseen }) => unseen)) stray.push(one);
  }
  return { byTarget, stray };
}

/** The values of a path; `[*]` stands for each element of a list. */
function valuesAt(of: GraphResource, path: string): Value[] {
  const [list, ...inner] = path.split("[*].");
  const value = of.get(list ?? path);
  return inner.length === 0 ? [value] : value.items().map((item) => item.get(inner.join(".")));
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
