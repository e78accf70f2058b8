import type { ForeignShape } from "../support/foreign";
import { carelessServerlessApi } from "./serverless-api/careless";
import { compliantServerlessApi } from "./serverless-api/compliant";
import { mistakes } from "./serverless-api/mistakes";

export const shape: ForeignShape = {
  title: "API Gateway, Lambda, DynamoDB and Cognito",
  compliant: compliantServerlessApi,
  careless: carelessServerlessApi,
  accepted: {
    "paths-internet-to-app-through-waf at mobile":
      "an HTTP API takes no web ACL; its tokens and its throttling stand guard, and only CloudFront before it would add one",
  },
  mistakes,
};
