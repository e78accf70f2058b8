/**
 * Buckets of AWS from which instances in a Region get packages, patches and documents of Systems Manager.
 * Source: "SSM Agent communications with AWS managed S3 buckets" in the AWS Systems Manager User Guide.
 */
export function systemsManagerBuckets(region: string): string[] {
  return [
    `aws-ssm-${region}`,
    `aws-ssm-document-attachments-${region}`,
    `amazon-ssm-packages-${region}`,
    `${region}-birdwatcher-prod`,
    `patch-baseline-snapshot-${region}`,
  ];
}
