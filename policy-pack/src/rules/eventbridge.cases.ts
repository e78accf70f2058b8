import type { ServiceCases } from "../testing/cases";
import { accessCases } from "./eventbridge/access.cases";
import { contentCases } from "./eventbridge/contents.cases";
import { destinationCases } from "./eventbridge/destinations.cases";
import { keyCases } from "./eventbridge/keys.cases";

export const eventbridgeCases: ServiceCases = { ...accessCases, ...keyCases, ...contentCases, ...destinationCases };
