import type { ServiceCases } from "../testing/cases";
import { brokerCases } from "./mq/brokers.cases";
import { connectorCases } from "./mq/connectors.cases";
import { securityGroupCases } from "./mq/security-groups.cases";

export const mqCases: ServiceCases = { ...brokerCases, ...connectorCases, ...securityGroupCases };
