export type { ReportEnvironment, ReportInput } from "./model";
export * from "./report";
export * from "./write-files";
