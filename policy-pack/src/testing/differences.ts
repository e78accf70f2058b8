import { isDeepStrictEqual } from "node:util";
import { JsonText, Ref, type CaseResource } from "./cases";

/** More than one difference is told apart from none and one; how many more is nobody's question. */
const many = 2;

/**
 * How many places two lists of resources differ in, `2` standing for more: a property that is another, is there or is
 * not, or a resource that is there or is not. Resources are compared in order; what they are called does not matter.
 */
export function differences(one: readonly CaseResource[], other: readonly CaseResource[]): number {
  return differencesOf(one.map(comparable(one)), other.map(comparable(other)));
}

/** Whether the first list is the second one without one of its resources. */
export function isOneResourceLess(one: readonly CaseResource[], other: readonly CaseResource[]): boolean {
  return one.length < other.length && differences(one, other) === 1;
}

/** A resource as plain data without its name; a reference says of which resource of its type it is an output. */
function comparable(all: readonly CaseResource[]): (item: CaseResource) => unknown {
  const called = new Map(
    all.map(({ name, type }) => {
      const alike = all.filter((found) => found.type === type);
      return [name, `${type} ${String(alike.findIndex((found) => found.name === name))}`];
    }),
  );
  const plain = (value: unknown): unknown => {
    if (value instanceof Ref) return `${called.get(value.target) ?? value.target} ${value.output}`;
    if (value instanceof JsonText) return plain(value.document);
    if (Array.isArray(value)) return value.map(plain);
    if (typeof value !== "object" || value === null) return value;
    const given = Object.entries(value).filter(([, inner]) => inner !== undefined);
    return Object.fromEntries(given.map(([key, inner]) => [key, plain(inner)]));
  };
  return ({ parent, name: _, ...item }) => plain({ ...item, parent: called.get(parent ?? "") });
}

function differencesOf(one: unknown, other: unknown): number {
  if (isDeepStrictEqual(one, other)) return 0;
  if (Array.isArray(one) && Array.isArray(other)) return differencesOfLists(one, other);
  if (!isRecord(one) || !isRecord(other)) return 1;
  if (one["type"] !== other["type"] && "properties" in one && "properties" in other) return many;
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return sum([...keys].map((key) => () => differencesOf(one[key], other[key])));
}

function differencesOfLists(one: readonly unknown[], other: readonly unknown[]): number {
  if (one.length === other.length) return sum(one.map((item, index) => () => differencesOf(item, other[index])));
  // A list that is empty is not given: all that stands in the other one came at once.
  if (one.length === 0 || other.length === 0) return 1;
  const [shorter, longer] = one.length < other.length ? [one, other] : [other, one];
  if (longer.length - shorter.length > 1) return many;
  return longer.some((_, index) => isDeepStrictEqual([...longer.slice(0, index), ...longer.slice(index + 1)], shorter))
    ? 1
    : many;
}

function sum(counts: readonly (() => number)[]): number {
  let total = 0;
  for (const count of counts) if (total < many) total += count();
  return Math.min(total, many);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
