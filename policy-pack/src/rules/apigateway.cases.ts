import type { ServiceCases } from "../testing/cases";
import { cacheCases } from "./apigateway/cache.cases";
import { executionLogCases } from "./apigateway/execution-logs.cases";
import { exposureCases } from "./apigateway/exposure.cases";
import { integrationCases } from "./apigateway/integrations.cases";
import { logCases } from "./apigateway/logs.cases";
import { optionCases } from "./apigateway/options.cases";
import { requestCases } from "./apigateway/requests.cases";
import { transportCases } from "./apigateway/transport.cases";

export const apigatewayCases: ServiceCases = {
  ...transportCases,
  ...logCases,
  ...cacheCases,
  ...executionLogCases,
  ...requestCases,
  ...exposureCases,
  ...integrationCases,
  ...optionCases,
};
