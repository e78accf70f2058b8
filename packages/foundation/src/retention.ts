import type { ArgumentChecks } from "./checks";

/**
 * Days that audit records are kept: six calendar years with both leap days (6 × 365 + 2), and a value that CloudWatch
 * Logs takes. Source: 45 CFR 164.316(b)(2)(i).
 */
export const auditRetentionDays = 2192;

/** The retention periods, in days, that CloudWatch Logs takes. Source: PutRetentionPolicy in the CloudWatch Logs API. */
export const logGroupRetentionDays: readonly number[] = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];

/** Days that a log is kept, six years where nothing is said. */
export function logRetention(checks: ArgumentChecks, days: number = auditRetentionDays): number {
  if (logGroupRetentionDays.includes(days)) return days;
  return checks.fail(
    "logRetentionDays",
    `is ${String(days)}, which CloudWatch Logs does not take`,
    `Choose one of ${logGroupRetentionDays.join(", ")}`,
  );
}
