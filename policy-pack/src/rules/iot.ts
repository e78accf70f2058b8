import type { Rule } from "../authoring/rule";
import { deviceRules } from "./iot/devices";
import { messageRules } from "./iot/messages";
import { policyRules } from "./iot/policies";

/** Rules on AWS IoT Core, AWS IoT Device Management and AWS IoT Greengrass. */
export const iotRules: readonly Rule[] = [...policyRules, ...deviceRules, ...messageRules];
