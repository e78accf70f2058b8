import type { ServiceCases } from "../testing/cases";
import { clientCases } from "./cognito/clients.cases";
import { poolCases } from "./cognito/pools.cases";

export const cognitoCases: ServiceCases = { ...poolCases, ...clientCases };
