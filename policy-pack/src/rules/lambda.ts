import type { Rule } from "../authoring/rule";
import { environmentRules } from "./lambda/environment";
import { permissionRules } from "./lambda/permissions";

/** Rules on AWS Lambda. */
export const lambdaRules: readonly Rule[] = [...environmentRules, ...permissionRules];
