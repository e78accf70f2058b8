import type { ArgumentChecks } from "@hipaa-aws/foundation";

/** How many tasks run: the limits of scaling and the number at first. */
export interface TaskCounts {
  readonly minCount: number;
  readonly maxCount: number;
  readonly desiredCount: number;
}

/** Counts with their defaults, in order. */
export function planCounts(
  checks: ArgumentChecks,
  min: number | undefined,
  max: number | undefined,
  desired: number | undefined,
): TaskCounts {
  const minCount = checks.integer("minCount", min ?? 2, 1, 5000);
  const maxCount = checks.integer("maxCount", max ?? Math.min(minCount * 2, 5000), 1, 5000);
  const desiredCount = checks.integer("desiredCount", desired ?? minCount, 1, 5000);
  if (minCount > maxCount) {
    checks.fail("minCount and maxCount", `are ${minCount} and ${maxCount}`, "minCount must not exceed maxCount");
  }
  if (desiredCount < minCount || desiredCount > maxCount) {
    checks.fail("desiredCount", `is ${desiredCount}`, `It must lie from minCount ${minCount} to maxCount ${maxCount}`);
  }
  return { minCount, maxCount, desiredCount };
}
