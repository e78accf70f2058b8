import type * as autoscaling from "@pulumi/aws/autoscaling";
import type * as pulumi from "@pulumi/pulumi";
import { createAlarm } from "./alarms";
import type { InstanceTierArgs } from "./instance-tier-args";

/** Alarms on instances that are used up or that AWS finds unwell. Memory and volumes are what the agent measures. */
export function createInstanceAlarms(
  name: string,
  { alarmTopicArn }: InstanceTierArgs,
  group: autoscaling.Group,
  tags: pulumi.Output<Record<string, string>>,
  parent: pulumi.Resource,
): void {
  if (alarmTopicArn === undefined) return;
  const common = { namespace: "AWS/EC2", dimensions: { AutoScalingGroupName: group.name } };
  createAlarm(name, alarmTopicArn, tags, parent, {
    ...common,
    suffix: "cpu-alarm",
    description: `Instances of ${name} stay above 90 percent CPU, so scaling no longer helps`,
    metricName: "CPUUtilization",
    statistic: "Average",
    threshold: 90,
    periods: 15,
    breaching: 15,
  });
  createAlarm(name, alarmTopicArn, tags, parent, {
    ...common,
    suffix: "status-alarm",
    description: `Instances of ${name} fail the status checks of EC2`,
    metricName: "StatusCheckFailed",
    statistic: "Maximum",
    threshold: 1,
    periods: 5,
    breaching: 3,
  });
  for (const [suffix, metricName, what] of [
    ["memory-alarm", "mem_used_percent", "memory"],
    ["disk-alarm", "disk_used_percent", "a volume"],
  ] as const) {
    createAlarm(name, alarmTopicArn, tags, parent, {
      ...common,
      namespace: "CWAgent",
      suffix,
      description: `Instances of ${name} have 90 percent of ${what} in use`,
      metricName,
      statistic: "Maximum",
      threshold: 90,
      periods: 15,
      breaching: 15,
    });
  }
}
