import type { PolicyResource } from "@pulumi/policy";
import { Truth } from "../authoring/truth";
import { Value } from "../authoring/value";
import { PhiScope, phiTag, tagIn, type Classification } from "../knowledge/data-classification";

/** A resource among all resources of the stack. */
export interface GraphResource {
  readonly urn: string;
  readonly type: string;
  readonly name: string;
  readonly properties: Value;
  readonly options: PolicyResource["opts"];
  readonly parent: string | undefined;
  /** Input → the resources that its value came from. */
  readonly sources: ReadonlyMap<string, readonly string[]>;
  /**
   * The inputs that the program gave, as the pack was told when it was asked about the resource itself. Nothing where it
   * was not asked, as about resources that are only read.
   */
  readonly given: ReadonlySet<string> | undefined;
  get(path: string): Value;
  /** URN of its provider. */
  readonly providerUrn: string | undefined;
  /** A tag of the resource's own or, by default, of its provider. */
  tag(key: string): Value;
  /** Whether it holds PHI, and who says so; see {@link PhiScope}. */
  classification(): Classification;
  /** Whether it may hold PHI: it does unless it is classified otherwise. */
  mayHoldPhi(): Truth;
}

/** The inputs that the program gave a resource, where that is known. */
export type GivenInputs = (urn: string) => ReadonlySet<string> | undefined;

const unrecorded: GivenInputs = () => undefined;

/** What a property refers to. */
export interface Reference {
  /** The resources it refers to for certain. */
  readonly targets: readonly GraphResource[];
  /** Whether everything it refers to is among the targets: false for an unknown that comes from outside the stack. */
  readonly complete: boolean;
  readonly path: string;
}

/**
 * All resources of one stack analysis, indexed. Joins go by property dependency, because names and ARNs are unknown at
 * preview; where no dependency was recorded, literal names, ids and ARNs are compared.
 */
export class StackGraph {
  private static readonly cache = new WeakMap<object, StackGraph>();

  /**
   * The graph of these resources, built once for all stack rules of one analysis. The request's own list of ignored
   * changes, which the SDK hands through, tells which resources are of one request, even where it built them anew for
   * each rule. Were that to change, the graph would be built more often and stay right.
   */
  static of(
    resources: readonly PolicyResource[],
    phiScope = PhiScope.byTags,
    givenTo: GivenInputs = unrecorded,
  ): StackGraph {
    const key: unknown = resources[0]?.opts.ignoreChanges;
    if (typeof key !== "object" || key === null) return new StackGraph(resources, phiScope, givenTo);
    const known = StackGraph.cache.get(key);
    if (known) return known;
    const graph = new StackGraph(resources, phiScope, givenTo);
    StackGraph.cache.set(key, graph);
    return graph;
  }

  readonly resources: readonly GraphResource[];
  private readonly byUrn = new Map<string, GraphResource>();
  private readonly byType = new Map<string, GraphResource[]>();
  private readonly byIdentity = new Map<string, GraphResource[]>();
  private readonly notes = new Map<string, unknown>();

  constructor(resources: readonly PolicyResource[], phiScope = PhiScope.byTags, givenTo: GivenInputs = unrecorded) {
    this.resources = resources.map((resource) => toGraphResource(resource, phiScope, givenTo(resource.urn)));
    for (const resource of this.resources) {
      this.byUrn.set(resource.urn, resource);
      append(this.byType, resource.type, resource);
      for (const identity of identitiesOf(resource)) append(this.byIdentity, identity, resource);
    }
  }

  ofType(...types: readonly string[]): GraphResource[] {
    return types.flatMap((type) => this.byType.get(type) ?? []);
  }

  find(urn: string): GraphResource | undefined {
    return this.byUrn.get(urn);
  }

  /**
   * The resources of these types that a property refers to, by property dependency, then by literal name, id or ARN.
   *
   * @param path path of the property; dependencies are recorded by its first part
   */
  references(from: GraphResource, path: string, ...types: readonly string[]): Reference {
    return this.referencesOf(from, from.get(path), ...types);
  }

