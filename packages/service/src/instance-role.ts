import * as iam from "@pulumi/aws/iam";
import * as pulumi from "@pulumi/pulumi";
import {
  arn,
  policyDocument,
  systemsManagerBuckets,
  type AwsEnvironment,
  type PolicyStatement,
} from "@hipaa-aws/foundation";
import { accessGrants } from "./access";
import { grantStatements } from "./grants";
import type { InstancePlan } from "./instance-plan";
import type { InstanceTierArgs } from "./instance-tier-args";
import { createRole, type CreatedRole } from "./roles";

/** The role of the instances, and the profile that hands it to them. */
export interface InstanceRole extends CreatedRole {
  readonly profile: iam.InstanceProfile;
}

export function createInstanceRole(
  name: string,
  args: InstanceTierArgs,
  plan: InstancePlan,
  environment: AwsEnvironment,
  logGroupArn: pulumi.Output<string>,
  configurationArn: pulumi.Output<string>,
  tags: pulumi.Output<Record<string, string>>,
  parent: pulumi.Resource,
): InstanceRole {
  const grants = [...accessGrants(environment, args.access ?? {}), ...(args.grants ?? [])];
  plan.checks.unique(
    "grants and access, as names of statements,",
    grants.map((grant) => grant.name),
  );
  const created = createRole(
    name,
    {
      description: `What instances of ${name} may do`,
      trust: policyDocument([
        {
          sid: "AssumeByInstances",
          principals: { services: [pulumi.interpolate`ec2.${environment.dnsSuffix}`] },
          actions: ["sts:AssumeRole"],
        },
      ]),
      statements: [
        ...managementStatements(environment),
        ...logStatements(logGroupArn, configurationArn),
        ...grantStatements(plan.checks, environment, grants),
      ],
      permissionsBoundaryArn: args.permissionsBoundaryArn,
      tags,
      checks: plan.checks,
    },
    parent,
  );
  const profile = new iam.InstanceProfile(`${name}-profile`, { role: created.role.name, tags }, { parent });
  return { ...created, profile };
}

/**
 * What the agent of Systems Manager does, for sessions, associations and patches. Source: `AmazonSSMManagedInstanceCore`,
 * without its ssm:GetParameters, which would read every parameter of the account; these actions know no resource.
 */
function managementStatements(environment: AwsEnvironment): PolicyStatement[] {
  return [
    {
      sid: "BeManaged",
      actions: [
        "ssm:UpdateInstanceInformation",
        "ssm:UpdateInstanceAssociationStatus",
        "ssm:UpdateAssociationStatus",
        "ssm:ListInstanceAssociations",
        "ssm:ListAssociations",
        "ssm:DescribeAssociation",
        "ssm:DescribeDocument",
        "ssm:GetDocument",
        "ssm:GetManifest",
        "ssm:GetDeployablePatchSnapshotForInstance",
        "ssm:PutConfigurePackageResult",
        "ssm:PutComplianceItems",
        "ssm:PutInventory",
        "ssmmessages:CreateControlChannel",
        "ssmmessages:CreateDataChannel",
        "ssmmessages:OpenControlChannel",
        "ssmmessages:OpenDataChannel",
        "ec2messages:AcknowledgeMessage",
        "ec2messages:DeleteMessage",
        "ec2messages:FailMessage",
        "ec2messages:GetEndpoint",
        "ec2messages:GetMessages",
        "ec2messages:SendReply",
      ],
      resources: ["*"],
    },
    {
      // Buckets of AWS. Source: "SSM Agent communications with AWS managed S3 buckets".
      sid: "FetchPackages",
      actions: ["s3:GetObject"],
      resources: environment.region.apply((region) =>
        pulumi.all(
          systemsManagerBuckets(region).map((bucket) =>
            arn(environment, "s3", `${bucket}/*`, { region: "", account: "" }),
          ),
        ),
      ),
    },
  ];
}

function logStatements(logGroupArn: pulumi.Output<string>, configurationArn: pulumi.Output<string>): PolicyStatement[] {
  return [
    {
      sid: "ShipLogs",
      actions: ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
      resources: [pulumi.interpolate`${logGroupArn}:*`],
    },
    {
      sid: "SendMetrics",
      actions: ["cloudwatch:PutMetricData"],
      resources: ["*"],
      conditions: { StringEquals: { "cloudwatch:namespace": ["CWAgent"] } },
    },
    // The agent looks up the name of its group.
    { sid: "ReadOwnTags", actions: ["ec2:DescribeTags"], resources: ["*"] },
    { sid: "ReadAgentConfiguration", actions: ["ssm:GetParameter"], resources: [configurationArn] },
  ];
}
