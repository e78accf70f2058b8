import type { ServiceCases } from "../testing/cases";
import { archiveCases } from "./s3/archive.cases";
import { publicAccessCases } from "./s3/public-access.cases";
import { transportCases } from "./s3/transport.cases";
import { versioningCases } from "./s3/versioning.cases";

export const s3Cases: ServiceCases = {
  ...archiveCases,
  ...publicAccessCases,
  ...transportCases,
  ...versioningCases,
};
