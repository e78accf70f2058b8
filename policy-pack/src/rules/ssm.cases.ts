import type { ServiceCases } from "../testing/cases";
import { documentCases } from "./ssm/documents.cases";
import { parameterCases } from "./ssm/parameters.cases";

export const ssmCases: ServiceCases = { ...parameterCases, ...documentCases };
