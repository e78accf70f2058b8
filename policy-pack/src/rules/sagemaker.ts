import type { Rule } from "../authoring/rule";
import { endpointRules } from "./sagemaker/endpoints";
import { jobRules } from "./sagemaker/jobs";
import { notebookRules } from "./sagemaker/notebooks";
import { studioRules } from "./sagemaker/studio";

/** Rules on Amazon SageMaker AI. */
export const sagemakerRules: readonly Rule[] = [...notebookRules, ...endpointRules, ...jobRules, ...studioRules];
