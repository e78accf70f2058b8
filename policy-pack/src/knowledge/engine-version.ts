/**
 * The numbers of an engine version or a parameter family: `17.4` → 17, 4; `8.0.mysql_aurora.3.08.0` → 8, 0;
 * `aurora-postgresql16` → 16; `6.x` → 6. Nothing when it holds none.
 */
export function versionNumbers(text: string): readonly number[] {
  const match = /\d+(?:\.\d+)*/.exec(text);
  return match ? match[0].split(".").map(Number) : [];
}

/** Whether a version known as text is at least `floor`; a missing part counts as zero, no number at all as too old. */
export function isVersionAtLeast(text: string, floor: readonly number[]): boolean {
  return compareVersions(versionNumbers(text), floor) >= 0;
}

/** Below zero when `left` is older than `right`, zero when they are the same, above zero otherwise. */
export function compareVersions(left: readonly number[], right: readonly number[]): number {
  if (left.length === 0) return -1;
  for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
