import type * as ec2 from "@pulumi/aws/ec2";
import * as redshift from "@pulumi/aws/redshift";
import * as pulumi from "@pulumi/pulumi";
import { arn, awsEnvironment } from "@hipaa-aws/foundation";
import { createAlarms } from "./alarms";
import type { AnalyticsWarehouseArgs } from "./analytics-warehouse-args";
import { auditLogs, createAuditLogs } from "./analytics-warehouse-logs";
import type { AnalyticsWarehouseSettings } from "./analytics-warehouse-settings";

/** What both kinds of warehouse have. */
export interface Warehouse {
  readonly arn: pulumi.Output<string>;
  readonly address: pulumi.Output<string>;
  readonly masterSecretArn: pulumi.Output<string>;
  readonly identifier: pulumi.Output<string>;
  readonly signInArn: pulumi.Output<string>;
}

/** A cluster with its parameters, audit log, snapshots and their copies. */
export function createCluster(
  name: string,
  args: AnalyticsWarehouseArgs,
  settings: AnalyticsWarehouseSettings,
  group: ec2.SecurityGroup,
  subnetIds: pulumi.Output<string[]>,
  parent: pulumi.Resource,
): Warehouse {
  const { tags, multiAz = false, deletionProtection = true } = args;
  const parameters = new redshift.ParameterGroup(
    name,
    {
      description: `Parameters of the warehouse ${name}`,
      family: "redshift-2.0",
      parameters: [
        { name: "enable_user_activity_logging", value: "true" },
        { name: "require_ssl", value: "true" },
      ],
      tags,
    },
    { parent },
  );
  const subnets = new redshift.SubnetGroup(
    name,
    { description: `Subnets of the warehouse ${name}`, subnetIds, tags },
    { parent },
  );
  const cluster = new redshift.Cluster(
    name,
    {
      clusterIdentifier: settings.identifier,
      databaseName: settings.databaseName,
      masterUsername: settings.administratorName,
      manageMasterPassword: true,
      masterPasswordSecretKmsKeyId: pulumi.output(args.secretsKey).arn,
      nodeType: settings.nodeType,
      clusterType: "multi-node",
      numberOfNodes: settings.nodes,
      multiAz,
      // A cluster of two zones does not move: it is there already.
      availabilityZoneRelocationEnabled: !multiAz,
      encrypted: "true",
      kmsKeyId: pulumi.output(args.key).arn,
      clusterParameterGroupName: parameters.name,
      clusterSubnetGroupName: subnets.name,
      vpcSecurityGroupIds: [group.id],
      enhancedVpcRouting: true,
      publiclyAccessible: false,
      port: 5439,
      automatedSnapshotRetentionPeriod: settings.snapshotDays,
      skipFinalSnapshot: false,
      finalSnapshotIdentifier: `${settings.identifier}-final`,
      allowVersionUpgrade: true,
      iamRoles: args.roleArns,
      tags,
    },
    { parent, ...(deletionProtection ? { protect: true } : {}) },
  );
  const logs = createAuditLogs(name, args, settings, "/aws/redshift/cluster", parent);
  new redshift.Logging(
    name,
    { clusterIdentifier: cluster.id, logDestinationType: "cloudwatch", logExports: auditLogs },
    { parent, dependsOn: logs },
  );
  createSnapshotCopies(name, args, settings, cluster, parent);
  createAlarms(name, args, "AWS/Redshift", { ClusterIdentifier: cluster.clusterIdentifier }, alarms, parent);
  const { clusterIdentifier: identifier } = cluster;
  const database = pulumi.interpolate`dbname:${identifier}/${settings.databaseName}`;
  return {
    arn: cluster.arn,
    address: cluster.dnsName,
    masterSecretArn: cluster.masterPasswordSecretArn,
    identifier,
    signInArn: arn(awsEnvironment(parent), "redshift", database),
  };
}

/** Copies of the snapshots in another Region, by a grant on a key of that Region. */
function createSnapshotCopies(
  name: string,
  args: AnalyticsWarehouseArgs,
  settings: AnalyticsWarehouseSettings,
  cluster: redshift.Cluster,
  parent: pulumi.Resource,
): void {
  const { replicaRegion, replicaKeyArn, tags } = args;
  if (replicaRegion === undefined) return;
  const grant = new redshift.SnapshotCopyGrant(
    `${name}-replica`,
    { snapshotCopyGrantName: settings.identifier, kmsKeyId: replicaKeyArn, region: replicaRegion, tags },
    { parent },
  );
  new redshift.SnapshotCopy(
    `${name}-replica`,
    {
      clusterIdentifier: cluster.id,
      destinationRegion: replicaRegion,
      snapshotCopyGrantName: grant.snapshotCopyGrantName,
      retentionPeriod: settings.snapshotDays,
    },
    { parent },
  );
}

const alarms = [
  {
    suffix: "health",
    metricName: "HealthStatus",
    statistic: "Minimum" as const,
    below: true,
    threshold: 1,
    periods: 3,
    description: "The cluster cannot be reached or used",
  },
  {
    suffix: "space",
    metricName: "PercentageDiskSpaceUsed",
    statistic: "Maximum" as const,
    threshold: 80,
    description: "More than four fifths of the disk space are used",
  },
];
