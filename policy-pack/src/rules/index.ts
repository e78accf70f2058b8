import type { Rule } from "../authoring/rule";
import { rdsRules } from "./rds";

/** All rules of the pack, one list per AWS service. */
export const rules: readonly Rule[] = [...rdsRules];
