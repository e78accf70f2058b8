import { json, JsonText, Ref, unknown, type CaseProperties, type CaseResource } from "./cases";

/** A place among the properties of a case's resources: the resource's index, then keys and indices. */
export interface Place {
  readonly resource: number;
  readonly keys: readonly (string | number)[];
}

/** Every place that holds something given, containers and what is in them. A text of JSON and a reference are one place. */
export function givenPlaces(resources: readonly CaseResource[]): Place[] {
  return resources.flatMap(({ properties }, resource) =>
    placesIn(properties, [])
      .filter((keys) => keys.length > 0)
      .map((keys) => ({ resource, keys })),
  );
}

function placesIn(value: unknown, keys: readonly (string | number)[]): (readonly (string | number)[])[] {
  if (!isGiven(value)) return [];
  if (Array.isArray(value)) return [keys, ...value.flatMap((item, index) => placesIn(item, [...keys, index]))];
  if (!isContainer(value)) return [keys];
  return [keys, ...Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...keys, key]))];
}

/** As {@link Value.isGiven}: what is empty is not given, and an unknown in its place would say that it is. */
function isGiven(value: unknown): boolean {
  if (value === undefined || value === null || value === "" || value === unknown) return false;
  return typeof value !== "object" || !isEmpty(value);
}

function isEmpty(container: object): boolean {
  return !(container instanceof Ref) && !(container instanceof JsonText) && Object.keys(container).length === 0;
}

function isContainer(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !(value instanceof Ref) && !(value instanceof JsonText);
}

/** The resources with another value at one place. */
export function replacedAt(resources: readonly CaseResource[], place: Place, value: unknown): CaseResource[] {
  return resources.map((resource, index) =>
    index === place.resource
      ? { ...resource, properties: replaced(resource.properties, place.keys, value) as CaseProperties }
      : resource,
  );
}

function replaced(target: unknown, [key, ...rest]: readonly (string | number)[], value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(target))
    return (target as unknown[]).map((item, index): unknown => (index === key ? replaced(item, rest, value) : item));
  if (!isContainer(target)) return target;
  return { ...target, [key]: replaced(target[key], rest, value) };
}

/** What stands at a place. */
export function valueAt(resources: readonly CaseResource[], { resource, keys }: Place): unknown {
  return keys.reduce<unknown>(
    (container, key) => (container as Record<string | number, unknown>)[key],
    resources[resource]?.properties,
  );
}

/** The resources with the value at one place not known yet. What it was wired from stays on record, as in a preview. */
export function unknownAt(resources: readonly CaseResource[], place: Place): CaseResource[] {
  const sources = refsIn(valueAt(resources, place));
  return replacedAt(resources, place, sources.length > 0 ? json([unknown, ...sources]) : unknown);
}

function refsIn(value: unknown): Ref[] {
  if (value instanceof Ref) return [value];
  if (value instanceof JsonText) return refsIn(value.document);
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(refsIn) : [];
}

/** The place as a path in words of the catalogue: `ingress.cidrBlocks`, without indices. */
export function pathOf({ keys }: Place): string {
  return keys.filter((key) => typeof key === "string").join(".");
}
