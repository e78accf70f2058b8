import type { ArgumentChecks } from "@hipaa-aws/foundation";
import { bucketResourceName } from "./bucket-name";
import { objectLock, type ObjectLock } from "./object-lock";
import { PhiBucketClientAccess, type PhiBucketArgs } from "./phi-bucket-args";
import { phiBucketEncryption, type PhiBucketEncryption } from "./phi-bucket-encryption";
import { presignedLimits, type PresignedLimits } from "./presigned";
import { checkReplicationName } from "./replication";
import { requireArgument } from "./required-argument";

/** What steers the shape of a PhiBucket, checked and with defaults. */
export interface PhiBucketSettings {
  lock: ObjectLock | undefined;
  archiveAfterDays: number | undefined;
  /** Undefined where versions are removed before a move to the archive would come. */
  noncurrentArchiveAfterDays: number | undefined;
  noncurrentExpirationDays: number | undefined;
  clientAccess: PhiBucketClientAccess;
  /** Undefined where presigned URLs are denied. */
  presigned: PresignedLimits | undefined;
  encryption: PhiBucketEncryption;
  eventBridge: boolean;
  forceDestroy: boolean;
}

const longestLifecycleDays = 36500;
/** Glacier Instant Retrieval bills at least 90 days, and pays off for what is read less than once a quarter. */
const defaultNoncurrentArchiveAfterDays = 90;

/** Checks the plain arguments of a PhiBucket. */
export function phiBucketSettings(checks: ArgumentChecks, name: string, args: PhiBucketArgs): PhiBucketSettings {
  bucketResourceName(checks, name, false);
  checkReplicationName(checks, name, args.replica);
  requireArgument(checks, "key", args.key, "Give a customer managed KMS key, for example KeyRing.documents");
  requireArgument(
    checks,
    "accessLogBucket",
    args.accessLogBucket,
    "Give a LogBucket of purpose S3AccessLogs in the same Region",
  );
  const days = (argument: "archiveAfterDays" | "noncurrentArchiveAfterDays" | "noncurrentExpirationDays") => {
    const value = args[argument];
    return value === undefined ? undefined : checks.integer(argument, value, 1, longestLifecycleDays);
  };
  const forceDestroy = args.forceDestroy ?? false;
  const lock = objectLock(checks, args.objectLockMode, args.objectLockDays, forceDestroy);
  const expiration = days("noncurrentExpirationDays");
  if (lock && expiration !== undefined && expiration < lock.days) {
    checks.fail(
      "noncurrentExpirationDays and objectLockDays",
      `contradict each other: a version locked for ${lock.days} days cannot be removed after ${expiration}`,
      "Make noncurrentExpirationDays at least objectLockDays",
    );
  }
  if (args.alarmTopicArn !== undefined && args.replica === undefined) {
    checks.fail(
      "alarmTopicArn",
      "is given without a replica, and replication is what the alarms watch",
      "Leave it out",
    );
  }
  return {
    lock,
    archiveAfterDays: days("archiveAfterDays"),
    noncurrentArchiveAfterDays: noncurrentArchive(checks, days("noncurrentArchiveAfterDays"), expiration),
    noncurrentExpirationDays: expiration,
    ...access(checks, args),
    encryption: phiBucketEncryption(checks, args.encryption, args.keyCustody),
    eventBridge: args.eventBridge ?? false,
    forceDestroy,
  };
}

function access(
  checks: ArgumentChecks,
  args: PhiBucketArgs,
): { clientAccess: PhiBucketClientAccess; presigned: PresignedLimits | undefined } {
  const clientAccess = checks.oneOf(
    "clientAccess",
    args.clientAccess ?? PhiBucketClientAccess.Proxied,
    Object.values(PhiBucketClientAccess),
  );
  if (clientAccess === PhiBucketClientAccess.Presigned) {
    return { clientAccess, presigned: presignedLimits(checks, args.presigned) };
  }
  if (args.presigned !== undefined) {
    checks.fail(
      "presigned",
      "is given although clientAccess is Proxied",
      "Leave it out, or set clientAccess to Presigned",
    );
  }
  return { clientAccess, presigned: undefined };
}

function noncurrentArchive(
  checks: ArgumentChecks,
  given: number | undefined,
  expiration: number | undefined,
): number | undefined {
  if (given === undefined) {
    const removedFirst = expiration !== undefined && expiration <= defaultNoncurrentArchiveAfterDays;
    return removedFirst ? undefined : defaultNoncurrentArchiveAfterDays;
  }
  if (expiration !== undefined && expiration <= given) {
    checks.fail(
      "noncurrentArchiveAfterDays and noncurrentExpirationDays",
      `contradict each other: versions are removed after ${expiration} days, before they would be archived`,
      "Leave noncurrentArchiveAfterDays out, or make noncurrentExpirationDays larger",
    );
  }
  return given;
}
