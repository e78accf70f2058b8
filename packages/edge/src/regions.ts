import type { ArgumentChecks } from "@hipaa-aws/foundation";

/** Where everything is that serves CloudFront. */
export const cloudFrontRegion = "us-east-1";

/** Where Route 53 keeps the metrics of health checks, by partition. */
export const healthMetricRegions: Readonly<Record<string, string>> = {
  aws: "us-east-1",
  "aws-us-gov": "us-gov-west-1",
  "aws-cn": "cn-northwest-1",
};

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
