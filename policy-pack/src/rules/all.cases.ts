import type { ServiceCases } from "../testing/cases";
import { cloudtrailCases } from "./cloudtrail.cases";
import { cloudwatchCases } from "./cloudwatch.cases";
import { crossCuttingCases } from "./cross-cutting.cases";
import { directconnectCases } from "./directconnect.cases";
import { documentdbCases } from "./documentdb.cases";
import { ebsCases } from "./ebs.cases";
import { ec2Cases } from "./ec2.cases";
import { ecrCases } from "./ecr.cases";
import { ecsCases } from "./ecs.cases";
import { elasticacheCases } from "./elasticache.cases";
import { elbCases } from "./elb.cases";
import { iamCases } from "./iam.cases";
import { kmsCases } from "./kms.cases";
import { memorydbCases } from "./memorydb.cases";
import { neptuneCases } from "./neptune.cases";
import { networkfirewallCases } from "./networkfirewall.cases";
import { pulumiCases } from "./pulumi.cases";
import { rdsCases } from "./rds.cases";
import { s3Cases } from "./s3.cases";
import { s3GlacierCases } from "./s3-glacier.cases";
import { secretsManagerCases } from "./secrets-manager.cases";
import { ssmCases } from "./ssm.cases";
import { transitgatewayCases } from "./transitgateway.cases";
import { vpcCases } from "./vpc.cases";
import { vpnCases } from "./vpn.cases";

/** The cases of every service. */
export const cases: ServiceCases = {
  ...cloudtrailCases,
  ...cloudwatchCases,
  ...crossCuttingCases,
  ...directconnectCases,
  ...documentdbCases,
  ...ebsCases,
  ...ec2Cases,
  ...ecrCases,
  ...ecsCases,
  ...elasticacheCases,
  ...elbCases,
  ...iamCases,
  ...kmsCases,
  ...memorydbCases,
  ...neptuneCases,
  ...networkfirewallCases,
  ...pulumiCases,
  ...rdsCases,
  ...s3Cases,
  ...s3GlacierCases,
  ...secretsManagerCases,
  ...ssmCases,
  ...transitgatewayCases,
  ...vpcCases,
  ...vpnCases,
};
