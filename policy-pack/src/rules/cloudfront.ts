import type { Rule } from "../authoring/rule";
import { deliveryRules } from "./cloudfront/delivery";
import { edgeFunctionRules } from "./cloudfront/edge-functions";
import { originRules } from "./cloudfront/origins";
import { transportRules } from "./cloudfront/transport";

/** Rules on Amazon CloudFront and the functions of Lambda@Edge. */
export const cloudfrontRules: readonly Rule[] = [
  ...transportRules,
  ...originRules,
  ...deliveryRules,
  ...edgeFunctionRules,
];
