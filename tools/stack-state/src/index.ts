export * from "./resource-state";
