export * from "./args";
export * from "./cache";
export { defaultEngineVersions } from "./engine-version";
