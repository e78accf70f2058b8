import type { AwsFunction } from "./aws-function";
import { lookups } from "./lookups";
import { environmentFunctions } from "./environment";
import { policyDocument } from "./policy-document";

/** Every function that the simulated AWS answers, by token. */
export const functions: Readonly<Record<string, AwsFunction>> = {
  ...environmentFunctions,
  ...lookups,
  "aws:iam/getPolicyDocument:getPolicyDocument": policyDocument,
};
