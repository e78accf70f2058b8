import type { ServiceCases } from "../testing/cases";
import { environmentCases } from "./lambda/environment.cases";
import { permissionCases } from "./lambda/permissions.cases";

export const lambdaCases: ServiceCases = { ...environmentCases, ...permissionCases };
