export * from "./args";
export * from "./data-args";
export * from "./option-args";
export { HipaaWebApplication } from "./hipaa-web-application";
