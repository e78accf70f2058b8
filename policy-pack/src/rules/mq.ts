import type { Rule } from "../authoring/rule";
import { brokerRules } from "./mq/brokers";
import { connectorRules } from "./mq/connectors";
import { securityGroupRules } from "./mq/security-groups";

/** Rules on Amazon MQ. */
export const mqRules: readonly Rule[] = [...brokerRules, ...connectorRules, ...securityGroupRules];
