import * as rds from "@pulumi/aws/rds";
import * as pulumi from "@pulumi/pulumi";
import { primaryInputs } from "../shared/instance-inputs";
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
      ...primaryInputs(args, settings, parts),
      engine: args.engine,
      engineLifecycleSupport: preset.extendedSupport ? "open-source-rds-extended-support-disabled" : undefined,
      licenseModel: settings.license,
      instanceClass: args.instanceClass ?? preset.instanceClass,
      port: preset.port,
      parameterGroupName: parameterGroup.name,
      optionGroupName: createOptionGroup(name, args, settings, parts, options).name,
      manageMasterUserPassword: true,
      masterUserSecretKmsKeyId: pulumi.output(args.secretsKey).arn,
      iamDatabaseAuthenticationEnabled: preset.iamSignIn ? true : undefined,
      enabledCloudwatchLogsExports: [...preset.logs],
      tags: args.tags,
    },
    { ...options, dependsOn: parts.first },
  );
}
