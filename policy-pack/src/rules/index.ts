import type { Rule } from "../authoring/rule";
import { accessAnalyzerRules } from "./access-analyzer";
import { acmRules } from "./acm";
import { autoscalingRules } from "./autoscaling";
import { cloudfrontRules } from "./cloudfront";
import { cloudtrailRules } from "./cloudtrail";
import { cloudwatchRules } from "./cloudwatch";
import { crossCuttingRules } from "./cross-cutting";
import { directconnectRules } from "./directconnect";
import { directoryServiceRules } from "./directory-service";
import { documentdbRules } from "./documentdb";
import { ebsRules } from "./ebs";
import { ec2Rules } from "./ec2";
import { ecrRules } from "./ecr";
import { ecsRules } from "./ecs";
import { efsRules } from "./efs";
import { elasticacheRules } from "./elasticache";
import { elbRules } from "./elb";
import { globalacceleratorRules } from "./globalaccelerator";
import { governanceRules } from "./governance";
import { iamRules } from "./iam";
import { kmsRules } from "./kms";
import { memorydbRules } from "./memorydb";
import { neptuneRules } from "./neptune";
import { networkfirewallRules } from "./networkfirewall";
import { organizationsRules } from "./organizations";
import { pulumiRules } from "./pulumi";
import { rdsRules } from "./rds";
import { route53Rules } from "./route53";
import { s3Rules } from "./s3";
import { s3GlacierRules } from "./s3-glacier";
import { secretsManagerRules } from "./secrets-manager";
import { shieldRules } from "./shield";
import { ssmRules } from "./ssm";
import { transitgatewayRules } from "./transitgateway";
import { vpcRules } from "./vpc";
import { vpnRules } from "./vpn";
import { wafRules } from "./waf";
import { xrayRules } from "./xray";

/** All rules of the pack, one list per AWS service. */
export const rules: readonly Rule[] = [
  ...accessAnalyzerRules,
  ...acmRules,
  ...autoscalingRules,
  ...cloudfrontRules,
  ...cloudtrailRules,
  ...cloudwatchRules,
  ...crossCuttingRules,
  ...directconnectRules,
  ...directoryServiceRules,
  ...documentdbRules,
  ...ebsRules,
  ...ec2Rules,
  ...ecrRules,
  ...ecsRules,
  ...efsRules,
  ...elasticacheRules,
  ...elbRules,
  ...globalacceleratorRules,
  ...governanceRules,
  ...iamRules,
  ...kmsRules,
  ...memorydbRules,
  ...neptuneRules,
  ...networkfirewallRules,
  ...organizationsRules,
  ...pulumiRules,
  ...rdsRules,
  ...route53Rules,
  ...s3Rules,
  ...s3GlacierRules,
  ...secretsManagerRules,
  ...shieldRules,
  ...ssmRules,
  ...transitgatewayRules,
  ...vpcRules,
  ...vpnRules,
  ...wafRules,
  ...xrayRules,
];
