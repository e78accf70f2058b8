import type { Rule } from "../authoring/rule";
import { cloudtrailRules } from "./cloudtrail";
import { cloudwatchRules } from "./cloudwatch";
import { crossCuttingRules } from "./cross-cutting";
import { ebsRules } from "./ebs";
import { ecrRules } from "./ecr";
import { ecsRules } from "./ecs";
import { elasticacheRules } from "./elasticache";
import { elbRules } from "./elb";
import { iamRules } from "./iam";
import { kmsRules } from "./kms";
import { pulumiRules } from "./pulumi";
import { rdsRules } from "./rds";
import { s3Rules } from "./s3";
import { s3GlacierRules } from "./s3-glacier";
import { secretsManagerRules } from "./secrets-manager";
import { ssmRules } from "./ssm";
import { vpcRules } from "./vpc";

/** All rules of the pack, one list per AWS service. */
export const rules: readonly Rule[] = [
  ...cloudtrailRules,
  ...cloudwatchRules,
  ...crossCuttingRules,
  ...ebsRules,
  ...ecrRules,
  ...ecsRules,
  ...elasticacheRules,
  ...elbRules,
  ...iamRules,
  ...kmsRules,
  ...pulumiRules,
  ...rdsRules,
  ...s3Rules,
  ...s3GlacierRules,
  ...secretsManagerRules,
  ...ssmRules,
  ...vpcRules,
];
