import type { ServiceCases } from "../testing/cases";
import { accessCases } from "./eventbridge/access.cases";
import { contentCases } from "./eventbridge/contents.cases";
import { keyCases } from "./eventbridge/keys.cases";

export const eventbridgeCases: ServiceCases = { ...accessCases, ...keyCases, ...contentCases };
