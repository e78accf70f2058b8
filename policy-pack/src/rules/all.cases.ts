import type { ServiceCases } from "../testing/cases";
import { rdsCases } from "./rds.cases";

/** The cases of every service. */
export const cases: ServiceCases = {
  ...rdsCases,
};
