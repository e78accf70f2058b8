export * from "./recorded-graph";
export { assertSchemaOnRecord } from "./schema";
