import type * as pulumi from "@pulumi/pulumi";
import { FailoverRecords, healthMetricRegions, type PublicEdge } from "@hipaa-aws/edge";
import type { HipaaWebApplicationArgs } from "./args";
import { ownInRegion, type RegionalArgument } from "./own-region";

/** The name that this Region has together with the other one, where there is such. */
export function sharedNames({ failover }: HipaaWebApplicationArgs): string[] {
  return failover ? [failover.domainName] : [];
}

/** Creates the records that send callers to the recovery Region, where this application is the one to make them. */
export function createFailover(
  name: string,
  args: HipaaWebApplicationArgs,
  { dnsName, zoneId }: PublicEdge,
  alarmTopicArn: pulumi.Output<string>,
  parent: pulumi.Resource,
): void {
  const { failover, domainName: ownName, hostedZoneId, tags } = args;
  if (failover?.secondary === undefined) return;
  const { domainName, secondary, healthPath, failureThreshold, fastChecks } = failover;
  new FailoverRecords(
    `${name}-failover`,
    {
      domainName,
      hostedZoneId,
      primary: { dnsName, zoneId, domainName: ownName },
      secondary,
      healthPath,
      failureThreshold,
      fastChecks,
      alarmTopicArn: failover.alarmTopicArn ?? ownInRegion(name, alarmTopicArn, topicOfMetrics, parent),
      tags,
    },
    { parent },
  );
}

/** Alarms on health reach topics in one Region alone. */
const topicOfMetrics: RegionalArgument = {
  argument: "failover.alarmTopicArn",
  regionIn: (partition) => healthMetricRegions[partition],
  why: (region) => `Route 53 keeps its metrics in ${region}`,
  mend: (region) => `Give a topic of ${region}`,
};
