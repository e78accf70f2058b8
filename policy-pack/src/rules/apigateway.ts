import type { Rule } from "../authoring/rule";
import { cacheRules } from "./apigateway/cache";
import { logRules } from "./apigateway/logs";
import { transportRules } from "./apigateway/transport";

/** Rules on Amazon API Gateway. */
export const apigatewayRules: readonly Rule[] = [...transportRules, ...logRules, ...cacheRules];
