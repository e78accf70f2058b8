import type { Place } from "./remediation-inputs";

/**
 * Whether a place lies in, or holds, a property that the resource's option `ignoreChanges` names. The engine puts the
 * old value in its place before remediations run and leaves the property out of the comparison afterwards, so that a
 * value written there would stand in the state without ever reaching AWS.
 */
export function isIgnored(place: Place, ignoreChanges: readonly string[]): boolean {
  return ignoreChanges.some((path) => {
    const ignored = segmentsOf(path);
    const shared = Math.min(ignored.length, place.length);
    return ignored.slice(0, shared).every((segment, index) => segment === "*" || segment === String(place[index]));
  });
}

/** The segments of a property path of the engine: `a.b`, `a[0]`, `a["b.c"]`, `a[*]` and `*`. */
function segmentsOf(path: string): string[] {
  const tokens = path.matchAll(/\["((?:[^"\\]|\\.)*)"\]|\[(\d+|\*)\]|([^.[\]]+)/g);
  return [...tokens].map(([, quoted, index, name]) => quoted?.replace(/\\(.)/g, "$1") ?? index ?? name ?? "");
}
