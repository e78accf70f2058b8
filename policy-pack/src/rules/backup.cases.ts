import type { ServiceCases } from "../testing/cases";
import { coverageCases } from "./backup/coverage.cases";
import { planCases } from "./backup/plans.cases";
import { vaultCases } from "./backup/vaults.cases";

export const backupCases: ServiceCases = { ...vaultCases, ...planCases, ...coverageCases };
