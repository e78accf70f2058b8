import type { Rule } from "../authoring/rule";
import { keyRules } from "./access/keys";
import { workloadRules } from "./access/workloads";

/** Rules on who reaches what, by way of several resources: principals, policies, keys, stores. */
export const accessRules: readonly Rule[] = [...keyRules, ...workloadRules];
