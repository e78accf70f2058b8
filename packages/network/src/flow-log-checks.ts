import { logGroupRetentionDays, type ArgumentChecks } from "@hipaa-aws/foundation";
import type * as pulumi from "@pulumi/pulumi";
import { flowLogFields } from "./flow-logs";
import type { VpcFlowLogBucket, VpcLogsKey } from "./vpc-option-args";

/** The arguments about flow logs that a new and an existing VPC have in common. */
export interface FlowLogChoice {
  readonly flowLogBucket?: VpcFlowLogBucket;
  readonly additionalFlowLogFields?: readonly string[];
  readonly rejectedTrafficLog?: boolean;
  readonly rejectedTrafficRetentionDays?: number;
  readonly logsKey?: pulumi.Input<VpcLogsKey>;
}

/** Periods of a year or more that CloudWatch Logs takes. */
const yearOrMore = logGroupRetentionDays.filter((days) => days >= 365);

/** Days that a log group keeps its events. @throws ArgumentError for less than a year. */
export function checkRetention(checks: ArgumentChecks, argument: string, days: number): number {
  if (yearOrMore.includes(days)) return days;
  return checks.fail(
    argument,
    `is ${String(days)}, which is less than a year or not a period that CloudWatch Logs takes`,
    `Choose one of ${yearOrMore.join(", ")}`,
  );
}

/** Checks the arguments about flow logs. Returns the retention of rejected traffic in days. */
export function checkFlowLogs(checks: ArgumentChecks, args: FlowLogChoice): number {
  if (!args.flowLogBucket?.bucketArn) {
    checks.fail("flowLogBucket", "has no bucketArn", "Give a LogBucket for VPC flow logs, or { bucketArn }");
  }
  const more = args.additionalFlowLogFields ?? [];
  for (const field of more) {
    checks.matches("additionalFlowLogFields", field, /^[a-z]+(-[a-z]+)*$/, "the name of a field, without ${ and }");
  }
  checks.unique("additionalFlowLogFields", [...flowLogFields, "encryption-status", ...more]);
  if (args.rejectedTrafficLog && !args.logsKey) {
    checks.fail(
      "rejectedTrafficLog and logsKey",
      "belong together",
      "Give logsKey, for example keys.logs of a KeyRing",
    );
  }
  const retention = args.rejectedTrafficRetentionDays;
  if (retention !== undefined && !args.rejectedTrafficLog) {
    checks.fail(
      "rejectedTrafficRetentionDays",
      "is given without a log group to keep",
      "Set rejectedTrafficLog to true, or remove it",
    );
  }
  return checkRetention(checks, "rejectedTrafficRetentionDays", retention ?? 365);
}
