import * as rds from "@pulumi/aws/rds";
import * as pulumi from "@pulumi/pulumi";
import { postgresPort } from "../instance";
import { certificateAuthority } from "../postgres-version";
import { DatabaseInsights } from "../shared/types";
import type { AuroraPostgresClusterArgs } from "./args";
import type { AuroraSettings } from "./settings";

const engine = "aurora-postgresql";

/** The logs that Aurora PostgreSQL exports: server log with the pgaudit records, instance log, failed IAM sign-ins. */
export const auroraLogs = ["postgresql", "instance", "iam-db-auth-error"] as const;

/** What the cluster is wired to. */
export interface ClusterParts {
  identifier: pulumi.Input<string>;
  subnetGroupName: pulumi.Input<string>;
  securityGroupId: pulumi.Input<string>;
  monitoringRoleArn: pulumi.Input<string>;
  globalClusterIdentifier?: pulumi.Input<string>;
  /** Log groups and policies that have to be there first. */
  first: pulumi.Resource[];
}

/** The cluster. What is not read from `settings` or `args` here is the same in every environment. */
export function createCluster(
  name: string,
  args: AuroraPostgresClusterArgs,
  settings: AuroraSettings,
  parts: ClusterParts,
  options: pulumi.CustomResourceOptions,
): rds.Cluster {
  const parameterGroup = new rds.ClusterParameterGroup(
    name,
    {
      description: "TLS, SCRAM, pgaudit, automatic log-off and no PHI in the log",
      family: settings.family,
      parameters: settings.parameters,
      tags: args.tags,
    },
    options,
  );
  return new rds.Cluster(
    name,
    {
      clusterIdentifier: parts.identifier,
      engine,
      engineMode: "provisioned",
      engineVersion: settings.engineVersion,
      engineLifecycleSupport: "open-source-rds-extended-support-disabled",
      allowMajorVersionUpgrade: false,
      port: postgresPort,
      dbClusterParameterGroupName: parameterGroup.name,
      snapshotIdentifier: args.snapshotIdentifier,
      serverlessv2ScalingConfiguration: settings.scaling,

      storageType: settings.storageType,
      storageEncrypted: true,
      kmsKeyId: pulumi.output(args.key).arn,

      dbSubnetGroupName: parts.subnetGroupName,
      vpcSecurityGroupIds: [parts.securityGroupId],
      networkType: "IPV4",

      ...masterUser(args, settings),
      iamDatabaseAuthenticationEnabled: true,

      globalClusterIdentifier: parts.globalClusterIdentifier,
      sourceRegion: args.globalDatabase?.sourceRegion,

      backupRetentionPeriod: settings.backupRetentionDays,
      preferredBackupWindow: settings.backupWindow,
      preferredMaintenanceWindow: settings.maintenanceWindow,
      deleteAutomatedBackups: false,
      copyTagsToSnapshot: true,
      deletionProtection: settings.deletionProtection,
      skipFinalSnapshot: false,
      finalSnapshotIdentifier: pulumi.interpolate`${parts.identifier}-final`,

      enabledCloudwatchLogsExports: [...auroraLogs],
      ...insights(args, settings),
      databaseInsightsMode: settings.insights,
      tags: args.tags,
    },
    {
      ...options,
      dependsOn: parts.first,
      // RDS fills it in for a secondary, and a difference would promote it.
      ignoreChanges: settings.isSecondary ? ["replicationSourceIdentifier"] : [],
    },
  );
}

/** Writer and readers, whose names are numbers: which one writes is Aurora's to decide. */
export function createClusterInstances(
  name: string,
  args: AuroraPostgresClusterArgs,
  settings: AuroraSettings,
  cluster: rds.Cluster,
  parts: ClusterParts,
  options: pulumi.CustomResourceOptions,
): rds.ClusterInstance[] {
  const parameterGroup = new rds.ParameterGroup(
    name,
    {
      description: "Instances of the cluster: what is not set here comes from the group of the cluster",
      family: settings.family,
      parameters: settings.instanceParameters,
      tags: args.tags,
    },
    options,
  );
  const indexes = Array.from({ length: settings.instances }, (_, index) => index);
  return indexes.map(
    (index) =>
      new rds.ClusterInstance(
        `${name}-${index}`,
        {
          clusterIdentifier: cluster.id,
          engine,
          engineVersion: settings.engineVersion,
          instanceClass: settings.instanceClass,
          dbParameterGroupName: parameterGroup.name,
          dbSubnetGroupName: parts.subnetGroupName,
          publiclyAccessible: false,
          caCertIdentifier: certificateAuthority.identifier,
          autoMinorVersionUpgrade: true,
          // The first two are alike; further readers follow when both are gone.
          promotionTier: index < 2 ? 0 : 1,
          preferredMaintenanceWindow: settings.maintenanceWindow,
          copyTagsToSnapshot: true,
          monitoringInterval: 60,
          monitoringRoleArn: parts.monitoringRoleArn,
          ...insights(args, settings),
          tags: args.tags,
        },
        options,
      ),
  );
}

// The cluster and its instances may not contradict each other.
function insights(args: AuroraPostgresClusterArgs, settings: AuroraSettings) {
  return {
    performanceInsightsEnabled: true,
    performanceInsightsKmsKeyId: pulumi.output(args.key).arn,
    // The advanced mode asks for 15 months; the standard mode takes seven days without charge.
    performanceInsightsRetentionPeriod: settings.insights === DatabaseInsights.Advanced ? 465 : 7,
  };
}

function masterUser(args: AuroraPostgresClusterArgs, settings: AuroraSettings): Partial<rds.ClusterArgs> {
  // A secondary has the databases and users of its primary.
  if (settings.isSecondary) return {};
  const { databaseName, masterUsername } = settings;
  if (args.rotatedMaster)
    return {
      databaseName,
      masterUsername,
      masterPasswordWo: pulumi.secret(args.rotatedMaster.initialPassword),
      masterPasswordWoVersion: 1,
    };
  return {
    databaseName,
    masterUsername,
    manageMasterUserPassword: true,
    masterUserSecretKmsKeyId: pulumi.output(args.secretsKey)?.apply((key) => key?.arn),
  };
}
