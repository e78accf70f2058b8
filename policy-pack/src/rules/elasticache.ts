import type { Rule } from "../authoring/rule";
import { cacheAccessRules } from "./elasticache/access";
import { cacheEncryptionRules } from "./elasticache/encryption";
import { cacheOperationRules } from "./elasticache/operations";

/** Rules on Amazon ElastiCache. */
export const elasticacheRules: readonly Rule[] = [...cacheEncryptionRules, ...cacheAccessRules, ...cacheOperationRules];
