import {
  isUnknown,
  unwrapSecret,
  unwrapSecrets,
  walkValues,
  type ResourceState,
  type StackState,
  type StateValue,
} from "@hipaa-aws/stack-state";

/** Provider modules that are another name for `aws:lb`. */
const loadBalancerModules = /^aws:(alb|applicationloadbalancing|elasticloadbalancingv2)\//;

/** One name for types that AWS's provider offers under several. */
export function canonicalType(type: string): string {
  return type.replace(loadBalancerModules, "aws:lb/").replace("aws:s3/bucketV2:BucketV2", "aws:s3/bucket:Bucket");
}

/** The resources of a stack, and which of them another one's property points at. */
export interface ResourceGraph {
  readonly resources: readonly ResourceState[];
  /** Resources of a canonical type. */
  ofType(type: string): readonly ResourceState[];
  /**
   * Resources of the given canonical types that a property points at: by property dependency, which also works where
   * ids and ARNs are not known yet, and by a known value equal to an id, ARN or name.
   */
  references(from: ResourceState, property: string, ...types: string[]): readonly ResourceState[];
  /** As {@link references}, the other way round: who of `type` points at `to` by `property`. */
  referrers(to: ResourceState, type: string, property: string): readonly ResourceState[];
}

export function resourceGraph(state: StackState): ResourceGraph {
  const byUrn = new Map(state.resources.map((resource) => [resource.urn, resource]));
  const byType = new Map<string, ResourceState[]>();
  for (const resource of state.resources) {
    const type = canonicalType(resource.type);
    byType.set(type, [...(byType.get(type) ?? []), resource]);
  }
  const byIdentity = identities(state.resources);
  const ofType = (type: string) => byType.get(type) ?? [];

  const references = (from: ResourceState, property: string, ...types: string[]) => {
    const found = new Set<ResourceState>();
    for (const urn of from.propertyDependencies[property] ?? []) {
      const resource = byUrn.get(urn);
      if (resource && types.includes(canonicalType(resource.type))) found.add(resource);
    }
    for (const text of texts(from.inputs[property])) {
      for (const type of types) for (const resource of byIdentity.get(`${type} ${text}`) ?? []) found.add(resource);
    }
    found.delete(from);
    return [...found];
  };

  return {
    resources: state.resources,
    ofType,
    references,
    referrers: (to, type, property) =>
      ofType(type).filter((from) => references(from, property, canonicalType(to.type)).includes(to)),
  };
}

/** A known value of a property without secret envelopes, or nothing when it is absent or not known. */
export function known(resource: ResourceState, property: string): StateValue | undefined {
  const value = resource.inputs[property];
  if (value === undefined) return undefined;
  const plain = unwrapSecrets(value);
  return isUnknown(plain) ? undefined : plain;
}

/** The objects of a known list of objects; a single object counts as a list of one. */
export function blocks(value: StateValue | undefined): Record<string, StateValue>[] {
  const list = Array.isArray(value) ? value : [value];
  return list.filter((item): item is Record<string, StateValue> => {
    return typeof item === "object" && item !== null && !Array.isArray(item);
  });
}

/** Every known text inside a value. */
export function texts(value: StateValue | undefined): string[] {
  const found: string[] = [];
  if (value === undefined) return found;
  walkValues(value, (_path, here) => {
    if (typeof here === "string" && !isUnknown(here)) found.push(here);
  });
  return found;
}

function identities(resources: readonly ResourceState[]): Map<string, ResourceState[]> {
  const found = new Map<string, ResourceState[]>();
  for (const resource of resources) {
    const { arn, name, bucket } = resource.outputs;
    const values = [
      resource.id,
      ...[arn, name, bucket].map((value) => (value === undefined ? value : unwrapSecret(value))),
    ];
    for (const value of new Set(values)) {
      if (typeof value !== "string" || value === "" || isUnknown(value)) continue;
      const key = `${canonicalType(resource.type)} ${value}`;
      found.set(key, [...(found.get(key) ?? []), resource]);
    }
  }
  return found;
}
