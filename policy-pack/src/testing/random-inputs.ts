import * as fc from "fast-check";
import { cases } from "../rules/all.cases";
import { unknown, type CaseProperties } from "./cases";

/** Stands for a secret: it must turn up nowhere. */
export const canary = "canary-7f3a-never-print";

/** Any shape an input can have, with unknowns and canaries for secrets at any depth. */
export const anything: fc.Arbitrary<unknown> = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constantFrom<unknown>(
      unknown,
      null,
      undefined,
      true,
      false,
      "true",
      "",
      "*",
      0,
      -1,
      443,
      Number.MAX_SAFE_INTEGER,
    ),
    fc.constantFrom(
      canary,
      `arn:aws:iam::111122223333:role/${canary}`,
      `postgres://u:${canary}@h/db`,
      "0.0.0.0/0",
      "{",
    ),
    fc.string(),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(fc.string(), tie("value"), { maxKeys: 4 }),
  ),
})).value;

/** Names that the rule's own cases use, so that the random values land where the rule reads. */
export function propertyNames(id: string): string[] {
  const names = new Set<string>();
  const collect = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      if (!/^\d+$/.test(key)) names.add(key);
      collect(inner);
    }
  };
  for (const { resources } of cases[id] ?? []) for (const { properties } of resources) collect(properties);
  return [...names];
}

/** Inputs of any shape under the names that a rule's cases use. */
export function randomProperties(id: string): fc.Arbitrary<CaseProperties> {
  const names = propertyNames(id);
  const key = names.length > 0 ? fc.constantFrom(...names) : fc.string();
  const nested = fc.dictionary(key, fc.oneof(anything, fc.dictionary(key, anything, { maxKeys: 3 })), { maxKeys: 6 });
  return fc.dictionary(key, fc.oneof(anything, nested, fc.array(nested, { maxLength: 3 })), { maxKeys: 8 });
}
