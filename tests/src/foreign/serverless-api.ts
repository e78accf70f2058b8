import type { ForeignShape } from "../support/foreign";
import { carelessServerlessApi } from "./serverless-api/careless";
import { compliantServerlessApi } from "./serverless-api/compliant";
import { mistakes } from "./serverless-api/mistakes";

export const shape: ForeignShape = {
  title: "API Gateway, Lambda, DynamoDB and Cognito",
  compliant: compliantServerlessApi,
  careless: carelessServerlessApi,
  accepted: {},
  mistakes,
};
