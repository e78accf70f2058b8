import type { Rule } from "../authoring/rule";
import { defaultGroupRules } from "./vpc/default-groups";
import { flowLogRules } from "./vpc/flow-logs";
import { endpointRules } from "./vpc/endpoints";
import { gatewayRules } from "./vpc/gateways";
import { networkAclRules } from "./vpc/network-acls";
import { tierRules } from "./vpc/tiers";
import { openPortRules } from "./vpc/open-ports";
import { routeRules } from "./vpc/routes";
import { subnetRules } from "./vpc/subnets";

/** Rules on Amazon VPC and AWS PrivateLink. */
export const vpcRules: readonly Rule[] = [
  ...openPortRules,
  ...defaultGroupRules,
  ...subnetRules,
  ...routeRules,
  ...flowLogRules,
  ...endpointRules,
  ...gatewayRules,
  ...networkAclRules,
  ...tierRules,
];
