import type { ServiceCases } from "../testing/cases";
import { cacheAccessCases } from "./elasticache/access.cases";
import { cacheEncryptionCases } from "./elasticache/encryption.cases";
import { cacheOperationCases } from "./elasticache/operations.cases";

export const elasticacheCases: ServiceCases = {
  ...cacheEncryptionCases,
  ...cacheAccessCases,
  ...cacheOperationCases,
};
