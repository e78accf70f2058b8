export type { ProviderSettings } from "./check";
export * from "./environment";
export { providerContext, type ProviderContext } from "./providers";
export * from "./recorder";
export * from "./simulation";
export { aliasUrns, customTimeouts, propertyDependencies } from "./monitor-values";
export type { ResourceState, StackState } from "@hipaa-aws/stack-state";
