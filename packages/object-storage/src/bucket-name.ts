import type { ArgumentChecks } from "@hipaa-aws/foundation";

const longestBucketName = 63;
/** A bucketPrefix leaves 26 characters for the provider's own suffix. */
const longestBucketPrefix = 37;

/** Checks that Pulumi can make a bucket name from this logical name (it writes it in lower case). */
export function checkBucketName(checks: ArgumentChecks, name: string): void {
  checks.matches("name", name, /^[A-Za-z0-9][A-Za-z0-9-]*$/, "letters, digits and hyphens, as in names of S3 buckets");
  checks.fitsAutoname(name, longestBucketName, "names of S3 buckets");
}

/** Name prefix of a bucket that AWS WAF writes to. AWS fixes its first part. */
export function wafBucketPrefix(checks: ArgumentChecks, name: string): string {
  const prefix = `aws-waf-logs-${name.toLowerCase()}-`;
  if (prefix.length > longestBucketPrefix) {
    checks.fail(
      "name",
      `is too long: "${prefix}" passes the ${longestBucketPrefix} characters of a bucket name prefix`,
      `Shorten it by ${prefix.length - longestBucketPrefix} character(s) or more`,
    );
  }
  return prefix;
}
