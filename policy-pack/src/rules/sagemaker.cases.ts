import type { ServiceCases } from "../testing/cases";
import { endpointCases } from "./sagemaker/endpoints.cases";
import { jobCases } from "./sagemaker/jobs.cases";
import { notebookCases } from "./sagemaker/notebooks.cases";
import { studioCases } from "./sagemaker/studio.cases";

export const sagemakerCases: ServiceCases = { ...notebookCases, ...endpointCases, ...jobCases, ...studioCases };
