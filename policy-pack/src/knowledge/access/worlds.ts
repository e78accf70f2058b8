import type { Truth } from "../../authoring/truth";
import type { Candidate } from "./candidates";
import { candidatesFor } from "./candidates";
import type { Context, ContextValue } from "./conditions";
import type { Condition } from "./policy-reading";

/** How many combinations of values are tried. Statements with more keys than that allows are judged one by one. */
const mostContexts = 4096;

/** What is known of the requests that a question is about. */
export type World = (key: string, conditions: readonly Condition[]) => WorldValue;

/** What a key can be: known for sure or not yet (fixed), or any of several (candidates). */
export type WorldValue =
  | { readonly kind: "fixed"; readonly value: readonly string[] | undefined | Truth }
  | { readonly kind: "any"; readonly candidates: readonly Candidate[] };

/** A world in which some keys are fixed and all others are free. */
export function worldOf(fixed: ReadonlyMap<string, ContextValue>): World {
  return (key, conditions) =>
    fixed.has(key)
      ? { kind: "fixed", value: fixed.get(key) }
      : { kind: "any", candidates: candidatesFor(key, conditions) };
}

/** The requests of a world that conditions can tell apart; nothing when they are too many. */
export function contextsOf(
  world: World,
  keys: readonly string[],
  conditions: readonly Condition[],
): readonly Context[] | undefined {
  let assignments: ReadonlyMap<string, ContextValue>[] = [new Map()];
  for (const key of keys) {
    const value = world(key, conditions);
    const choices: readonly ContextValue[] = value.kind === "fixed" ? [value.value] : value.candidates;
    if (assignments.length * choices.length > mostContexts) return undefined;
    assignments = assignments.flatMap((known) => choices.map((choice) => new Map([...known, [key, choice]])));
  }
  return assignments.map((known) => (key) => known.get(key));
}
