import type * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as iam from "@pulumi/aws/iam";
import type * as sqs from "@pulumi/aws/sqs";
import * as pulumi from "@pulumi/pulumi";
import {
  awsEnvironment,
  policyDocument,
  serviceTrust,
  useKey,
  type AwsEnvironment,
  type PolicyStatement,
} from "@hipaa-aws/foundation";
import { grantStatements } from "./grants";
import type { PhiFunctionArgs } from "./phi-function-args";

/** The role with its one policy; a function that starts before the policy is there cannot enter the VPC. */
export interface FunctionRole {
  readonly role: iam.Role;
  readonly policy: iam.RolePolicy;
}

// Interfaces of a VPC have no ARN before they exist, so AWS asks for "*" here.
// Source: AWS Lambda Developer Guide, "Giving Lambda functions access to resources in an Amazon VPC".
const interfaceActions = [
  "ec2:AssignPrivateIpAddresses",
  "ec2:CreateNetworkInterface",
  "ec2:DeleteNetworkInterface",
  "ec2:DescribeNetworkInterfaces",
  "ec2:DescribeSubnets",
  "ec2:UnassignPrivateIpAddresses",
];

/** A role that writes the function's own log, enters its VPC, and does what was granted. */
export function createRole(
  name: string,
  args: PhiFunctionArgs,
  logGroup: cloudwatch.LogGroup,
  failures: sqs.Queue,
  parent: pulumi.Resource,
): FunctionRole {
  const environment = awsEnvironment(parent);
  const role = new iam.Role(
    name,
    {
      description: `What the function ${name} may do`,
      assumeRolePolicy: serviceTrust(environment, "lambda.amazonaws.com"),
      permissionsBoundary: args.permissionsBoundaryArn,
      tags: args.tags,
    },
    { parent },
  );
  const document = policyDocument([
    {
      sid: "WriteLog",
      actions: ["logs:CreateLogStream", "logs:PutLogEvents"],
      resources: [pulumi.interpolate`${logGroup.arn}:*`],
    },
    { sid: "KeepFailedEvents", actions: ["sqs:SendMessage"], resources: [failures.arn] },
    { sid: "EnterVpc", actions: interfaceActions, resources: ["*"] },
    {
      // Lambda itself needs the interfaces; the code never does, and calls of the code carry this key.
      sid: "DenyInterfacesToCode",
      effect: "Deny",
      actions: interfaceActions,
      resources: ["*"],
      conditions: { Null: { "lambda:SourceFunctionArn": ["false"] } },
    },
    { ...useKey("UseKey", environment, pulumi.output(args.key).arn, "lambda"), actions: ["kms:Decrypt"] },
    useKey("UseKeyOfFailedEvents", environment, pulumi.output(args.messagesKey).arn, "sqs"),
    ...queueStatements(args, environment),
    ...secretStatements(args, environment),
    ...fileStatements(args),
    ...(args.tracing === true ? [traceStatement] : []),
    ...grantStatements(environment, args.grants),
  ]);
  const policy = new iam.RolePolicy(name, { role: role.name, policy: document }, { parent });
  return { role, policy };
}

const traceStatement: PolicyStatement = {
  sid: "Trace",
  actions: ["xray:PutTelemetryRecords", "xray:PutTraceSegments"],
  resources: ["*"],
};

function queueStatements(args: PhiFunctionArgs, environment: AwsEnvironment): PolicyStatement[] {
  const { queues = [] } = args;
  if (queues.length === 0) return [];
  return [
    {
      sid: "TakeMessages",
      actions: ["sqs:ChangeMessageVisibility", "sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage"],
      resources: queues.map(({ queueArn }) => queueArn),
    },
    ...queues.map(({ keyArn }, index) => ({
      ...useKey(`UseKeyOfQueue${String(index + 1)}`, environment, keyArn, "sqs"),
      actions: ["kms:Decrypt"],
    })),
  ];
}

function secretStatements(args: PhiFunctionArgs, environment: AwsEnvironment): PolicyStatement[] {
  return (args.secrets ?? []).flatMap(({ secretArn, keyArn }, index) => [
    {
      sid: `ReadSecret${String(index + 1)}`,
      actions: ["secretsmanager:GetSecretValue"],
      resources: [secretArn],
    },
    {
      ...useKey(`UseKeyOfSecret${String(index + 1)}`, environment, keyArn, "secretsmanager"),
      actions: ["kms:Decrypt"],
    },
  ]);
}

function fileStatements({ fileSystem }: PhiFunctionArgs): PolicyStatement[] {
  if (fileSystem === undefined) return [];
  return [
    {
      sid: "MountFiles",
      actions: ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"],
      resources: [fileSystem.fileSystemArn],
      conditions: { StringEquals: { "elasticfilesystem:AccessPointArn": [fileSystem.accessPointArn] } },
    },
  ];
}
