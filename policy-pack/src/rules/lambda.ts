import type { Rule } from "../authoring/rule";
import { environmentRules } from "./lambda/environment";
import { eventRules } from "./lambda/events";
import { functionRules } from "./lambda/functions";
import { logGroupRules } from "./lambda/log-groups";
import { permissionRules } from "./lambda/permissions";

/** Rules on AWS Lambda. */
export const lambdaRules: readonly Rule[] = [
  ...environmentRules,
  ...permissionRules,
  ...functionRules,
  ...eventRules,
  ...logGroupRules,
];
