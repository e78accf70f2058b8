export * from "./args";
export * from "./option-args";
export { HipaaWebApplication } from "./hipaa-web-application";
