import type { ServiceCases } from "../testing/cases";
import { baselineCases } from "./cloudwatch/baseline.cases";
import { logGroupCases } from "./cloudwatch/log-groups.cases";
import { metricCases } from "./cloudwatch/metrics.cases";

export const cloudwatchCases: ServiceCases = { ...baselineCases, ...logGroupCases, ...metricCases };
