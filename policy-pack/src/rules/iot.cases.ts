import type { ServiceCases } from "../testing/cases";
import { deviceCases } from "./iot/devices.cases";
import { messageCases } from "./iot/messages.cases";
import { policyCases } from "./iot/policies.cases";

export const iotCases: ServiceCases = { ...policyCases, ...deviceCases, ...messageCases };
