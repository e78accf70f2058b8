import type { ArgumentChecks, HipaaTags } from "@hipaa-aws/foundation";
import type * as pulumi from "@pulumi/pulumi";
import { bucketResourceName } from "./bucket-name";
import { LogBucketPurpose, type LogBucketArgs } from "./log-bucket-args";
import { rulesOf, type LogPurposeRules } from "./log-purposes";
import { objectLock, type ObjectLock } from "./object-lock";
import { checkReplicationName } from "./replication";
import { checkLockFits, recordRetention, type RecordRetention } from "./retention-rules";
import { checkedSourceAccounts } from "./source-accounts";

/** What steers the shape of a LogBucket, checked and with defaults. */
export interface LogBucketSettings extends RecordRetention {
  purpose: LogBucketPurpose;
  /** Logical name of the bucket resource. */
  resourceName: string;
  tag: HipaaTags["purpose"];
  lock: ObjectLock | undefined;
  prefixes: readonly string[];
  /** Accounts whose logs are let in; undefined: this one. */
  sourceAccountIds: pulumi.Input<string>[] | undefined;
  forceDestroy: boolean;
}

/** The prefixes below which the load balancers of `@hipaa-aws/edge` write. */
const defaultPrefixes: readonly string[] = ["access", "connection", "health-check"];

/** Checks the plain arguments of a LogBucket against its purpose. */
export function logBucketSettings(checks: ArgumentChecks, name: string, args: LogBucketArgs): LogBucketSettings {
  const purpose = checks.oneOf("purpose", args.purpose, Object.values(LogBucketPurpose));
  const rules = rulesOf[purpose];
  const resourceName = bucketResourceName(checks, name, purpose === LogBucketPurpose.Waf);
  checkReplicationName(checks, name, args.archive);
  checkKey(checks, purpose, rules, args);
  checkAccessLogBucket(checks, purpose, rules, args);
  if (args.alarmTopicArn !== undefined && args.archive === undefined) {
    checks.fail("alarmTopicArn", "is given without an archive, and copies are what the alarms watch", "Leave it out");
  }

  const periods = recordRetention(checks, args);
  const lock = lockOf(checks, purpose, rules, args, periods.retentionDays);
  return {
    purpose,
    resourceName,
    // A locked bucket is an archive in its own right.
    tag: lock ? "log-archive" : rules.tag,
    lock,
    ...periods,
    prefixes: prefixesOf(checks, purpose, args),
    sourceAccountIds: sourceAccounts(checks, purpose, rules, args),
    forceDestroy: args.forceDestroy ?? false,
  };
}

function checkKey(
  checks: ArgumentChecks,
  purpose: LogBucketPurpose,
  rules: LogPurposeRules,
  args: LogBucketArgs,
): void {
  if (rules.key === "refused" && args.key !== undefined) {
    checks.fail("key and purpose", `do not go together: with ${purpose}, ${rules.keyReason}`, "Leave key out");
  }
  if (rules.key === "required" && args.key === undefined) {
    checks.fail("key", `is missing for purpose ${purpose}: ${rules.keyReason}`, "Give a key, for example KeyRing.logs");
  }
}

function checkAccessLogBucket(
  checks: ArgumentChecks,
  purpose: LogBucketPurpose,
  rules: LogPurposeRules,
  args: LogBucketArgs,
): void {
  if (rules.accessLogBucket === "refused" && args.accessLogBucket !== undefined) {
    checks.fail(
      "accessLogBucket and purpose",
      `do not go together: a bucket of purpose ${purpose} would log the delivery of its own logs, without end`,
      "Leave accessLogBucket out",
    );
  }
  if (rules.accessLogBucket === "required" && args.accessLogBucket === undefined) {
    checks.fail(
      "accessLogBucket",
      `is missing for purpose ${purpose}`,
      "Give a LogBucket of purpose S3AccessLogs in the same Region",
    );
  }
}

function lockOf(
  checks: ArgumentChecks,
  purpose: LogBucketPurpose,
  rules: LogPurposeRules,
  args: LogBucketArgs,
  retentionDays: number,
): ObjectLock | undefined {
  const lock = objectLock(checks, args.objectLockMode, args.objectLockDays, args.forceDestroy ?? false);
  if (!lock) return undefined;
  if (!rules.objectLock) {
    checks.fail(
      "objectLockMode and purpose",
      `do not go together: delivery of ${purpose} logs to a bucket with default retention fails`,
      "Leave objectLockMode out; replicate the logs to a locked archive bucket instead",
    );
  }
  checkLockFits(checks, lock.days, retentionDays);
  return lock;
}

function sourceAccounts(
  checks: ArgumentChecks,
  purpose: LogBucketPurpose,
  rules: LogPurposeRules,
  { sourceAccountIds }: LogBucketArgs,
): pulumi.Input<string>[] | undefined {
  if (sourceAccountIds === undefined) return undefined;
  if (!rules.otherAccounts) {
    checks.fail(
      "sourceAccountIds and purpose",
      `do not go together: S3 takes ${purpose} from buckets of the same account alone`,
      "Leave sourceAccountIds out",
    );
  }
  return checkedSourceAccounts(checks, sourceAccountIds);
}

function prefixesOf(checks: ArgumentChecks, purpose: LogBucketPurpose, args: LogBucketArgs): readonly string[] {
  if (args.prefixes === undefined) return defaultPrefixes;
  if (purpose !== LogBucketPurpose.LoadBalancer) {
    checks.fail(
      "prefixes and purpose",
      `do not go together: ${purpose} logs have paths that AWS fixes`,
      "Leave prefixes out",
    );
  }
  checks.atLeast("prefixes", args.prefixes, 1);
  checks.unique("prefixes", args.prefixes);
  for (const prefix of args.prefixes) {
    checks.matches(
      "prefixes",
      prefix,
      /^(?!.*AWSLogs)[A-Za-z0-9_-]+(\/[A-Za-z0-9_-]+)*$/,
      "made of letters, digits, hyphens and underscores, parted by single slashes, without AWSLogs",
    );
  }
  return args.prefixes;
}
