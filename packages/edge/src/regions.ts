import type { ArgumentChecks } from "@hipaa-aws/foundation";

/** Where everything is that serves CloudFront. */
export const cloudFrontRegion = "us-east-1";

/** Refuses an ARN of another Region, where the program knows it by now. */
export function checkArnRegion(checks: ArgumentChecks, argument: string, arn: unknown, region: string): void {
  if (typeof arn !== "string" || !arn.startsWith("arn:")) return;
  const own = arn.split(":")[3];
  if (own === region) return;
  checks.fail(
    argument,
    `is in ${own || "no Region"}, and not in ${region}, where AWS looks for it`,
    `Give one of ${region}`,
  );
}
