/**
 * Which modules of the Pulumi AWS provider (the part of a type between `aws:` and `/`) belong to services that may hold
 * PHI. The authority is the AWS HIPAA Eligible Services Reference
 * (https://aws.amazon.com/compliance/hipaa-eligible-services-reference/); it changes, so this table has to be held
 * against it every quarter and before a service is adopted.
 *
 * Sources: "Architecting for HIPAA Security and Compliance on Amazon Web Services" (AWS whitepaper), the reference as
 * AWS published it with its landing zone for healthcare, and the documentation of Amazon Bedrock. A service that none of
 * them names is unconfirmed here, whatever the page says by now.
 */

/** The day of the published reference that this table was held against. */
export const eligibilityListOf = "2022-04-18";

/** Services that may create, receive, keep or send PHI. */
const eligible = words(`
  alb amplify apigateway apigatewayv2 appflow appmesh appstream appsync athena autoscaling backup batch bedrock
  bedrockfoundation bedrockmodel cfg chime cloud9 cloudfront cloudhsmv2 cloudtrail cloudwatch codebuild codecommit
  codedeploy codepipeline cognito comprehend connect customerprofiles datasync dax detective directoryservice dms docdb
  drs dynamodb ebs ec2 ec2clientvpn ec2transitgateway ecr ecs efs eks elasticache elasticbeanstalk elasticsearch elb
  emr emrcontainers emrserverless fms fsx glacier globalaccelerator glue guardduty inspector2 iot kendra keyspaces
  kinesis kinesisanalyticsv2 kms lakeformation lambda lb lex location macie macie2 mediaconvert medialive mq msk
  mskconnect neptune networkfirewall opensearch opensearchingest outposts pinpoint quicksight rds redshift redshiftdata
  redshiftserverless rekognition route53 s3 s3control s3outposts sagemaker secretsmanager securityhub servicediscovery
  ses sesv2 sfn shield sns sqs ssm storagegateway swf timestreamquery timestreamwrite transcribe transfer vpc vpn waf
  wafregional wafv2 workspaces xray
`);

/** Services that manage, secure, connect or observe others and keep no data of the workload. */
const supporting = words(`
  accessanalyzer account acm acmpca appautoscaling appconfig applicationinsights arcregionswitch arczonalshift
  auditmanager autoscalingplans bcmdata billing budgets chatbot cloudcontrol cloudformation codeconnections
  codestarconnections codestarnotifications computeoptimizer controltower costexplorer costoptimizationhub cur
  dataexchange directconnect dlm fis iam identitystore imagebuilder index invoicing licensemanager networkflowmonitor
  networkmanager networkmonitor notifications oam observabilityadmin organizations pipes pricing ram rbin resiliencehub
  resourceexplorer resourcegroups resourcegroupstaggingapi rolesanywhere route53domains route53recoverycontrol
  route53recoveryreadiness savingsplans scheduler schemas serverlessrepository servicecatalog servicequotas signer
  ssmcontacts ssmincidents ssoadmin synthetics
`);

/** Services that are on no version of the list that was read, or have ended, with what to use instead. */
const notEligible: ReadonlyMap<string, string> = new Map([
  ["cloudsearch", "Amazon OpenSearch Service"],
  ["ecrpublic", "a private Amazon ECR repository"],
  ["elastictranscoder", "AWS Elemental MediaConvert"],
  ["evidently", "AWS AppConfig"],
  ["gamelift", "Amazon ECS or Amazon EC2"],
  ["inspector", "Amazon Inspector (module inspector2)"],
  ["lightsail", "Amazon EC2 or Amazon ECS"],
  ["mediastore", "Amazon S3"],
  ["qldb", "Amazon Aurora PostgreSQL"],
]);

/** What is known of a module. */
export type Eligibility =
  | { readonly kind: "eligible" | "supporting" | "unconfirmed" }
  | { readonly kind: "not eligible"; readonly successor: string };

export function eligibilityOf(module: string): Eligibility {
  const successor = notEligible.get(module);
  if (successor !== undefined) return { kind: "not eligible", successor };
  if (eligible.has(module)) return { kind: "eligible" };
  return { kind: supporting.has(module) ? "supporting" : "unconfirmed" };
}

/** The module of a type of the AWS provider; of any other type, nothing. */
export function moduleOf(type: string): string | undefined {
  return /^aws:(\w+)\//.exec(type)?.[1];
}

/** Types whose service is eligible and that have a successor: no new ones, support ends, or superseded. */
export const supersededTypes: Readonly<Record<string, string>> = {
  "aws:appmesh/mesh:Mesh":
    "Amazon ECS Service Connect or Amazon VPC Lattice, since support for App Mesh ended on 2026-09-30",
  "aws:ec2/launchConfiguration:LaunchConfiguration": "a launch template",
  "aws:elasticsearch/domain:Domain": "an Amazon OpenSearch Service domain",
  "aws:glacier/vault:Vault": "the storage classes of Amazon S3 Glacier, since vaults take no new customers",
  "aws:kinesis/analyticsApplication:AnalyticsApplication":
    "Amazon Managed Service for Apache Flink, since applications for SQL ended on 2026-01-27",
  "aws:lex/bot:Bot": "Amazon Lex V2, since V1 ended on 2025-09-15",
};

/** Prefixes of IAM actions of services that are not eligible or have ended, with what to use instead. */
export const ineligiblePrefixes: ReadonlyMap<string, string> = new Map([
  ["a4b", "nothing: Alexa for Business ended on 2025-05-31, and an operator of skills needs an agreement of its own"],
  ["clouddirectory", "Amazon DynamoDB or Amazon Neptune: Cloud Directory takes no new customers"],
  ["cloudsearch", "Amazon OpenSearch Service"],
  ["elastictranscoder", "AWS Elemental MediaConvert"],
  ["evidently", "AWS AppConfig"],
  ["gamelift", "Amazon ECS or Amazon EC2"],
  ["honeycode", "nothing: Honeycode ended"],
  ["lightsail", "Amazon EC2 or Amazon ECS"],
  ["mediastore", "Amazon S3"],
  ["mobilehub", "AWS Amplify with eligible services"],
  ["opsworks", "AWS Systems Manager: OpsWorks ended"],
  ["opsworks-cm", "AWS Systems Manager: OpsWorks ended"],
  ["qldb", "Amazon Aurora PostgreSQL: QLDB ended on 2025-07-31"],
  ["robomaker", "AWS Batch: RoboMaker ended on 2025-09-10"],
  ["sms", "AWS Application Migration Service: Server Migration Service ended"],
  ["workdocs", "Amazon S3 or Amazon FSx: WorkDocs ended on 2025-04-25"],
]);

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}
