import type { Rule } from "../authoring/rule";
import { coverageRules } from "./backup/coverage";
import { planRules } from "./backup/plans";
import { vaultRules } from "./backup/vaults";

/** Rules on AWS Backup. */
export const backupRules: readonly Rule[] = [...vaultRules, ...planRules, ...coverageRules];
