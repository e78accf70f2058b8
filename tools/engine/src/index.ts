export { EngineError } from "./engine-error";
export { openEngineStack, type EngineRun, type EngineStack, type EngineStackOptions } from "./engine-stack";
export { previewOnEngine, type EnginePreviewOptions } from "./preview";
export { findPulumi, type FindOptions, type PulumiCli } from "./pulumi-cli";
export { Unavailable } from "./unavailable";
export { pulumiOrSkip } from "./pulumi-or-skip";
