import type { Rule } from "../authoring/rule";
import { alarmsHaveActions } from "./cloudwatch/alarms";
import { deletionProtected, logGroupKey } from "./cloudwatch/log-groups";
import { logPoliciesScoped } from "./cloudwatch/log-policies";
import { retentionMinimum, retentionSixYears } from "./cloudwatch/log-retention";
import { noPhiInMetrics } from "./cloudwatch/metrics";

/** Rules on Amazon CloudWatch and CloudWatch Logs. */
export const cloudwatchRules: readonly Rule[] = [
  alarmsHaveActions,
  noPhiInMetrics,
  logGroupKey,
  retentionSixYears,
  retentionMinimum,
  deletionProtected,
  logPoliciesScoped,
];
