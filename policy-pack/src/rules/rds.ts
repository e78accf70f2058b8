import type { Rule } from "../authoring/rule";
import { auditRules } from "./rds/audit";
import { continuityRules } from "./rds/continuity";
import { credentialRules } from "./rds/credentials";
import { encryptionRules } from "./rds/encryption";
import { engineRules } from "./rds/engines";
import { logRules } from "./rds/logs";
import { networkRules } from "./rds/network";
import { oracleRules } from "./rds/oracle";
import { securityGroupRules } from "./rds/security-groups";
import { snapshotRules } from "./rds/snapshots";
import { transportRules } from "./rds/transport";

/** Rules on Amazon RDS and Aurora. */
export const rdsRules: readonly Rule[] = [
  ...encryptionRules,
  ...networkRules,
  ...securityGroupRules,
  ...continuityRules,
  ...logRules,
  ...credentialRules,
  ...snapshotRules,
  ...transportRules,
  ...auditRules,
  ...engineRules,
  ...oracleRules,
];
