import { auditRetentionDays, type ArgumentChecks } from "@hipaa-aws/foundation";
import { abortMultipart, type LifecycleRule } from "./lifecycle";

/** How long records are kept, and in which class. */
export interface RecordRetention {
  retentionDays: number;
  archiveAfterDays: number;
  deepArchiveAfterDays: number;
}

const longestRetentionDays = 36500;
const defaultArchiveAfterDays = 90;
const defaultDeepArchiveAfterDays = 365;
/** Glacier Instant Retrieval bills at least 90 days. */
const shortestStayInArchive = 90;

/** Checks the periods of a bucket of records, and fills in the defaults. */
export function recordRetention(checks: ArgumentChecks, args: Partial<RecordRetention>): RecordRetention {
  const retentionDays = atLeastSixYears(checks, args.retentionDays ?? auditRetentionDays);
  const archiveAfterDays = checks.integer(
    "archiveAfterDays",
    args.archiveAfterDays ?? defaultArchiveAfterDays,
    1,
    retentionDays - shortestStayInArchive - 1,
  );
  return {
    retentionDays,
    archiveAfterDays,
    deepArchiveAfterDays: checks.integer(
      "deepArchiveAfterDays",
      args.deepArchiveAfterDays ?? Math.max(defaultDeepArchiveAfterDays, archiveAfterDays + shortestStayInArchive),
      archiveAfterDays + shortestStayInArchive,
      retentionDays - 1,
    ),
  };
}

function atLeastSixYears(checks: ArgumentChecks, days: number): number {
  if (Number.isInteger(days) && days >= 0 && days < auditRetentionDays) {
    checks.fail(
      "retentionDays",
      `is ${days}, less than the six years that audit records are kept (45 CFR 164.316(b)(2)(i))`,
      `Give ${auditRetentionDays} or more, or leave it out`,
    );
  }
  return checks.integer("retentionDays", days, auditRetentionDays, longestRetentionDays);
}

/** Lifecycle rules of records. An overwritten version is the original record, so it is kept as long as the record itself. */
export function retentionRules(settings: RecordRetention): Record<string, LifecycleRule> {
  return {
    "abort-multipart": abortMultipart,
    retention: {
      transitions: [
        { days: settings.archiveAfterDays, storageClass: "GLACIER_IR" },
        { days: settings.deepArchiveAfterDays, storageClass: "DEEP_ARCHIVE" },
      ],
      expiration: { days: settings.retentionDays },
      noncurrentVersionExpiration: { noncurrentDays: settings.retentionDays },
    },
  };
}

/** Refuses a lock that outlasts the record. */
export function checkLockFits(checks: ArgumentChecks, lockDays: number, retentionDays: number): void {
  if (lockDays <= retentionDays) return;
  checks.fail(
    "objectLockDays and retentionDays",
    `contradict each other: records locked for ${lockDays} days cannot expire after ${retentionDays}`,
    "Make retentionDays at least objectLockDays",
  );
}
