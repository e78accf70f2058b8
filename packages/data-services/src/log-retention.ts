import { auditRetentionDays, logGroupRetentionDays, type ArgumentChecks } from "@hipaa-aws/foundation";

/** Days that a log is kept, six years where nothing is said. */
export function logRetention(checks: ArgumentChecks, days: number = auditRetentionDays): number {
  if (logGroupRetentionDays.includes(days)) return days;
  return checks.fail(
    "logRetentionDays",
    `is ${String(days)}, which CloudWatch Logs does not take`,
    `Choose one of ${logGroupRetentionDays.join(", ")}`,
  );
}
