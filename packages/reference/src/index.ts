export * from "./api-args";
export * from "./args";
export * from "./compute-args";
export * from "./existing-network-args";
export * from "./front-args";
export * from "./instances-args";
export * from "./data-args";
export * from "./option-args";
export { HipaaWebApplication } from "./hipaa-web-application";
