import type { HipaaTags } from "@hipaa-aws/foundation";
import { LogBucketPurpose } from "./log-bucket-args";

/** What a purpose asks of the arguments. */
export interface LogPurposeRules {
  key: "required" | "refused";
  keyReason: string;
  accessLogBucket: "required" | "possible" | "refused";
  objectLock: boolean;
  /** Whether the service writes for other accounts too. */
  otherAccounts: boolean;
  tag: HipaaTags["purpose"];
}

const sseS3 = "the service that writes these logs cannot write under a KMS key, so the bucket uses SSE-S3";
const sseKms = "the logs name users and addresses, and this service can write under a customer managed key";

/** Of a service that writes under a KMS key, to any account's bucket. */
const underKey: LogPurposeRules = {
  key: "required",
  keyReason: sseKms,
  accessLogBucket: "required",
  objectLock: true,
  otherAccounts: true,
  tag: undefined,
};

/** The rules of each purpose. */
export const rulesOf: Record<LogBucketPurpose, LogPurposeRules> = {
  [LogBucketPurpose.LoadBalancer]: {
    key: "refused",
    keyReason: sseS3,
    accessLogBucket: "possible",
    objectLock: false,
    otherAccounts: true,
    tag: "elb-logs",
  },
  [LogBucketPurpose.S3AccessLogs]: {
    key: "refused",
    keyReason: sseS3,
    accessLogBucket: "refused",
    objectLock: false,
    otherAccounts: false,
    tag: "s3-access-logs",
  },
  [LogBucketPurpose.VpcFlowLogs]: underKey,
  [LogBucketPurpose.Waf]: underKey,
  [LogBucketPurpose.VendedLogs]: underKey,
  [LogBucketPurpose.CloudTrail]: underKey,
  // AWS Config does not send the checksum that S3 asks for with default retention.
  [LogBucketPurpose.Config]: { ...underKey, objectLock: false },
  [LogBucketPurpose.Inventory]: { ...underKey, objectLock: false, otherAccounts: false },
  [LogBucketPurpose.DatabaseAudit]: { ...underKey, objectLock: false, otherAccounts: false },
};
