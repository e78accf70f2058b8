import type { ServiceCases } from "../testing/cases";
import { logGroupCases } from "./cloudwatch/log-groups.cases";

export const cloudwatchCases: ServiceCases = { ...logGroupCases };
