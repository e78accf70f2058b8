import type { Rule } from "../authoring/rule";
import { accessRules } from "./access";
import { accessAnalyzerRules } from "./access-analyzer";
import { acmRules } from "./acm";
import { apigatewayRules } from "./apigateway";
import { appflowRules } from "./appflow";
import { appmeshRules } from "./appmesh";
import { appstreamRules } from "./appstream";
import { appsyncRules } from "./appsync";
import { athenaRules } from "./athena";
import { autoscalingRules } from "./autoscaling";
import { backupRules } from "./backup";
import { batchRules } from "./batch";
import { bedrockRules } from "./bedrock";
import { cloudformationRules } from "./cloudformation";
import { cloudfrontRules } from "./cloudfront";
import { cloudhsmRules } from "./cloudhsm";
import { cloudmapRules } from "./cloudmap";
import { cloudtrailRules } from "./cloudtrail";
import { cloudwatchRules } from "./cloudwatch";
import { codebuildRules } from "./codebuild";
import { codecommitRules } from "./codecommit";
import { codedeployRules } from "./codedeploy";
import { codepipelineRules } from "./codepipeline";
import { cognitoRules } from "./cognito";
import { comprehendRules } from "./comprehend";
import { configRules } from "./config";
import { connectRules } from "./connect";
import { crossCuttingRules } from "./cross-cutting";
import { dataExchangeRules } from "./data-exchange";
import { datasyncRules } from "./datasync";
import { directconnectRules } from "./directconnect";
import { directoryServiceRules } from "./directory-service";
import { dlmRules } from "./dlm";
import { dmsRules } from "./dms";
import { documentdbRules } from "./documentdb";
import { drsRules } from "./drs";
import { dsqlRules } from "./dsql";
import { dynamodbRules } from "./dynamodb";
import { ebsRules } from "./ebs";
import { ec2Rules } from "./ec2";
import { ecrRules } from "./ecr";
import { ecsRules } from "./ecs";
import { efsRules } from "./efs";
import { eksRules } from "./eks";
import { elasticacheRules } from "./elasticache";
import { elasticbeanstalkRules } from "./elasticbeanstalk";
import { elbRules } from "./elb";
import { emrRules } from "./emr";
import { eventbridgeRules } from "./eventbridge";
import { firehoseRules } from "./firehose";
import { fmsRules } from "./fms";
import { forecastRules } from "./forecast";
import { fsxRules } from "./fsx";
import { globalacceleratorRules } from "./globalaccelerator";
import { glueRules } from "./glue";
import { governanceRules } from "./governance";
import { guarddutyRules } from "./guardduty";
import { healthlakeRules } from "./healthlake";
import { iamRules } from "./iam";
import { inspectorRules } from "./inspector";
import { iotRules } from "./iot";
import { kendraRules } from "./kendra";
import { keyspacesRules } from "./keyspaces";
import { kinesisRules } from "./kinesis";
import { kmsRules } from "./kms";
import { lambdaRules } from "./lambda";
import { lexRules } from "./lex";
import { macieRules } from "./macie";
import { memorydbRules } from "./memorydb";
import { migrationRules } from "./migration";
import { mqRules } from "./mq";
import { mskRules } from "./msk";
import { mwaaRules } from "./mwaa";
import { neptuneRules } from "./neptune";
import { networkfirewallRules } from "./networkfirewall";
import { opensearchRules } from "./opensearch";
import { opsworksRules } from "./opsworks";
import { organizationsRules } from "./organizations";
import { pathsRules } from "./paths";
import { pinpointRules } from "./pinpoint";
import { pollyRules } from "./polly";
import { pulumiRules } from "./pulumi";
import { qldbRules } from "./qldb";
import { quicksightRules } from "./quicksight";
import { rdsRules } from "./rds";
import { redshiftRules } from "./redshift";
import { rekognitionRules } from "./rekognition";
import { route53Rules } from "./route53";
import { s3Rules } from "./s3";
import { s3GlacierRules } from "./s3-glacier";
import { sagemakerRules } from "./sagemaker";
import { secretsManagerRules } from "./secrets-manager";
import { securityhubRules } from "./securityhub";
import { serverlessrepoRules } from "./serverlessrepo";
import { servicecatalogRules } from "./servicecatalog";
import { sesRules } from "./ses";
import { shieldRules } from "./shield";
import { snowRules } from "./snow";
import { snsRules } from "./sns";
import { sqsRules } from "./sqs";
import { ssmRules } from "./ssm";
import { stepfunctionsRules } from "./stepfunctions";
import { storageGatewayRules } from "./storage-gateway";
import { swfRules } from "./swf";
import { timestreamRules } from "./timestream";
import { transcribeRules } from "./transcribe";
import { transferRules } from "./transfer";
import { transitgatewayRules } from "./transitgateway";
import { translateRules } from "./translate";
import { vpcRules } from "./vpc";
import { vpnRules } from "./vpn";
import { wafRules } from "./waf";
import { workspacesRules } from "./workspaces";
import { xrayRules } from "./xray";

