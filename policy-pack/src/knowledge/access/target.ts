import { Truth } from "../../authoring/truth";
import { globCovers, globMatches, globsMeet } from "../glob";

/** What a request is about, as the resources of a statement see it. */
export interface Target {
  /** Whether a resource of a statement matches all of it. */
  within(pattern: string): Truth;
  /** Whether a resource of a statement matches some of it. */
  meets(pattern: string): Truth;
}

/** Whatever the policy stands on: its resources are not asked. */
export const anyTarget: Target = { within: () => Truth.yes, meets: () => Truth.yes };

/** One resource with a known ARN. */
export function knownTarget(arn: string): Target {
  const matches = (pattern: string): Truth => Truth.of(globMatches(pattern, arn));
  return { within: matches, meets: matches };
}

/**
 * One resource whose ARN is known on update: a statement is about it for certain where it is about all resources of the
 * kind, and not about it where it is about none.
 *
 * @param template pattern of the ARNs of the kind: `arn:*:kms:*:*:key/*`
 * @param path path of the value that is missing
 */
export function openTarget(template: string, path: string): Target {
  const matches = (pattern: string): Truth => {
    if (globCovers(pattern, template)) return Truth.yes;
    return globsMeet(pattern, template) ? Truth.unknown(path) : Truth.no;
  };
  return { within: matches, meets: matches };
}

/** All resources that a pattern stands for: the objects of a bucket. */
export function setTarget(all: string): Target {
  const beginning = literalBeginning(all);
  return {
    within: (pattern) => Truth.of(globCovers(pattern, all)),
    // Most patterns part at their first letters, which is told faster than that they meet.
    meets: (pattern) => Truth.of(mayBeginAlike(literalBeginning(pattern), beginning) && globsMeet(pattern, all)),
  };
}

function literalBeginning(pattern: string): string {
  const [beginning = ""] = pattern.split(/[*?]/, 1);
  return beginning;
}

function mayBeginAlike(one: string, other: string): boolean {
  return one.startsWith(other) || other.startsWith(one);
}

/** The part of a target that one resource of a statement is about, for statements that take from it again. */
export function partOf(target: Target, pattern: string): Target {
  if (!target.within(pattern).isNo) return target;
  const part = setTarget(pattern);
  return {
    within: (other) => Truth.any([target.within(other), part.within(other)]),
    meets: (other) => Truth.all([target.meets(other), part.meets(other)]),
  };
}
