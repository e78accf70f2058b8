import type { ServiceCases } from "../testing/cases";
import { accessCases } from "./efs/access.cases";
import { backupCases } from "./efs/backups.cases";
import { encryptionCases } from "./efs/encryption.cases";

export const efsCases: ServiceCases = { ...encryptionCases, ...backupCases, ...accessCases };
