import type { ServiceCases } from "../testing/cases";
import { accessCases } from "./access.cases";
import { accessAnalyzerCases } from "./access-analyzer.cases";
import { acmCases } from "./acm.cases";
import { apigatewayCases } from "./apigateway.cases";
import { appflowCases } from "./appflow.cases";
import { appmeshCases } from "./appmesh.cases";
import { appstreamCases } from "./appstream.cases";
import { appsyncCases } from "./appsync.cases";
import { athenaCases } from "./athena.cases";
import { autoscalingCases } from "./autoscaling.cases";
import { backupCases } from "./backup.cases";
import { batchCases } from "./batch.cases";
import { bedrockCases } from "./bedrock.cases";
import { cloudformationCases } from "./cloudformation.cases";
import { cloudfrontCases } from "./cloudfront.cases";
import { cloudhsmCases } from "./cloudhsm.cases";
import { cloudmapCases } from "./cloudmap.cases";
import { cloudtrailCases } from "./cloudtrail.cases";
import { cloudwatchCases } from "./cloudwatch.cases";
import { codebuildCases } from "./codebuild.cases";
import { codecommitCases } from "./codecommit.cases";
import { codedeployCases } from "./codedeploy.cases";
import { codepipelineCases } from "./codepipeline.cases";
import { cognitoCases } from "./cognito.cases";
import { comprehendCases } from "./comprehend.cases";
import { configCases } from "./config.cases";
import { connectCases } from "./connect.cases";
import { crossCuttingCases } from "./cross-cutting.cases";
import { dataExchangeCases } from "./data-exchange.cases";
import { datasyncCases } from "./datasync.cases";
import { directconnectCases } from "./directconnect.cases";
import { directoryServiceCases } from "./directory-service.cases";
import { dlmCases } from "./dlm.cases";
import { dmsCases } from "./dms.cases";
import { documentdbCases } from "./documentdb.cases";
import { drsCases } from "./drs.cases";
import { dsqlCases } from "./dsql.cases";
import { dynamodbCases } from "./dynamodb.cases";
import { ebsCases } from "./ebs.cases";
import { ec2Cases } from "./ec2.cases";
import { ecrCases } from "./ecr.cases";
import { ecsCases } from "./ecs.cases";
import { efsCases } from "./efs.cases";
import { eksCases } from "./eks.cases";
import { elasticacheCases } from "./elasticache.cases";
import { elasticbeanstalkCases } from "./elasticbeanstalk.cases";
import { elbCases } from "./elb.cases";
import { emrCases } from "./emr.cases";
import { eventbridgeCases } from "./eventbridge.cases";
import { firehoseCases } from "./firehose.cases";
import { fmsCases } from "./fms.cases";
import { forecastCases } from "./forecast.cases";
import { fsxCases } from "./fsx.cases";
import { globalacceleratorCases } from "./globalaccelerator.cases";
import { glueCases } from "./glue.cases";
import { governanceCases } from "./governance.cases";
import { guarddutyCases } from "./guardduty.cases";
import { healthlakeCases } from "./healthlake.cases";
import { iamCases } from "./iam.cases";
import { inspectorCases } from "./inspector.cases";
import { iotCases } from "./iot.cases";
import { kendraCases } from "./kendra.cases";
import { keyspacesCases } from "./keyspaces.cases";
import { kinesisCases } from "./kinesis.cases";
import { kmsCases } from "./kms.cases";
import { lambdaCases } from "./lambda.cases";
import { lexCases } from "./lex.cases";
import { macieCases } from "./macie.cases";
import { memorydbCases } from "./memorydb.cases";
import { migrationCases } from "./migration.cases";
import { mqCases } from "./mq.cases";
import { mskCases } from "./msk.cases";
import { mwaaCases } from "./mwaa.cases";
import { neptuneCases } from "./neptune.cases";
import { networkfirewallCases } from "./networkfirewall.cases";
import { opensearchCases } from "./opensearch.cases";
import { opsworksCases } from "./opsworks.cases";
import { organizationsCases } from "./organizations.cases";
import { pathsCases } from "./paths.cases";
import { pinpointCases } from "./pinpoint.cases";
import { pollyCases } from "./polly.cases";
import { pulumiCases } from "./pulumi.cases";
import { qldbCases } from "./qldb.cases";
import { quicksightCases } from "./quicksight.cases";
import { rdsCases } from "./rds.cases";
import { redshiftCases } from "./redshift.cases";
import { rekognitionCases } from "./rekognition.cases";
import { route53Cases } from "./route53.cases";
import { s3Cases } from "./s3.cases";
import { s3GlacierCases } from "./s3-glacier.cases";
import { sagemakerCases } from "./sagemaker.cases";
import { secretsManagerCases } from "./secrets-manager.cases";
import { securityhubCases } from "./securityhub.cases";
import { serverlessrepoCases } from "./serverlessrepo.cases";
import { servicecatalogCases } from "./servicecatalog.cases";
import { sesCases } from "./ses.cases";
import { shieldCases } from "./shield.cases";
import { snowCases } from "./snow.cases";
import { snsCases } from "./sns.cases";
import { sqsCases } from "./sqs.cases";
import { ssmCases } from "./ssm.cases";
import { stepfunctionsCases } from "./stepfunctions.cases";
import { storageGatewayCases } from "./storage-gateway.cases";
import { swfCases } from "./swf.cases";
import { timestreamCases } from "./timestream.cases";
import { transcribeCases } from "./transcribe.cases";
import { transferCases } from "./transfer.cases";
import { transitgatewayCases } from "./transitgateway.cases";
import { translateCases } from "./translate.cases";
import { vpcCases } from "./vpc.cases";
import { vpnCases } from "./vpn.cases";
import { wafCases } from "./waf.cases";
import { workspacesCases } from "./workspaces.cases";
import { xrayCases } from "./xray.cases";

