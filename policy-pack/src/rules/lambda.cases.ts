import type { ServiceCases } from "../testing/cases";
import { environmentCases } from "./lambda/environment.cases";
import { eventCases } from "./lambda/events.cases";
import { functionCases } from "./lambda/functions.cases";
import { logGroupCases } from "./lambda/log-groups.cases";
import { permissionCases } from "./lambda/permissions.cases";

export const lambdaCases: ServiceCases = {
  ...environmentCases,
  ...permissionCases,
  ...functionCases,
  ...eventCases,
  ...logGroupCases,
};
