import * as s3 from "@pulumi/aws/s3";
import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentChecks } from "@hipaa-aws/foundation";

/** How long a written object version resists deletion. Source: Amazon S3 User Guide, Object Lock. */
export enum BucketObjectLockMode {
  /** No default retention. */
  None = "None",
  /** Only principals with `s3:BypassGovernanceRetention` can delete early. For stacks that must be removable. */
  Governance = "Governance",
  /** Nobody, not even the root user, can delete early or shorten the period. */
  Compliance = "Compliance",
}

/** Default retention of a bucket, after its checks. */
export interface ObjectLock {
  mode: "GOVERNANCE" | "COMPLIANCE";
  days: number;
}

/** 100 years, the longest period that S3 takes. */
const longestRetentionDays = 36500;

/** Reads and checks the pair `objectLockMode` and `objectLockDays`. */
export function objectLock(
  checks: ArgumentChecks,
  mode: BucketObjectLockMode | undefined,
  days: number | undefined,
  forceDestroy: boolean,
): ObjectLock | undefined {
  const chosen = checks.oneOf("objectLockMode", mode ?? BucketObjectLockMode.None, Object.values(BucketObjectLockMode));
  if (chosen === BucketObjectLockMode.None) {
    if (days === undefined) return undefined;
    return checks.fail(
      "objectLockDays",
      "is given although objectLockMode is None",
      "Leave objectLockDays out, or set objectLockMode to Governance or Compliance",
    );
  }
  if (days === undefined) {
    return checks.fail(
      "objectLockDays",
      `is missing although objectLockMode is ${chosen}`,
      "Give the number of days that each object version is locked",
    );
  }
  if (chosen === BucketObjectLockMode.Compliance && forceDestroy) {
    return checks.fail(
      "forceDestroy and objectLockMode",
      "contradict each other: a version locked in compliance mode cannot be deleted by anyone",
      "Leave forceDestroy out, or use objectLockMode Governance in an environment that is to be removed",
    );
  }
  return {
    mode: chosen === BucketObjectLockMode.Compliance ? "COMPLIANCE" : "GOVERNANCE",
    days: checks.integer("objectLockDays", days, 1, longestRetentionDays),
  };
}

/** Default retention. S3 asks that versioning is on first. */
export function defaultRetention(
  name: string,
  bucket: s3.Bucket,
  lock: ObjectLock,
  versioning: s3.BucketVersioning,
  parent: pulumi.Resource,
): s3.BucketObjectLockConfiguration {
  return new s3.BucketObjectLockConfiguration(
    `${name}-object-lock`,
    { bucket: bucket.bucket, rule: { defaultRetention: { mode: lock.mode, days: lock.days } } },
    { parent, dependsOn: [versioning] },
  );
}