/** All rules of the pack, one list per AWS service. */
export const rules: readonly Rule[] = [
  ...accessRules,
  ...accessAnalyzerRules,
  ...acmRules,
  ...apigatewayRules,
  ...appflowRules,
  ...appmeshRules,
  ...appstreamRules,
  ...appsyncRules,
  ...athenaRules,
  ...autoscalingRules,
  ...backupRules,
  ...batchRules,
  ...bedrockRules,
  ...cloudformationRules,
  ...cloudfrontRules,
  ...cloudhsmRules,
  ...cloudmapRules,
  ...cloudtrailRules,
  ...cloudwatchRules,
  ...codebuildRules,
  ...codecommitRules,
  ...codedeployRules,
  ...codepipelineRules,
  ...cognitoRules,
  ...comprehendRules,
  ...configRules,
  ...connectRules,
  ...crossCuttingRules,
  ...dataExchangeRules,
  ...datasyncRules,
  ...directconnectRules,
  ...directoryServiceRules,
  ...dlmRules,
  ...dmsRules,
  ...documentdbRules,
  ...drsRules,
  ...dsqlRules,
  ...dynamodbRules,
  ...ebsRules,
  ...ec2Rules,
  ...ecrRules,
  ...ecsRules,
  ...efsRules,
  ...eksRules,
  ...elasticacheRules,
  ...elasticbeanstalkRules,
  ...elbRules,
  ...emrRules,
  ...eventbridgeRules,
  ...firehoseRules,
  ...fmsRules,
  ...forecastRules,
  ...fsxRules,
  ...globalacceleratorRules,
  ...glueRules,
  ...governanceRules,
  ...guarddutyRules,
  ...healthlakeRules,
  ...iamRules,
  ...inspectorRules,
  ...iotRules,
  ...kendraRules,
  ...keyspacesRules,
  ...kinesisRules,
  ...kmsRules,
  ...lambdaRules,
  ...lexRules,
  ...macieRules,
  ...memorydbRules,
  ...migrationRules,
  ...mqRules,
  ...mskRules,
  ...mwaaRules,
  ...neptuneRules,
  ...networkfirewallRules,
  ...opensearchRules,
  ...opsworksRules,
  ...organizationsRules,
  ...pathsRules,
  ...pinpointRules,
  ...pollyRules,
  ...pulumiRules,
  ...qldbRules,
  ...quicksightRules,
  ...rdsRules,
  ...redshiftRules,
  ...rekognitionRules,
  ...route53Rules,
  ...s3Rules,
  ...s3GlacierRules,
  ...sagemakerRules,
  ...secretsManagerRules,
  ...securityhubRules,
  ...serverlessrepoRules,
  ...servicecatalogRules,
  ...sesRules,
  ...shieldRules,
  ...snowRules,
  ...snsRules,
  ...sqsRules,
  ...ssmRules,
  ...stepfunctionsRules,
  ...storageGatewayRules,
  ...swfRules,
  ...timestreamRules,
  ...transcribeRules,
  ...transferRules,
  ...transitgatewayRules,
  ...translateRules,
  ...vpcRules,
  ...vpnRules,
  ...wafRules,
  ...workspacesRules,
  ...xrayRules,
];
