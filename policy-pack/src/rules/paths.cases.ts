import type { ServiceCases } from "../testing/cases";
import { computeCases } from "./paths/compute.cases";
import { coverageCases } from "./paths/coverage.cases";
import { reachesStoreCases } from "./paths/reach.cases";
import { storeTlsCases } from "./paths/store-tls.cases";
import { tlsCases } from "./paths/tls.cases";
import { webAclCases } from "./paths/web-acls.cases";

export const pathsCases: ServiceCases = {
  ...reachesStoreCases,
  ...computeCases,
  ...webAclCases,
  ...tlsCases,
  ...storeTlsCases,
  ...coverageCases,
};