  /** What one value among a resource's properties refers to, wherever it stands: an ARN in an element of a list. */
  referencesOf(from: GraphResource, value: Value, ...types: readonly string[]): Reference {
    const { path } = value;
    const wanted = new Set(types);
    const literal = this.byLiteral(value, wanted);
    if (literal.length > 0) return { targets: literal, complete: !holdsUnknownItem(value), path };
    const wired = (from.sources.get(path.split(/[.[]/)[0] ?? path) ?? [])
      .map((urn) => this.byUrn.get(urn))
      .filter((target): target is GraphResource => target !== undefined && wanted.has(target.type));
    if (wired.length > 0) return { targets: wired, complete: true, path };
    return { targets: [], complete: !holdsUnknownItem(value), path };
  }

  /** Whether a property of `from` refers to `to`. */
  refersTo(from: GraphResource, path: string, to: GraphResource): Truth {
    const reference = this.references(from, path, to.type);
    if (reference.targets.includes(to)) return Truth.yes;
    return reference.complete ? Truth.no : Truth.unknown(path);
  }

  /** The resources of a type whose property refers to `target`: the companions of a bucket, the rules of a group. */
  referrers(target: GraphResource, type: string, path: string): GraphResource[] {
    return this.joined(type, path, target.type).get(target.urn) ?? [];
  }

  /** The resources of a type whose property may refer to anything: their link is known only on update. */
  unresolvedReferrers(type: string, path: string, targetType: string): GraphResource[] {
    return this.ofType(type).filter((from) => {
      const reference = this.references(from, path, targetType);
      return reference.targets.length === 0 && !reference.complete;
    });
  }

  /** Computes something once per graph, for rules that share it. */
  once<T>(key: string, compute: () => T): T {
    if (!this.notes.has(key)) this.notes.set(key, compute());
    return this.notes.get(key) as T;
  }

  private joined(type: string, path: string, targetType: string): Map<string, GraphResource[]> {
    return this.once(`join ${type} ${path} ${targetType}`, () => {
      const joins = new Map<string, GraphResource[]>();
      for (const from of this.ofType(type)) {
        for (const target of this.references(from, path, targetType).targets) append(joins, target.urn, from);
      }
      return joins;
    });
  }

  private byLiteral(value: Value, wanted: ReadonlySet<string>): GraphResource[] {
    const found = value
      .items()
      .flatMap((item) => (item.text === undefined ? [] : (this.byIdentity.get(item.text) ?? [])))
      .filter((target) => wanted.has(target.type));
    return [...new Set(found)];
  }
}

/** What other resources may call a resource by. */
function identitiesOf(resource: GraphResource): string[] {
  const names = [
    "id",
    "arn",
    "name",
    "bucket",
    "identifier",
    "clusterIdentifier",
    "replicationGroupId",
    "keyId",
    "url",
  ];
  const texts = names.map((name) => resource.get(name).text).filter((text): text is string => text !== undefined);
  return [...new Set(texts)];
}

function holdsUnknownItem(value: Value): boolean {
  return value.isUnknown || value.items().some((item) => item.isUnknown);
}

function toGraphResource(
  resource: PolicyResource,
  phiScope: PhiScope,
  given: ReadonlySet<string> | undefined,
): GraphResource {
  const sources = new Map(
    Object.entries(resource.propertyDependencies).map(([key, from]) => [key, from.map(({ urn }) => urn)] as const),
  );
  const properties = withoutComputedUnknowns(
    Value.ofProperties(resource.props as object),
    (key) => sources.has(key) || given?.has(key) === true,
  );
  const provider = resource.provider && Value.ofProperties(resource.provider.props as object);
  let known: Classification | undefined;
  const classification = (): Classification =>
    (known ??= phiScope.classify(resource.urn, tagIn(properties, provider, phiTag)));
  return {
    urn: resource.urn,
    type: resource.type,
    name: resource.name,
    properties,
    options: resource.opts,
    parent: resource.parent?.urn,
    sources,
    given,
    get: (path) => properties.get(path),
    providerUrn: resource.provider?.urn,
    tag: (key) => tagIn(properties, provider, key).value,
    classification,
    mayHoldPhi: () => classification().mayHoldPhi,
  };
}

/**
 * In a stack analysis the properties are the resource's outputs, so what the provider computes stands there too, as
 * unknowns at preview. An unknown that is no input, as far as the pack was told, was not given and reads as absent. Where
 * nobody told, the property dependencies do: an unknown comes from another resource, all but always.
 */
function withoutComputedUnknowns(properties: Value, isGiven: (key: string) => boolean): Value {
  const kept = properties.entries().filter(([key, value]) => isGiven(key) || !value.isUnknown);
  return new Value(Object.fromEntries(kept.map(([key, value]) => [key, value.raw])), properties.path);
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
