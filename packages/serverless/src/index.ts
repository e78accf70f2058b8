export { PhiFunction } from "./phi-function";
export * from "./phi-function-args";
export { defaultFunctionTimeoutSeconds } from "./phi-function-settings";
export { ApiFront } from "./api-front";
export * from "./api-front-args";
export { PhiWorkflow } from "./phi-workflow";
export * from "./phi-workflow-args";
