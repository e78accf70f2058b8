import type { ServiceCases } from "../testing/cases";
import { capacityCases } from "./dynamodb/capacity.cases";
import { contentCases } from "./dynamodb/contents.cases";
import { daxCases } from "./dynamodb/dax.cases";
import { tableCases } from "./dynamodb/tables.cases";

export const dynamodbCases: ServiceCases = { ...tableCases, ...contentCases, ...capacityCases, ...daxCases };
