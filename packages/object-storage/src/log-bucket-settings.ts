import { auditRetentionDays, type ArgumentChecks, type HipaaTags } from "@hipaa-aws/foundation";
import { bucketResourceName } from "./bucket-name";
import { LogBucketPurpose, type LogBucketArgs } from "./log-bucket-args";
import { objectLock, type ObjectLock } from "./object-lock";

/** What steers the shape of a LogBucket, checked and with defaults. */
export interface LogBucketSettings {
  purpose: LogBucketPurpose;
  /** Logical name of the bucket resource. */
  resourceName: string;
  tag: HipaaTags["purpose"];
  lock: ObjectLock | undefined;
  retentionDays: number;
  archiveAfterDays: number;
  deepArchiveAfterDays: number;
  prefixes: readonly string[];
  forceDestroy: boolean;
}

/** What a purpose asks of the arguments. */
interface PurposeRules {
  key: "required" | "refused";
  keyReason: string;
  accessLogBucket: "required" | "possible" | "refused";
  objectLock: boolean;
  tag: HipaaTags["purpose"];
}

const sseS3 = "the service that writes these logs cannot write under a KMS key, so the bucket uses SSE-S3";
const sseKms = "the logs name users and addresses, and this service can write under a customer managed key";

const rulesOf: Record<LogBucketPurpose, PurposeRules> = {
  [LogBucketPurpose.LoadBalancer]: {
    key: "refused",
    keyReason: sseS3,
    accessLogBucket: "possible",
    objectLock: false,
    tag: "elb-logs",
  },
  [LogBucketPurpose.S3AccessLogs]: {
    key: "refused",
    keyReason: sseS3,
    accessLogBucket: "refused",
    objectLock: false,
    tag: "s3-access-logs",
  },
  [LogBucketPurpose.VpcFlowLogs]: {
    key: "required",
    keyReason: sseKms,
    accessLogBucket: "required",
    objectLock: true,
    tag: undefined,
  },
  [LogBucketPurpose.Waf]: {
    key: "required",
    keyReason: sseKms,
    accessLogBucket: "required",
    objectLock: true,
    tag: undefined,
  },
};

/** The prefixes below which the load balancers of `@hipaa-aws/edge` write. */
const defaultPrefixes: readonly string[] = ["access", "connection", "health-check"];
const longestRetentionDays = 36500;
const defaultArchiveAfterDays = 90;
const defaultDeepArchiveAfterDays = 365;
/** Glacier Instant Retrieval bills at least 90 days. */
const shortestStayInArchive = 90;

/** Checks the plain arguments of a LogBucket against its purpose. */
export function logBucketSettings(checks: ArgumentChecks, name: string, args: LogBucketArgs): LogBucketSettings {
  const purpose = checks.oneOf("purpose", args.purpose, Object.values(LogBucketPurpose));
  const rules = rulesOf[purpose];
  const resourceName = bucketResourceName(checks, name, purpose === LogBucketPurpose.Waf);
  checkKey(checks, purpose, rules, args);
  checkAccessLogBucket(checks, purpose, rules, args);

  const retentionDays = retention(checks, args);
  const archiveAfterDays = checks.integer(
    "archiveAfterDays",
    args.archiveAfterDays ?? defaultArchiveAfterDays,
    1,
    retentionDays - shortestStayInArchive - 1,
  );
  const lock = lockOf(checks, purpose, rules, args, retentionDays);
  return {
    purpose,
    resourceName,
    // A locked bucket is an archive in its own right.
    tag: lock ? "log-archive" : rules.tag,
    lock,
    retentionDays,
    archiveAfterDays,
    deepArchiveAfterDays: checks.integer(
      "deepArchiveAfterDays",
      args.deepArchiveAfterDays ?? Math.max(defaultDeepArchiveAfterDays, archiveAfterDays + shortestStayInArchive),
      archiveAfterDays + shortestStayInArchive,
      retentionDays - 1,
    ),
    prefixes: prefixesOf(checks, purpose, args),
    forceDestroy: args.forceDestroy ?? false,
  };
}

function checkKey(checks: ArgumentChecks, purpose: LogBucketPurpose, rules: PurposeRules, args: LogBucketArgs): void {
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
  rules: PurposeRules,
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

function retention(checks: ArgumentChecks, args: LogBucketArgs): number {
  const days = args.retentionDays ?? auditRetentionDays;
  if (Number.isInteger(days) && days >= 0 && days < auditRetentionDays) {
    checks.fail(
      "retentionDays",
      `is ${days}, less than the six years that audit records are kept (45 CFR 164.316(b)(2)(i))`,
      `Give ${auditRetentionDays} or more, or leave it out`,
    );
  }
  return checks.integer("retentionDays", days, auditRetentionDays, longestRetentionDays);
}

function lockOf(
  checks: ArgumentChecks,
  purpose: LogBucketPurpose,
  rules: PurposeRules,
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
  if (lock.days > retentionDays) {
    checks.fail(
      "objectLockDays and retentionDays",
      `contradict each other: records locked for ${lock.days} days cannot expire after ${retentionDays}`,
      "Make retentionDays at least objectLockDays",
    );
  }
  return lock;
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
