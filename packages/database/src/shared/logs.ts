import * as cloudwatch from "@pulumi/aws/cloudwatch";
import { auditRetentionDays } from "@hipaa-aws/foundation";
import * as pulumi from "@pulumi/pulumi";
import type { DatabaseKey } from "./types";

/** What the log groups are made from. */
export interface LogGroupArgs {
  /** The logs that the engine exports, by RDS's names of them. */
  logs: readonly string[];
  /** What RDS puts before the name of a log, for example `/aws/rds/instance/<identifier>`. */
  prefix: pulumi.Input<string>;
  logsKey: pulumi.Input<DatabaseKey>;
  tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
  /** The Region of the database, where it is not the provider's. */
  region?: pulumi.Input<string>;
}

/**
 * The log groups of the exports. RDS fixes their names and would create them itself, without key and without end, so
 * they are made before the database. They are audit records (45 CFR 164.312(b)): kept six years (164.316(b)(2)(i))
 * and left in the account when the stack is destroyed.
 */
export function createLogGroups(
  name: string,
  args: LogGroupArgs,
  options: pulumi.CustomResourceOptions,
): cloudwatch.LogGroup[] {
  return args.logs.map((log) =>
    createAuditLogGroup(`${name}-${log}`, { ...args, name: pulumi.interpolate`${args.prefix}/${log}` }, options),
  );
}

/** One log group of audit records. */
export function createAuditLogGroup(
  logicalName: string,
  args: Omit<LogGroupArgs, "logs" | "prefix"> & { name: pulumi.Input<string> },
  options: pulumi.CustomResourceOptions,
): cloudwatch.LogGroup {
  return new cloudwatch.LogGroup(
    logicalName,
    {
      name: args.name,
      kmsKeyId: pulumi.output(args.logsKey).arn,
      retentionInDays: auditRetentionDays,
      skipDestroy: true,
      region: args.region,
      tags: pulumi.output(args.tags).apply((own) => ({ "hipaa:purpose": "audit", ...own })),
    },
    options,
  );
}
