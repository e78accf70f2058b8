export * from "./counts";
export * from "./evidence-by-citation";
export * from "./findings-by-rule";
export * from "./flow/data-flow";
export * from "./flow/model";
export * from "./judgements";
export * from "./verdicts";
export type { PolicyInfo, PolicyLevel } from "./policy-info";
export { toVerdicts, type PolicyDiagnostic, type PolicyRun } from "./to-verdicts";
