import type { ForeignShape } from "../support/foreign";
import { carelessDataLake } from "./data-lake/careless";
import { compliantDataLake } from "./data-lake/compliant";
import { mistakes } from "./data-lake/mistakes";

export const shape: ForeignShape = {
  title: "zones in S3, Glue, Lake Formation, Athena and Redshift",
  compliant: compliantDataLake,
  careless: carelessDataLake,
  accepted: {},
  mistakes,
};
