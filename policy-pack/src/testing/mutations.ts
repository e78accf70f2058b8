import * as fc from "fast-check";
import { cases } from "../rules/all.cases";
import { unknown, type CaseProperties, type CaseResource } from "./cases";
import { givenPlaces, replacedAt, valueAt, type Place } from "./places";
import { anything, canary } from "./random-inputs";

/** What somebody could feed to a rule, beside {@link anything}: huge, deep, or nearly what it expects. */
const extremes: readonly unknown[] = [
  "x".repeat(100_000),
  `${"a".repeat(5_000)}!`,
  `${"*".repeat(200)}${canary}`,
  Array.from({ length: 2_000 }, () => canary),
  nested(150),
  Number.NaN,
  Number.POSITIVE_INFINITY,
  1e308,
  [null, undefined, unknown, [unknown]],
  { [canary]: canary, [`${canary}-deep`]: { [canary]: [canary] } },
  { [canary]: unknown },
  [{ [canary]: unknown }, unknown],
  "[]",
  "null",
  '{"Statement":"x"}',
  '{"Statement":[null,5,{"Effect":7,"Principal":[],"Action":{},"Condition":"x"}]}',
  `{"Statement":{"Effect":"Allow","Principal":{"AWS":["${canary}"]},"Action":["${canary}"],"Resource":"${canary}"}}`,
  "arn:aws:::",
  "999.999.999.999/99",
  "::/0",
  "rate(0 days)",
  "${jndi:ldap://x}",
  "%00\u0000\u202e",
];

function nested(depth: number): unknown {
  let value: unknown = canary;
  for (let level = 0; level < depth; level++) value = level % 2 === 0 ? { [`k${level}`]: value } : [value];
  return value;
}

/** Values are drawn from one pool for all rules: to make them anew for each input would take most of the time. */
const pool: readonly unknown[] = [...extremes, ...fc.sample(anything, 400)];

/** One change of a case, told by whole numbers, which are cheap to draw and to shrink. */
interface Edit {
  readonly place: number;
  readonly kind: number;
  readonly value: number;
}

/** A case of a rule and what is changed in it. */
export interface Mutation {
  readonly case: number;
  readonly edits: readonly Edit[];
}

const whole = fc.nat({ max: 1_000_000 });

export const mutation: fc.Arbitrary<Mutation> = fc.record({
  case: whole,
  edits: fc.array(fc.record({ place: whole, kind: whole, value: whole }), { minLength: 1, maxLength: 4 }),
});

/** The resources of a rule's case after a mutation, and the rule's configuration there. */
export function mutated(id: string, { case: index, edits }: Mutation) {
  const all = cases[id] ?? [];
  const chosen = all[index % all.length];
  if (!chosen) throw new Error(`${id} has no cases`);
  const resources = edits.reduce(edited, chosen.resources);
  return { title: chosen.title, resources, ...(chosen.config ? { config: chosen.config } : {}) };
}

function edited(resources: readonly CaseResource[], { place, kind, value }: Edit): readonly CaseResource[] {
  const places = givenPlaces(resources);
  const at = places[place % Math.max(places.length, 1)];
  const drawn = pool[value % pool.length];
  if (!at) return withKey(resources, place, drawn);
  const edits: readonly (() => readonly CaseResource[])[] = [
    () => replacedAt(resources, at, drawn),
    () => replacedAt(resources, at, unknown),
    () => replacedAt(resources, at, undefined),
    () => replacedAt(resources, at, [valueAt(resources, at)]),
    () => replacedAt(resources, at, withCanary(valueAt(resources, at), drawn)),
    () => withKey(resources, place, drawn),
  ];
  return edits[kind % edits.length]?.() ?? resources;
}

/** A text with the canary in it; a map with one more entry under the canary's name. */
function withCanary(value: unknown, drawn: unknown): unknown {
  if (typeof value === "string") return `${value}${canary}`;
  if (Array.isArray(value)) return [...(value as unknown[]), canary];
  if (typeof value !== "object" || value === null || !isPlain(value)) return canary;
  return { ...value, [canary]: drawn };
}

function isPlain(value: object): boolean {
  return Object.getPrototypeOf(value) === Object.prototype;
}

/** One more input, under a name that maps of users have in many resources. */
function withKey(resources: readonly CaseResource[], which: number, drawn: unknown): readonly CaseResource[] {
  const names = ["tags", "tagsAll", "environment", "variables", "parameters"];
  const name = names[which % names.length] ?? "tags";
  const target: Place = { resource: which % resources.length, keys: [name] };
  const properties: CaseProperties = { ...resources[target.resource]?.properties, [name]: { [canary]: drawn } };
  return resources.map((one, index) => (index === target.resource ? { ...one, properties } : one));
}
