import type { ServiceCases } from "../testing/cases";
import { accessCases } from "./eventbridge/access.cases";

export const eventbridgeCases: ServiceCases = { ...accessCases };
