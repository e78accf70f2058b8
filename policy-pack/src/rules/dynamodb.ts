import type { Rule } from "../authoring/rule";
import { capacityRules } from "./dynamodb/capacity";
import { contentRules } from "./dynamodb/contents";
import { daxRules } from "./dynamodb/dax";
import { tableRules } from "./dynamodb/tables";

/** Rules on Amazon DynamoDB and DynamoDB Accelerator. */
export const dynamodbRules: readonly Rule[] = [...tableRules, ...contentRules, ...capacityRules, ...daxRules];
