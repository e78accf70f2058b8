import type { ServiceCases } from "../testing/cases";
import { dataTierCases } from "./vpc/data-tier.cases";
import { defaultGroupCases } from "./vpc/default-groups.cases";
import { flowLogCases } from "./vpc/flow-logs.cases";
import { endpointCases } from "./vpc/endpoints.cases";
import { gatewayCases } from "./vpc/gateways.cases";
import { networkAclCases } from "./vpc/network-acls.cases";
import { tierCases } from "./vpc/tiers.cases";
import { openPortCases } from "./vpc/open-ports.cases";
import { routeCases } from "./vpc/routes.cases";
import { subnetCases } from "./vpc/subnets.cases";

export const vpcCases: ServiceCases = {
  ...openPortCases,
  ...defaultGroupCases,
  ...subnetCases,
  ...dataTierCases,
  ...routeCases,
  ...flowLogCases,
  ...endpointCases,
  ...gatewayCases,
  ...networkAclCases,
  ...tierCases,
};
