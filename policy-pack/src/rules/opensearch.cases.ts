import type { ServiceCases } from "../testing/cases";
import { accessCases } from "./opensearch/access.cases";
import { encryptionCases } from "./opensearch/encryption.cases";
import { operationCases } from "./opensearch/operations.cases";
import { serverlessCases } from "./opensearch/serverless.cases";

export const opensearchCases: ServiceCases = {
  ...encryptionCases,
  ...accessCases,
  ...operationCases,
  ...serverlessCases,
};
