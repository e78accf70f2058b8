import type { Rule } from "../authoring/rule";
import { contentRules } from "./dynamodb/contents";
import { daxRules } from "./dynamodb/dax";
import { tableRules } from "./dynamodb/tables";

/** Rules on Amazon DynamoDB and DynamoDB Accelerator. */
export const dynamodbRules: readonly Rule[] = [...tableRules, ...contentRules, ...daxRules];
