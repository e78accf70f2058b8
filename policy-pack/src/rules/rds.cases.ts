import type { ServiceCases } from "../testing/cases";
import { auditCases } from "./rds/audit.cases";
import { continuityCases } from "./rds/continuity.cases";
import { credentialCases } from "./rds/credentials.cases";
import { encryptionCases } from "./rds/encryption.cases";
import { engineCases } from "./rds/engines.cases";
import { logCases } from "./rds/logs.cases";
import { networkCases } from "./rds/network.cases";
import { oracleCases } from "./rds/oracle.cases";
import { securityGroupCases } from "./rds/security-groups.cases";
import { snapshotCases } from "./rds/snapshots.cases";
import { transportCases } from "./rds/transport.cases";

export const rdsCases: ServiceCases = {
  ...encryptionCases,
  ...networkCases,
  ...securityGroupCases,
  ...continuityCases,
  ...logCases,
  ...credentialCases,
  ...snapshotCases,
  ...transportCases,
  ...auditCases,
  ...engineCases,
  ...oracleCases,
};
