export type { ProviderSettings } from "./check";
export * from "./environment";
export * from "./recorder";
export * from "./simulation";
