import { arn, policyDocument, serviceTrust } from "@hipaa-aws/foundation";
import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as ec2 from "@pulumi/aws/ec2";
import * as iam from "@pulumi/aws/iam";
import * as pulumi from "@pulumi/pulumi";
import { childTags, type NetworkContext } from "./vpc-context";
import type { VpcFlowLogBucket } from "./vpc-option-args";

/**
 * The default fields, and what an investigation asks for besides: the real addresses behind a NAT gateway or load
 * balancer, the direction, and the way out of the VPC. Fields up to version 5, which every Region has.
 * Source: Amazon VPC User Guide, "Flow log records".
 */
export const flowLogFields: readonly string[] = [
  "version",
  "account-id",
  "interface-id",
  "srcaddr",
  "dstaddr",
  "srcport",
  "dstport",
  "protocol",
  "packets",
  "bytes",
  "start",
  "end",
  "action",
  "log-status",
  "vpc-id",
  "subnet-id",
  "instance-id",
  "tcp-flags",
  "type",
  "pkt-srcaddr",
  "pkt-dstaddr",
  "region",
  "az-id",
  "pkt-src-aws-service",
  "pkt-dst-aws-service",
  "flow-direction",
  "traffic-path",
];

/** Seconds over which flows are summed up: the shortest, for the order of events in an investigation. */
const aggregationSeconds = 60;

/** The record of all traffic in the bucket, for queries by hour and account. */
export function createFlowLog(
  context: NetworkContext,
  { bucketArn, bucketName }: VpcFlowLogBucket,
  furtherFields: readonly string[],
): ec2.FlowLog {
  const { component, name, vpcId } = context;
  return new ec2.FlowLog(
    `${name}-flow-log`,
    {
      vpcId,
      trafficType: "ALL",
      maxAggregationInterval: aggregationSeconds,
      logDestinationType: "s3",
      logDestination: pulumi.all([bucketArn, bucketName]).apply(([bucket]) => bucket),
      destinationOptions: { fileFormat: "parquet", hiveCompatiblePartitions: true, perHourPartition: true },
      logFormat: [...flowLogFields, ...furtherFields].map((field) => "${" + field + "}").join(" "),
      tags: childTags(context, `${name}-flow-log`),
    },
    { parent: component },
  );
}

/** The second record, of rejected traffic alone, in a log group. */
export function createRejectedTrafficLog(
  context: NetworkContext,
  keyArn: pulumi.Input<string>,
  retentionInDays: number,
): { flowLog: ec2.FlowLog; logGroup: cloudwatch.LogGroup } {
  const { component, environment, name, vpcId } = context;
  const options = { parent: component };
  const childName = `${name}-rejected`;
  const logGroup = new cloudwatch.LogGroup(
    childName,
    {
      kmsKeyId: keyArn,
      retentionInDays,
      tags: childTags(context, childName),
    },
    options,
  );
  const role = new iam.Role(
    childName,
    {
      description: "Lets VPC flow logs write rejected traffic to its log group",
      assumeRolePolicy: serviceTrust(environment, "vpc-flow-logs.amazonaws.com"),
      tags: childTags(context, childName),
    },
    options,
  );
  const rolePolicy = new iam.RolePolicy(
    childName,
    {
      role: role.id,
      policy: policyDocument([
        {
          sid: "WriteToLogGroup",
          actions: ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
          resources: [logGroup.arn, pulumi.interpolate`${logGroup.arn}:*`],
        },
        {
          sid: "FindLogGroup",
          actions: ["logs:DescribeLogGroups"],
          resources: [arn(environment, "logs", "log-group:*")],
        },
      ]),
    },
    options,
  );
  const flowLog = new ec2.FlowLog(
    childName,
    {
      vpcId,
      trafficType: "REJECT",
      maxAggregationInterval: aggregationSeconds,
      logDestinationType: "cloud-watch-logs",
      logDestination: logGroup.arn,
      iamRoleArn: role.arn,
      tags: childTags(context, childName),
    },
    // Delivery begins at once and fails for good where the role may not write yet.
    { ...options, dependsOn: [rolePolicy] },
  );
  return { flowLog, logGroup };
}
