export * from "./args";
export * from "./cache";
export { defaultEngineVersions } from "./engine-version";
export * from "./user-args";
export * from "./serverless-args";
export * from "./serverless-cache";
