import * as rds from "@pulumi/aws/rds";
import * as pulumi from "@pulumi/pulumi";
import { PostgresInstanceInsights, type PostgresInstanceArgs } from "./args";
import { certificateAuthority } from "./postgres-version";
import type { Settings } from "./settings";

/** The TCP port of the database. */
export const postgresPort = 5432;

/** The logs that RDS for PostgreSQL exports: the server log with the pgaudit records, upgrades, failed IAM sign-ins. */
export const postgresLogs = ["postgresql", "upgrade", "iam-db-auth-error"] as const;

/** What the instance is wired to. */
export interface InstanceParts {
  identifier: pulumi.Input<string>;
  subnetGroupName: pulumi.Input<string>;
  securityGroupId: pulumi.Input<string>;
  parameterGroupName: pulumi.Input<string>;
  monitoringRoleArn: pulumi.Input<string>;
  /** Log groups and policies that have to be there first. */
  first: pulumi.Resource[];
}

/** The parameter group, in the family of the engine version. */
export function createParameterGroup(
  name: string,
  args: Pick<PostgresInstanceArgs, "tags"> & { region?: pulumi.Input<string> },
  settings: Settings,
  options: pulumi.CustomResourceOptions,
): rds.ParameterGroup {
  return new rds.ParameterGroup(
    name,
    {
      description: "TLS, SCRAM, pgaudit, automatic log-off and no PHI in the log",
      family: settings.family,
      parameters: settings.parameters,
      region: args.region,
      tags: args.tags,
    },
    options,
  );
}

/** The database. What is not read from `settings` or `args` here is the same in every environment. */
export function createInstance(
  name: string,
  args: PostgresInstanceArgs,
  settings: Settings,
  parts: InstanceParts,
  options: pulumi.CustomResourceOptions,
): rds.Instance {
  const key = pulumi.output(args.key).arn;
  return new rds.Instance(
    name,
    {
      identifier: parts.identifier,
      engine: "postgres",
      engineVersion: settings.engineVersion,
      engineLifecycleSupport: "open-source-rds-extended-support-disabled",
      autoMinorVersionUpgrade: true,
      allowMajorVersionUpgrade: false,
      instanceClass: args.instanceClass ?? "db.m7g.large",
      dbName: settings.databaseName,
      port: postgresPort,
      parameterGroupName: parts.parameterGroupName,
      snapshotIdentifier: args.snapshotIdentifier,

      storageType: "gp3",
      allocatedStorage: settings.allocatedStorage,
      maxAllocatedStorage: settings.maxAllocatedStorage,
      iops: settings.iops,
      storageThroughput: settings.storageThroughput,
      storageEncrypted: true,
      kmsKeyId: key,

      multiAz: settings.multiAz,
      dbSubnetGroupName: parts.subnetGroupName,
      vpcSecurityGroupIds: [parts.securityGroupId],
      publiclyAccessible: false,
      networkType: "IPV4",
      caCertIdentifier: certificateAuthority.identifier,

      username: settings.masterUsername,
      ...masterPassword(args),
      iamDatabaseAuthenticationEnabled: true,

      backupRetentionPeriod: settings.backupRetentionDays,
      backupWindow: settings.backupWindow,
      maintenanceWindow: settings.maintenanceWindow,
      deleteAutomatedBackups: false,
      copyTagsToSnapshot: true,
      deletionProtection: settings.deletionProtection,
      skipFinalSnapshot: false,
      finalSnapshotIdentifier: pulumi.interpolate`${parts.identifier}-final`,

      enabledCloudwatchLogsExports: [...postgresLogs],
      monitoringInterval: 60,
      monitoringRoleArn: parts.monitoringRoleArn,
      performanceInsightsEnabled: true,
      performanceInsightsKmsKeyId: key,
      // The advanced mode asks for 15 months; the standard mode takes seven days without charge.
      performanceInsightsRetentionPeriod: settings.insights === PostgresInstanceInsights.Advanced ? 465 : 7,
      databaseInsightsMode: settings.insights,
      tags: args.tags,
    },
    { ...options, dependsOn: parts.first },
  );
}

function masterPassword(args: PostgresInstanceArgs): Partial<rds.InstanceArgs> {
  if (args.rotatedMaster)
    return { passwordWo: pulumi.secret(args.rotatedMaster.initialPassword), passwordWoVersion: 1 };
  return { manageMasterUserPassword: true, masterUserSecretKmsKeyId: pulumi.output(args.secretsKey).arn };
}
