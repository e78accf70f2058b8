import type { Rule } from "../authoring/rule";
import { accessSpike } from "./cloudwatch/access-spike";
import { alarmsHaveActions } from "./cloudwatch/alarms";
import { logDataProtection } from "./cloudwatch/data-protection";
import { deletionProtected, logGroupKey } from "./cloudwatch/log-groups";
import { logPoliciesScoped } from "./cloudwatch/log-policies";
import { retentionMinimum, retentionSet, retentionSixYears } from "./cloudwatch/log-retention";
import { metricStreamsEncrypted } from "./cloudwatch/metric-streams";
import { noPhiInMetrics } from "./cloudwatch/metrics";
import { securityAlarmsPresent } from "./cloudwatch/security-alarms";

/** Rules on Amazon CloudWatch and CloudWatch Logs. */
export const cloudwatchRules: readonly Rule[] = [
  securityAlarmsPresent,
  alarmsHaveActions,
  accessSpike,
  noPhiInMetrics,
  logGroupKey,
  retentionSixYears,
  retentionMinimum,
  retentionSet,
  deletionProtected,
  logDataProtection,
  logPoliciesScoped,
  metricStreamsEncrypted,
];
