import * as cloudwatch from "@pulumi/aws/cloudwatch";
import type * as pulumi from "@pulumi/pulumi";
import { awsEnvironment, type ArgumentChecks } from "@hipaa-aws/foundation";
import type { WafArgs } from "./waf-args";

const mostBlocked = 1_000_000_000;

/** Checks the threshold of the alarm, which is of no use without somebody to tell. */
export function blockedThreshold(
  checks: ArgumentChecks,
  args: WafArgs & { alarmTopicArn?: pulumi.Input<string> },
): number | undefined {
  const { blockedRequestsAlarm } = args;
  if (blockedRequestsAlarm === undefined) return undefined;
  checks.integer("blockedRequestsAlarm", blockedRequestsAlarm, 1, mostBlocked);
  if (args.alarmTopicArn === undefined) {
    checks.fail("blockedRequestsAlarm", "is given without alarmTopicArn, so nobody is told", "Give alarmTopicArn too");
  }
  return blockedRequestsAlarm;
}

/** Alarm on an attack that AWS WAF is stopping. */
export function blockedRequestsAlarm(
  name: string,
  threshold: number,
  topicArn: pulumi.Input<string>,
  place: { region?: pulumi.Input<string> },
  parent: pulumi.Resource,
): void {
  // Metrics of web ACLs for CloudFront name no Region.
  const region: Record<string, pulumi.Input<string>> = place.region === undefined
    ? { Region: awsEnvironment(parent).region }
    : {};
  new cloudwatch.MetricAlarm(
    `${name}-blocked-requests`,
    {
      ...place,
      alarmDescription: `AWS WAF blocks ${String(threshold)} requests or more in five minutes to ${name}.`,
      namespace: "AWS/WAFV2",
      metricName: "BlockedRequests",
      dimensions: { WebACL: `${name}-waf`, Rule: "ALL", ...region },
      statistic: "Sum",
      period: 300,
      evaluationPeriods: 1,
      comparisonOperator: "GreaterThanOrEqualToThreshold",
      threshold,
      treatMissingData: "notBreaching",
      alarmActions: [topicArn],
    },
    { parent },
  );
}
