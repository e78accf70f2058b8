import * as cloudwatch from "@pulumi/aws/cloudwatch";
import { auditRetentionDays } from "@hipaa-aws/foundation";
import * as pulumi from "@pulumi/pulumi";
import type { PostgresInstanceArgs } from "./args";

/** The logs that RDS for PostgreSQL exports: the server log with the pgaudit records, upgrades, failed IAM sign-ins. */
export const exportedLogs = ["postgresql", "upgrade", "iam-db-auth-error"] as const;

/**
 * The log groups of the exports. RDS fixes their names and would create them itself, without key and without end, so
 * they are made before the instance. They are audit records (45 CFR 164.312(b)): kept six years (164.316(b)(2)(i))
 * and left in the account when the stack is destroyed.
 */
export function createLogGroups(
  name: string,
  args: PostgresInstanceArgs,
  identifier: pulumi.Input<string>,
  options: pulumi.CustomResourceOptions,
): cloudwatch.LogGroup[] {
  return exportedLogs.map(
    (log) =>
      new cloudwatch.LogGroup(
        `${name}-${log}`,
        {
          name: pulumi.interpolate`/aws/rds/instance/${identifier}/${log}`,
          kmsKeyId: pulumi.output(args.logsKey).arn,
          retentionInDays: auditRetentionDays,
          skipDestroy: true,
          tags: pulumi.output(args.tags).apply((own) => ({ "hipaa:purpose": "audit", ...own })),
        },
        options,
      ),
  );
}