/** The cases of every service. */
export const cases: ServiceCases = {
  ...accessCases,
  ...accessAnalyzerCases,
  ...acmCases,
  ...apigatewayCases,
  ...appflowCases,
  ...appmeshCases,
  ...appstreamCases,
  ...appsyncCases,
  ...athenaCases,
  ...autoscalingCases,
  ...backupCases,
  ...batchCases,
  ...bedrockCases,
  ...cloudformationCases,
  ...cloudfrontCases,
  ...cloudhsmCases,
  ...cloudmapCases,
  ...cloudtrailCases,
  ...cloudwatchCases,
  ...codebuildCases,
  ...codecommitCases,
  ...codedeployCases,
  ...codepipelineCases,
  ...cognitoCases,
  ...comprehendCases,
  ...configCases,
  ...connectCases,
  ...crossCuttingCases,
  ...dataExchangeCases,
  ...datasyncCases,
  ...directconnectCases,
  ...directoryServiceCases,
  ...dlmCases,
  ...dmsCases,
  ...documentdbCases,
  ...drsCases,
  ...dsqlCases,
  ...dynamodbCases,
  ...ebsCases,
  ...ec2Cases,
  ...ecrCases,
  ...ecsCases,
  ...efsCases,
  ...eksCases,
  ...elasticacheCases,
  ...elasticbeanstalkCases,
  ...elbCases,
  ...emrCases,
  ...eventbridgeCases,
  ...firehoseCases,
  ...fmsCases,
  ...forecastCases,
  ...fsxCases,
  ...globalacceleratorCases,
  ...glueCases,
  ...governanceCases,
  ...guarddutyCases,
  ...healthlakeCases,
  ...iamCases,
  ...inspectorCases,
  ...iotCases,
  ...kendraCases,
  ...keyspacesCases,
  ...kinesisCases,
  ...kmsCases,
  ...lambdaCases,
  ...lexCases,
  ...macieCases,
  ...memorydbCases,
  ...migrationCases,
  ...mqCases,
  ...mskCases,
  ...mwaaCases,
  ...neptuneCases,
  ...networkfirewallCases,
  ...opensearchCases,
  ...opsworksCases,
  ...organizationsCases,
  ...pathsCases,
  ...pinpointCases,
  ...pollyCases,
  ...pulumiCases,
  ...qldbCases,
  ...quicksightCases,
  ...rdsCases,
  ...redshiftCases,
  ...rekognitionCases,
  ...route53Cases,
  ...s3Cases,
  ...s3GlacierCases,
  ...sagemakerCases,
  ...secretsManagerCases,
  ...securityhubCases,
  ...serverlessrepoCases,
  ...servicecatalogCases,
  ...sesCases,
  ...shieldCases,
  ...snowCases,
  ...snsCases,
  ...sqsCases,
  ...ssmCases,
  ...stepfunctionsCases,
  ...storageGatewayCases,
  ...swfCases,
  ...timestreamCases,
  ...transcribeCases,
  ...transferCases,
  ...transitgatewayCases,
  ...translateCases,
  ...vpcCases,
  ...vpnCases,
  ...wafCases,
  ...workspacesCases,
  ...xrayCases,
};
