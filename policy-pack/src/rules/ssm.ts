import type { Rule } from "../authoring/rule";
import { documentsPrivate } from "./ssm/documents";
import { secureParameters } from "./ssm/parameters";

/** Rules on AWS Systems Manager. */
export const ssmRules: readonly Rule[] = [secureParameters, documentsPrivate];
