import type { Rule } from "../authoring/rule";
import { cacheRules } from "./apigateway/cache";
import { stageSettingRules } from "./apigateway/execution-logs";
import { exposureRules } from "./apigateway/exposure";
import { integrationRules } from "./apigateway/integrations";
import { logRules } from "./apigateway/logs";
import { optionRules } from "./apigateway/options";
import { requestRules } from "./apigateway/requests";
import { transportRules } from "./apigateway/transport";

/** Rules on Amazon API Gateway. */
export const apigatewayRules: readonly Rule[] = [
  ...transportRules,
  ...logRules,
  ...cacheRules,
  ...stageSettingRules,
  ...requestRules,
  ...exposureRules,
  ...integrationRules,
  ...optionRules,
];
