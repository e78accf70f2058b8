import type { ServiceCases } from "../testing/cases";
import { cacheCases } from "./apigateway/cache.cases";
import { logCases } from "./apigateway/logs.cases";
import { transportCases } from "./apigateway/transport.cases";

export const apigatewayCases: ServiceCases = { ...transportCases, ...logCases, ...cacheCases };
