export * from "./args";
export { HipaaWebApplication } from "./hipaa-web-application";
