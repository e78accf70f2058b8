import type { ArgumentChecks } from "@hipaa-aws/foundation";
import { bucketResourceName } from "./bucket-name";
import { presignedLimits, type PresignedLimits } from "./presigned";
import { PhiBucketPresignedMethod } from "./presigned-args";
import { requireArgument } from "./required-argument";
import type { UploadBucketArgs } from "./upload-bucket-args";

/** What steers the shape of an UploadBucket, checked and with defaults. */
export interface UploadBucketSettings {
  scanPrefixes: readonly string[] | undefined;
  presigned: PresignedLimits | undefined;
  expireAfterDays: number;
  forceDestroy: boolean;
}

/** Prefixes that a malware protection plan takes. Source: CreateMalwareProtectionPlan in the GuardDuty API. */
const mostPrefixes = 5;

/** Checks the plain arguments of an UploadBucket. */
export function uploadBucketSettings(
  checks: ArgumentChecks,
  name: string,
  args: UploadBucketArgs,
): UploadBucketSettings {
  bucketResourceName(checks, name, false);
  checks.fitsAutoname(`${name}-scanned`, 64, "an IAM role or EventBridge rule");
  requireArgument(checks, "key", args.key, "Give a customer managed KMS key, for example KeyRing.media");
  requireArgument(
    checks,
    "accessLogBucket",
    args.accessLogBucket,
    "Give a LogBucket of purpose S3AccessLogs in the same Region",
  );
  return {
    scanPrefixes: args.scanPrefixes === undefined ? undefined : prefixes(checks, args.scanPrefixes),
    presigned:
      args.presigned === undefined
        ? undefined
        : presignedLimits(checks, { ...args.presigned, methods: [PhiBucketPresignedMethod.Put] }),
    expireAfterDays: checks.integer("expireAfterDays", args.expireAfterDays ?? 7, 1, 90),
    forceDestroy: args.forceDestroy ?? false,
  };
}

function prefixes(checks: ArgumentChecks, given: readonly string[]): readonly string[] {
  checks.atLeast("scanPrefixes", given, 1);
  checks.unique("scanPrefixes", given);
  if (given.length > mostPrefixes) {
    checks.fail("scanPrefixes", `has ${given.length} elements, and GuardDuty takes ${mostPrefixes}`, "Give fewer");
  }
  for (const prefix of given) {
    checks.matches("scanPrefixes", prefix, /^[\w!.*'()/-]{1,512}$/, "a key prefix such as incoming/");
  }
  return given;
}
