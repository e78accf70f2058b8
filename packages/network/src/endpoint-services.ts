import { VpcEndpointPreset } from "./vpc-option-args";

/** What a Fargate task needs in private subnets: its image, its log, its secrets, and keys and roles for its own calls. */
export const fargateEndpoints: readonly string[] = ["ecr.api", "ecr.dkr", "logs", "secretsmanager", "kms", "sts"];

/** The services of each preset. */
export const presetEndpoints: Readonly<Record<VpcEndpointPreset, readonly string[]>> = {
  [VpcEndpointPreset.Fargate]: fargateEndpoints,
  [VpcEndpointPreset.SessionManager]: ["ssm", "ssmmessages", "ec2messages"],
  [VpcEndpointPreset.Messaging]: ["sqs", "sns", "events"],
  [VpcEndpointPreset.Monitoring]: ["monitoring"],
  [VpcEndpointPreset.Serverless]: ["states", "lambda", "execute-api"],
  [VpcEndpointPreset.Data]: ["kinesis-streams", "kinesis-firehose", "athena", "glue", "rds-data", "elasticfilesystem"],
  [VpcEndpointPreset.ArtificialIntelligence]: [
    "comprehend",
    "comprehendmedical",
    "textract",
    "transcribe",
    "translate",
    "polly",
    "rekognition",
    "sagemaker.runtime",
  ],
  [VpcEndpointPreset.EcsAgent]: ["ecs", "ecs-agent", "ecs-telemetry"],
  [VpcEndpointPreset.PrivateCertificates]: ["acm-pca"],
};

/**
 * The services whose endpoints carry a prefix of their own in the Regions of China. Source: the answers of
 * `DescribeVpcEndpointServices` in cn-north-1 and cn-northwest-1, as the AWS CDK lists them.
 */
const withChinaPrefix: ReadonlySet<string> = new Set([
  "application-autoscaling",
  "athena",
  "autoscaling",
  "backup",
  "batch",
  "cloudformation",
  "dms",
  "ebs",
  "ec2",
  "ecr.api",
  "ecr.dkr",
  "eks",
  "elasticache",
  "elasticfilesystem",
  "execute-api",
  "fsx",
  "kinesis-streams",
  "lambda",
  "monitoring",
  "rds",
  "redshift",
  "sagemaker.api",
  "sagemaker.runtime",
  "securityhub",
  "sqs",
  "states",
  "sts",
  "transfer",
  "xray",
]);

/** Name of the endpoint service for an interface endpoint. */
export function interfaceServiceName(partition: string, region: string, service: string): string {
  const prefix = partition === "aws-cn" && withChinaPrefix.has(service) ? "cn.com.amazonaws" : "com.amazonaws";
  return `${prefix}.${region}.${service}`;
}

/** Name of the endpoint service for a gateway endpoint; the same form in every partition. */
export function gatewayServiceName(region: string, service: string): string {
  return `com.amazonaws.${region}.${service}`;
}
