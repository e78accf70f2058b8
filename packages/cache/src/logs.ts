import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as pulumi from "@pulumi/pulumi";
import type { CacheArgs } from "./args";

/** The logs that ElastiCache delivers. Both are about running the cache; it keeps no record of who read what. */
export const deliveredLogs = ["slow-log", "engine-log"] as const;

/**
 * A year, not the six of audit records: the slow log quotes commands with their keys and values, and PHI is kept no
 * longer than its use (45 CFR 164.502(b)).
 */
const retentionInDays = 365;

/**
 * The log groups, under the prefix that AWS asks for in delivered logs: elsewhere each delivery adds to one account
 * policy of limited size. Source: CloudWatch Logs User Guide, "Enable logging from AWS services".
 */
export function createLogGroups(
  name: string,
  args: CacheArgs,
  baseName: pulumi.Input<string>,
  options: pulumi.CustomResourceOptions,
): Record<(typeof deliveredLogs)[number], cloudwatch.LogGroup> {
  const create = (log: string) =>
    new cloudwatch.LogGroup(
      `${name}-${log}`,
      {
        name: pulumi.interpolate`/aws/vendedlogs/elasticache/${baseName}/${log}`,
        kmsKeyId: pulumi.output(args.logsKey).arn,
        retentionInDays,
        tags: args.tags,
      },
      options,
    );
  return { "slow-log": create("slow-log"), "engine-log": create("engine-log") };
}
