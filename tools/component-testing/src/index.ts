export * from "./recorded-graph";
export { assertSchemaOnRecord } from "./schema";
export { assertReadmeOnRecord } from "./readme-tables";
