import { isDeepStrictEqual } from "node:util";
import type { ResourceRule } from "../authoring/rule";

/** Paths at which two values differ, as deep as both have the same kind of block or a list of the same length. */
export function changedPaths(before: unknown, after: unknown, path = ""): string[] {
  if (isDeepStrictEqual(before, after)) return [];
  if (Array.isArray(before) && Array.isArray(after) && before.length === after.length) {
    return after.flatMap((value, index) => changedPaths(before[index], value, `${path}[${index}]`));
  }
  if (!isBlock(before) || !isBlock(after)) return [path];
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].flatMap((key) => changedPaths(before[key], after[key], path === "" ? key : `${path}.${key}`));
}

/** Every path that the steps of a rule may write for a type. */
export function declaredPaths({ requirement }: Pick<ResourceRule, "requirement">, type: string): string[] {
  const steps = (requirement.remediate ?? []).filter(({ types }) => types?.includes(type) ?? true);
  return steps.flatMap(({ fill, set, add }) => [fill, set, add].flatMap((part) => Object.keys(part ?? {})));
}

/** Whether a path is declared; `[*]` stands for any element, or for the only one where a list is a single block. */
export function isDeclared(path: string, declared: readonly string[]): boolean {
  const plain = path.replace(/\[\d+\]/g, "");
  return declared.some((one) => one.replaceAll("[*]", "") === plain);
}

function isBlock(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
