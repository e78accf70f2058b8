import type * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as elasticache from "@pulumi/aws/elasticache";
import * as pulumi from "@pulumi/pulumi";
import type { CacheArgs } from "./args";
import { deliveredLogs } from "./logs";
import type { Settings } from "./settings";

/** The TCP port of the cache. */
export const cachePort = 6379;

/** What the replication group is wired to. */
export interface ReplicationGroupParts {
  baseName: pulumi.Input<string>;
  subnetGroupName: pulumi.Input<string>;
  securityGroupId: pulumi.Input<string>;
  parameterGroupName: pulumi.Input<string>;
  userGroupId: pulumi.Input<string>;
  logGroups: Record<(typeof deliveredLogs)[number], cloudwatch.LogGroup>;
}

/** The parameter group, in the family of the engine version. */
export function createParameterGroup(
  name: string,
  args: CacheArgs,
  settings: Settings,
  options: pulumi.CustomResourceOptions,
): elasticache.ParameterGroup {
  return new elasticache.ParameterGroup(
    name,
    {
      description: "Log-off of idle clients, and eviction of keys that expire",
      family: settings.family,
      parameters: [
        ...(settings.clusterMode ? [{ name: "cluster-enabled", value: "yes" }] : []),
        ...Object.entries(settings.parameters).map(([parameter, value]) => ({ name: parameter, value })),
      ],
      tags: args.tags,
    },
    options,
  );
}

/** The cache. What is not read from `settings` or `args` here is the same in every environment. */
export function createReplicationGroup(
  name: string,
  args: CacheArgs,
  settings: Settings,
  parts: ReplicationGroupParts,
  options: pulumi.CustomResourceOptions,
): elasticache.ReplicationGroup {
  return new elasticache.ReplicationGroup(
    name,
    {
      description: "Encrypted cache with IAM sign-in",
      engine: settings.engine,
      engineVersion: settings.engineVersion,
      autoMinorVersionUpgrade: true,
      nodeType: settings.nodeType,
      port: cachePort,
      parameterGroupName: parts.parameterGroupName,
      ...topology(settings),
      // Nodes of this family keep part of their data on local disk and run in no other way.
      ...(settings.nodeType.startsWith("cache.r6gd.") ? { dataTieringEnabled: true } : {}),

      // TLS and users are there from creation on: ElastiCache refuses to add both in one change.
      transitEncryptionEnabled: true,
      transitEncryptionMode: "required",
      userGroupIds: [parts.userGroupId],
      atRestEncryptionEnabled: true,
      kmsKeyId: pulumi.output(args.key).arn,
      subnetGroupName: parts.subnetGroupName,
      securityGroupIds: [parts.securityGroupId],

      snapshotRetentionLimit: settings.snapshotRetentionDays,
      snapshotWindow: settings.snapshotWindow,
      maintenanceWindow: settings.maintenanceWindow,
      finalSnapshotIdentifier: pulumi.interpolate`${parts.baseName}-final`,
      notificationTopicArn: args.notificationTopicArn,
      logDeliveryConfigurations: deliveredLogs.map((log) => ({
        logType: log,
        logFormat: "json",
        destinationType: "cloudwatch-logs",
        destination: parts.logGroups[log].name,
      })),
      tags: args.tags,
    },
    options,
  );
}

// Cluster mode always fails over by itself; without it that takes a replica, and so do two zones in either mode.
function topology({ clusterMode, shards, replicas }: Settings): Partial<elasticache.ReplicationGroupArgs> {
  const failover = { automaticFailoverEnabled: clusterMode || replicas > 0, multiAzEnabled: replicas > 0 };
  return clusterMode
    ? { ...failover, clusterMode: "enabled", numNodeGroups: shards, replicasPerNodeGroup: replicas }
    : { ...failover, clusterMode: "disabled", numCacheClusters: 1 + replicas };
}
