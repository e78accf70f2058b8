import * as rds from "@pulumi/aws/rds";
import * as pulumi from "@pulumi/pulumi";
import { certificateAuthority } from "../postgres-version";
import { DatabaseInsights } from "../shared/types";
import type { DatabaseInstanceArgs } from "./args";
import { oracleTlsPort } from "./oracle";
import type { EngineSettings } from "./settings";
import { auditRetentionHours, type AuditUpload } from "./sql-server";

/** What the instance is wired to. */
export interface EngineParts {
  identifier: pulumi.Input<string>;
  subnetGroupName: pulumi.Input<string>;
  securityGroupId: pulumi.Input<string>;
  monitoringRoleArn: pulumi.Input<string>;
  /** For SQL Server only. */
  auditUpload?: AuditUpload;
  /** Log groups and policies that have to be there first. */
  first: pulumi.Resource[];
}

/** TLS and audit where the engine has them as options: the audit plugin, Oracle's encryption, SQL Server Audit. */
export function createOptionGroup(
  name: string,
  args: DatabaseInstanceArgs,
  settings: EngineSettings,
  parts: EngineParts,
  options: pulumi.CustomResourceOptions,
): rds.OptionGroup {
  const { auditUpload } = parts;
  const audit =
    auditUpload && args.sqlServer
      ? [
          {
            optionName: "SQLSERVER_AUDIT",
            optionSettings: [
              { name: "IAM_ROLE_ARN", value: auditUpload.role.arn },
              {
                name: "S3_BUCKET_ARN",
                value: pulumi.interpolate`${args.sqlServer.auditBucket.bucketArn}/${settings.auditPrefix ?? ""}`,
              },
              { name: "ENABLE_COMPRESSION", value: "true" },
              { name: "RETENTION_TIME", value: String(auditRetentionHours) },
            ],
          },
        ]
      : [];
  return new rds.OptionGroup(
    name,
    {
      optionGroupDescription: "Encrypted connections and audit",
      engineName: args.engine,
      majorEngineVersion: settings.major,
      options: [
        ...settings.options.map(({ optionName, settings: given }) => ({
          optionName,
          ...(optionName === "SSL"
            ? { port: oracleTlsPort, vpcSecurityGroupMemberships: [parts.securityGroupId] }
            : {}),
          optionSettings: Object.entries(given).map(([setting, value]) => ({ name: setting, value })),
        })),
        ...audit,
      ],
      tags: args.tags,
    },
    { ...options, dependsOn: auditUpload ? [auditUpload.attachment] : [] },
  );
}

/** The database. What is not read from `settings` or `args` here is the same in every environment. */
export function createEngineInstance(
  name: string,
  args: DatabaseInstanceArgs,
  settings: EngineSettings,
  parts: EngineParts,
  options: pulumi.CustomResourceOptions,
): rds.Instance {
  const { preset } = settings;
  const key = pulumi.output(args.key).arn;
  const parameterGroup = new rds.ParameterGroup(
    name,
    {
      description: "Encrypted connections, audit, and no PHI in the logs",
      family: settings.family,
      parameters: settings.parameters,
      tags: args.tags,
    },
    options,
  );
  return new rds.Instance(
    name,
    {
      identifier: parts.identifier,
      engine: args.engine,
      engineVersion: settings.engineVersion,
      engineLifecycleSupport: preset.extendedSupport ? "open-source-rds-extended-support-disabled" : undefined,
      licenseModel: settings.license,
      autoMinorVersionUpgrade: true,
      allowMajorVersionUpgrade: false,
      instanceClass: args.instanceClass ?? preset.instanceClass,
      dbName: settings.databaseName,
      port: preset.port,
      parameterGroupName: parameterGroup.name,
      optionGroupName: createOptionGroup(name, args, settings, parts, options).name,
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
      manageMasterUserPassword: true,
      masterUserSecretKmsKeyId: pulumi.output(args.secretsKey).arn,
      iamDatabaseAuthenticationEnabled: preset.iamSignIn ? true : undefined,

      backupRetentionPeriod: settings.backupRetentionDays,
      backupWindow: settings.backupWindow,
      maintenanceWindow: settings.maintenanceWindow,
      deleteAutomatedBackups: false,
      copyTagsToSnapshot: true,
      deletionProtection: settings.deletionProtection,
      skipFinalSnapshot: false,
      finalSnapshotIdentifier: pulumi.interpolate`${parts.identifier}-final`,

      enabledCloudwatchLogsExports: [...preset.logs],
      monitoringInterval: 60,
      monitoringRoleArn: parts.monitoringRoleArn,
      performanceInsightsEnabled: true,
      performanceInsightsKmsKeyId: key,
      // The advanced mode asks for 15 months; the standard mode takes seven days without charge.
      performanceInsightsRetentionPeriod: settings.insights === DatabaseInsights.Advanced ? 465 : 7,
      databaseInsightsMode: settings.insights,
      tags: args.tags,
    },
    { ...options, dependsOn: parts.first },
  );
}
