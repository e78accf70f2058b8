import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as pulumi from "@pulumi/pulumi";
import type { AnalyticsWarehouseArgs } from "./analytics-warehouse-args";
import type { AnalyticsWarehouseSettings } from "./analytics-warehouse-settings";

/** Connections, changes of users, and statements. */
export const auditLogs = ["connectionlog", "useractivitylog", "userlog"];

// Amazon Redshift would make them by itself, without a key and for ever.
/** The log groups of the audit log, under the names that Amazon Redshift gives them. */
export function createAuditLogs(
  name: string,
  args: AnalyticsWarehouseArgs,
  settings: AnalyticsWarehouseSettings,
  path: string,
  parent: pulumi.Resource,
): cloudwatch.LogGroup[] {
  return auditLogs.map(
    (log) =>
      new cloudwatch.LogGroup(
        `${name}-${log}`,
        {
          name: `${path}/${settings.identifier}/${log}`,
          kmsKeyId: pulumi.output(args.logsKey).arn,
          retentionInDays: settings.logRetentionDays,
          tags: args.tags,
        },
        { parent },
      ),
  );
}
