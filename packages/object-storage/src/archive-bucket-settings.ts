import { auditRetentionDays, type ArgumentChecks } from "@hipaa-aws/foundation";
import type * as pulumi from "@pulumi/pulumi";
import type { ArchiveBucketArgs } from "./archive-bucket-args";
import { bucketResourceName } from "./bucket-name";
import { BucketObjectLockMode, objectLock, type ObjectLock } from "./object-lock";
import { checkReplicationName } from "./replication";
import { requireArgument } from "./required-argument";
import { checkLockFits, recordRetention, type RecordRetention } from "./retention-rules";
import { checkedSourceAccounts } from "./source-accounts";

/** What steers the shape of an ArchiveBucket, checked and with defaults. */
export interface ArchiveBucketSettings extends RecordRetention {
  lock: ObjectLock;
  sourceAccountIds: pulumi.Input<string>[];
}

/** Checks the plain arguments of an ArchiveBucket. */
export function archiveBucketSettings(
  checks: ArgumentChecks,
  name: string,
  args: ArchiveBucketArgs,
): ArchiveBucketSettings {
  bucketResourceName(checks, name, false);
  checkReplicationName(checks, name, args.replica);
  requireArgument(checks, "key", args.key, "Give a customer managed KMS key, for example KeyRing.logs");
  requireArgument(
    checks,
    "accessLogBucket",
    args.accessLogBucket,
    "Give a LogBucket of purpose S3AccessLogs in the same Region",
  );
  const mode = args.objectLockMode ?? BucketObjectLockMode.Compliance;
  if (mode === BucketObjectLockMode.None) {
    checks.fail("objectLockMode", "is None, and an archive is locked", "Use Governance, or a LogBucket");
  }
  const lock = objectLock(checks, mode, args.objectLockDays ?? auditRetentionDays, false);
  if (lock === undefined) return checks.fail("objectLockMode", "locks nothing", "Use Compliance or Governance");
  if (args.alarmTopicArn !== undefined && args.replica === undefined) {
    checks.fail("alarmTopicArn", "is given without a replica, and copies are what the alarms watch", "Leave it out");
  }
  const retention = recordRetention(checks, {
    ...args,
    retentionDays: args.retentionDays ?? Math.max(auditRetentionDays, lock.days),
  });
  checkLockFits(checks, lock.days, retention.retentionDays);
  return {
    ...retention,
    lock,
    sourceAccountIds: args.sourceAccountIds === undefined ? [] : checkedSourceAccounts(checks, args.sourceAccountIds),
  };
}
