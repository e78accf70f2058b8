import * as rds from "@pulumi/aws/rds";
import * as pulumi from "@pulumi/pulumi";
import type { PostgresInstanceArgs } from "./args";
import type { Settings } from "./settings";
import { primaryInputs } from "./shared/instance-inputs";

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
  return new rds.Instance(
    name,
    {
      ...primaryInputs(args, settings, parts),
      engine: "postgres",
      engineLifecycleSupport: "open-source-rds-extended-support-disabled",
      instanceClass: args.instanceClass ?? "db.m7g.large",
      port: postgresPort,
      parameterGroupName: parts.parameterGroupName,
      ...masterPassword(args),
      iamDatabaseAuthenticationEnabled: true,
      enabledCloudwatchLogsExports: [...postgresLogs],
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
