import type * as ec2 from "@pulumi/aws/ec2";
import * as redshiftserverless from "@pulumi/aws/redshiftserverless";
import * as pulumi from "@pulumi/pulumi";
import type { AnalyticsWarehouseArgs } from "./analytics-warehouse-args";
import type { Warehouse } from "./analytics-warehouse-cluster";
import { auditLogs, createAuditLogs } from "./analytics-warehouse-logs";
import type { AnalyticsWarehouseSettings } from "./analytics-warehouse-settings";

/** A namespace, which holds the data, and a workgroup, which runs the queries. */
export function createServerless(
  name: string,
  args: AnalyticsWarehouseArgs,
  settings: AnalyticsWarehouseSettings,
  group: ec2.SecurityGroup,
  subnetIds: pulumi.Output<string[]>,
  parent: pulumi.Resource,
): Warehouse {
  const { tags, deletionProtection = true } = args;
  const logs = createAuditLogs(name, args, settings, "/aws/redshift", parent);
  const namespace = new redshiftserverless.Namespace(
    name,
    {
      namespaceName: settings.identifier,
      dbName: settings.databaseName,
      adminUsername: settings.administratorName,
      manageAdminPassword: true,
      adminPasswordSecretKmsKeyId: pulumi.output(args.secretsKey).arn,
      kmsKeyId: pulumi.output(args.key).arn,
      iamRoles: args.roleArns,
      logExports: auditLogs,
      tags,
    },
    { parent, dependsOn: logs, ...(deletionProtection ? { protect: true } : {}) },
  );
  const workgroup = new redshiftserverless.Workgroup(
    name,
    {
      namespaceName: namespace.namespaceName,
      workgroupName: settings.identifier,
      baseCapacity: settings.baseCapacity,
      maxCapacity: settings.maxCapacity,
      enhancedVpcRouting: true,
      publiclyAccessible: false,
      port: 5439,
      subnetIds,
      securityGroupIds: [group.id],
      configParameters: [
        { parameterKey: "enable_user_activity_logging", parameterValue: "true" },
        { parameterKey: "require_ssl", parameterValue: "true" },
      ],
      tags,
    },
    { parent },
  );
  return {
    arn: namespace.arn,
    address: workgroup.endpoints.apply(([endpoint]) => endpoint?.address ?? ""),
    masterSecretArn: namespace.adminPasswordSecretArn,
    identifier: workgroup.workgroupName,
    signInArn: workgroup.arn,
  };
}
