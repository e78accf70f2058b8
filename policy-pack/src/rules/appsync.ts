import { mustBeTrue } from "../authoring/conditions";
import { resourceRule, type Rule } from "../authoring/rule";

const cacheAtRest = resourceRule("appsync-cache-encrypted-at-rest", {
  check: mustBeTrue("atRestEncryptionEnabled", "the API cache is not encrypted at rest"),
});

const cacheInTransit = resourceRule("appsync-cache-encrypted-in-transit", {
  check: mustBeTrue("transitEncryptionEnabled", "the API cache is not encrypted in transit"),
});

/** Rules on AWS AppSync. */
export const appsyncRules: readonly Rule[] = [cacheAtRest, cacheInTransit];
