import type { ServiceCases } from "../testing/cases";
import { logGroupCases } from "./cloudwatch/log-groups.cases";
import { metricCases } from "./cloudwatch/metrics.cases";

export const cloudwatchCases: ServiceCases = { ...logGroupCases, ...metricCases };
