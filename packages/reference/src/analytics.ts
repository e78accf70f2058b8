import type * as pulumi from "@pulumi/pulumi";
import { AnalyticsWarehouse, AnalyticsWarehouseKind } from "@hipaa-aws/data-services";
import type { ArgumentChecks } from "@hipaa-aws/foundation";
import type { FargateServiceConnectionArgs, FargateServiceGrantArgs } from "@hipaa-aws/service";
import type { HipaaWebApplicationArgs } from "./args";
import type { DataSurroundings } from "./data-options";
import { zonesOf } from "./existing-network";

/** Refuses what the other kind of warehouse has. */
export function checkAnalytics(checks: ArgumentChecks, args: HipaaWebApplicationArgs): void {
  const { analytics } = args;
  if (analytics?.serverless !== true) {
    for (const argument of ["baseCapacity", "maxCapacity"] as const) {
      if (analytics?.[argument] === undefined) continue;
      checks.fail(`analytics.${argument}`, "is given for a cluster", "Remove it, or set analytics.serverless");
    }
    return;
  }
  for (const argument of ["nodeType", "nodes", "multiAz"] as const) {
    if (analytics[argument] === undefined) continue;
    checks.fail(`analytics.${argument} and analytics.serverless`, "contradict each other", "Leave one of them out");
  }
  if ((zonesOf(args) ?? 3) < 3) {
    checks.fail(
      `analytics.serverless and ${args.existingNetwork === undefined ? "network" : "existingNetwork"}.availabilityZones`,
      "do not fit: a serverless warehouse needs three zones",
      "Give the network three zones, or leave analytics.serverless out",
    );
  }
}

/** Creates the warehouse, which nobody reaches but whom a door is opened for. */
export function createAnalytics(
  name: string,
  args: HipaaWebApplicationArgs,
  { network, keys, alarmTopicArn }: DataSurroundings,
  parent: pulumi.Resource,
): AnalyticsWarehouse | undefined {
  if (args.analytics === undefined) return undefined;
  const { serverless = false, appAccess: _, ...size } = args.analytics;
  const { deletionProtection = true, tags } = args;
  return new AnalyticsWarehouse(
    `${name}-analytics`,
    {
      ...size,
      // The alarms are those of a cluster.
      ...(serverless ? { kind: AnalyticsWarehouseKind.Serverless } : { alarmTopicArn }),
      network,
      availabilityZones: zonesOf(args),
      key: keys.database,
      secretsKey: keys.secrets,
      logsKey: keys.logs,
      deletionProtection,
      tags,
    },
    { parent },
  );
}

/** Sign-in by IAM, where the app tier may. */
export function analyticsGrants(
  { analytics }: HipaaWebApplicationArgs,
  warehouse: AnalyticsWarehouse,
): FargateServiceGrantArgs[] {
  if (analytics?.appAccess !== true) return [];
  const actions = analytics.serverless
    ? ["redshift-serverless:GetCredentials"]
    : ["redshift:GetClusterCredentialsWithIAM"];
  return [{ name: "SignInToAnalytics", actions, resources: [warehouse.signInArn] }];
}

/** The way to the warehouse, where the app tier may. */
export function analyticsConnections(
  { analytics }: HipaaWebApplicationArgs,
  { securityGroupId, port }: AnalyticsWarehouse,
): FargateServiceConnectionArgs[] {
  return analytics?.appAccess === true ? [{ name: "analytics", securityGroupId, port }] : [];
}

/** Names and addresses, where the app tier may. */
export function analyticsEnvironment(
  { analytics }: HipaaWebApplicationArgs,
  { address, port, databaseName, identifier }: AnalyticsWarehouse,
): Record<string, pulumi.Input<string>> {
  if (analytics?.appAccess !== true) return {};
  return {
    ANALYTICS_HOST: address,
    ANALYTICS_PORT: port.apply(String),
    ANALYTICS_DATABASE: databaseName,
    ANALYTICS_NAME: identifier,
  };
}

/** Endpoint of the service that gives credentials. */
export function analyticsEndpoints({ analytics }: HipaaWebApplicationArgs): string[] {
  if (analytics?.appAccess !== true) return [];
  return [analytics.serverless ? "redshift-serverless" : "redshift"];
}

/** The port, where the app tier may. */
export function analyticsPorts({ analytics }: HipaaWebApplicationArgs): number[] {
  return analytics?.appAccess === true ? [5439] : [];
}
