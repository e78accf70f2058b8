import type { Rule } from "../authoring/rule";
import { accessRules } from "./opensearch/access";
import { encryptionRules } from "./opensearch/encryption";
import { operationRules } from "./opensearch/operations";
import { serverlessRules } from "./opensearch/serverless";

/** Rules on Amazon OpenSearch Service, its older Elasticsearch domains and OpenSearch Serverless. */
export const opensearchRules: readonly Rule[] = [
  ...encryptionRules,
  ...accessRules,
  ...operationRules,
  ...serverlessRules,
];
