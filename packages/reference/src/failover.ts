import * as pulumi from "@pulumi/pulumi";
import { FailoverRecords, healthMetricRegions, type PublicEdge } from "@hipaa-aws/edge";
import { awsEnvironment, checksFor } from "@hipaa-aws/foundation";
import type { HipaaWebApplicationArgs } from "./args";

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
      alarmTopicArn: failover.alarmTopicArn ?? ownTopic(name, alarmTopicArn, parent),
      tags,
    },
    { parent },
  );
}

/** The application's own topic, which alarms on health reach in one Region alone. */
function ownTopic(name: string, alarmTopicArn: pulumi.Output<string>, parent: pulumi.Resource): pulumi.Output<string> {
  const { partition, region } = awsEnvironment(parent);
  return pulumi.all([alarmTopicArn, partition, region]).apply(([topicArn, ownPartition, ownRegion]) => {
    const metrics = healthMetricRegions[ownPartition];
    if (metrics === undefined || metrics === ownRegion) return topicArn;
    return checksFor("HipaaWebApplication", name).fail(
      "failover.alarmTopicArn",
      `is missing, and the application is in ${ownRegion}: Route 53 keeps its metrics in ${metrics}`,
      `Give a topic of ${metrics}`,
    );
  });
}
