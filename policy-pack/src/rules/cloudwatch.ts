import type { Rule } from "../authoring/rule";
import { retentionSixYears } from "./cloudwatch/log-retention";

/** Rules on Amazon CloudWatch and CloudWatch Logs. */
export const cloudwatchRules: readonly Rule[] = [retentionSixYears];
