import type { ArgumentChecks } from "@hipaa-aws/foundation";

const longestBucketName = 63;

/** AWS WAF writes only to buckets whose names begin so. */
const wafPrefix = "aws-waf-logs-";

/**
 * Logical name of the bucket resource, from which Pulumi makes the bucket's name (in lower case, with a suffix). The
 * prefix that AWS WAF asks for is part of it, so the name is known in a preview.
 */
export function bucketResourceName(checks: ArgumentChecks, name: string, forWaf: boolean): string {
  checks.matches("name", name, /^[A-Za-z0-9][A-Za-z0-9-]*$/, "letters, digits and hyphens, as in names of S3 buckets");
  const resourceName = forWaf && !name.startsWith(wafPrefix) ? wafPrefix + name : name;
  checks.fitsAutoname(resourceName, longestBucketName, "names of S3 buckets");
  return resourceName;
}
