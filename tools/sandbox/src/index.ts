export type { PackLog } from "./engine-log";
export type { ConfigFault } from "./json-schema";
export type { PolicyPackConfig } from "./pack-config";
export { checkPackConfigs, type CheckedConfig } from "./check-configs";
export { startPolicyPack, type JudgeOptions, type PolicyPack, type StartOptions } from "./policy-pack";
export { PolicyPackError } from "./policy-pack-error";
export { previewInSandbox } from "./preview";
export { packRunner } from "./pack-process";
