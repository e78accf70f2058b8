import type { ForeignShape } from "../support/foreign";
import { carelessBatchGenomics } from "./batch-genomics/careless";
import { compliantBatchGenomics } from "./batch-genomics/compliant";
import { mistakes } from "./batch-genomics/mistakes";

export const shape: ForeignShape = {
  title: "AWS Batch, FSx for Lustre, S3 and Step Functions",
  compliant: compliantBatchGenomics,
  careless: carelessBatchGenomics,
  accepted: {},
  mistakes,
};
