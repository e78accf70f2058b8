import type { ServiceCases } from "../testing/cases";
import { accessConditionCases } from "./s3/access-conditions.cases";
import { archiveCases } from "./s3/archive.cases";
import { encryptionCases } from "./s3/encryption.cases";
import { loggingCases } from "./s3/logging.cases";
import { objectCases } from "./s3/objects.cases";
import { publicAccessCases } from "./s3/public-access.cases";
import { replicationCases } from "./s3/replication.cases";
import { transportCases } from "./s3/transport.cases";
import { versioningCases } from "./s3/versioning.cases";
import { webCases } from "./s3/web.cases";

export const s3Cases: ServiceCases = {
  ...accessConditionCases,
  ...archiveCases,
  ...encryptionCases,
  ...loggingCases,
  ...objectCases,
  ...publicAccessCases,
  ...replicationCases,
  ...transportCases,
  ...versioningCases,
  ...webCases,
};
