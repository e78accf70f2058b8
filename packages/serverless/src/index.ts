export { PhiFunction } from "./phi-function";
export * from "./phi-function-args";
