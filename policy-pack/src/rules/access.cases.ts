import type { ServiceCases } from "../testing/cases";
import { escalationCases } from "./access/escalation.cases";
import { keyCases } from "./access/keys.cases";
import { outsideCases } from "./access/outside.cases";
import { workloadCases } from "./access/workloads.cases";

/** Cases of the rules on access. */
export const accessCases: ServiceCases = { ...keyCases, ...outsideCases, ...workloadCases, ...escalationCases };
