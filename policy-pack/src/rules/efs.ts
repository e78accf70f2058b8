import type { Rule } from "../authoring/rule";
import { accessRules } from "./efs/access";
import { backupRules } from "./efs/backups";
import { encryptionRules } from "./efs/encryption";

/** Rules on Amazon EFS. */
export const efsRules: readonly Rule[] = [...encryptionRules, ...backupRules, ...accessRules];
