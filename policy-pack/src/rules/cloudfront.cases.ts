import type { ServiceCases } from "../testing/cases";
import { deliveryCases } from "./cloudfront/delivery.cases";
import { edgeFunctionCases } from "./cloudfront/edge-functions.cases";
import { originCases } from "./cloudfront/origins.cases";
import { transportCases } from "./cloudfront/transport.cases";

export const cloudfrontCases: ServiceCases = {
  ...deliveryCases,
  ...edgeFunctionCases,
  ...originCases,
  ...transportCases,
};
