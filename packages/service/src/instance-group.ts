import * as autoscaling from "@pulumi/aws/autoscaling";
import type * as cloudwatch from "@pulumi/aws/cloudwatch";
import type * as ec2 from "@pulumi/aws/ec2";
import type * as lb from "@pulumi/aws/lb";
import * as pulumi from "@pulumi/pulumi";
import type { InstancePlan } from "./instance-plan";
import type { InstanceTierArgs } from "./instance-tier-args";
import { serviceSubnets } from "./task-placement";

/** What the group is made of. */
export interface InstanceGroupParts {
  readonly template: ec2.LaunchTemplate;
  readonly targetGroup: lb.TargetGroup;
  readonly alarms: cloudwatch.MetricAlarm[];
  /** Instances that start before these exist can neither be managed nor reached. */
  readonly before: pulumi.Resource[];
}

const daySeconds = 86_400;

/**
 * The group: two zones, replaced when the load balancer finds it unwell, when its template changes and when it grows old,
 * new before old. A refresh that sets off an alarm goes back to the template before.
 */
export function createInstanceGroup(
  name: string,
  args: InstanceTierArgs,
  plan: InstancePlan,
  { template, targetGroup, alarms, before }: InstanceGroupParts,
  tags: pulumi.Output<Record<string, string>>,
  parent: pulumi.Resource,
): autoscaling.Group {
  const alarmNames = [...alarms.map((alarm) => alarm.name), ...(args.rollbackAlarmNames ?? [])];
  return new autoscaling.Group(
    name,
    {
      vpcZoneIdentifiers: serviceSubnets(args.network, plan.tier),
      // By number, so that a refresh can go back to the one before.
      launchTemplate: { id: template.id, version: template.latestVersion.apply(String) },
      minSize: plan.minCount,
      maxSize: plan.maxCount,
      desiredCapacity: plan.desiredCount,
      targetGroupArns: [targetGroup.arn],
      healthCheckType: "ELB",
      healthCheckGracePeriod: plan.gracePeriod,
      defaultInstanceWarmup: plan.warmupSeconds,
      maxInstanceLifetime: plan.maxInstanceDays * daySeconds,
      instanceMaintenancePolicy: { minHealthyPercentage: 100, maxHealthyPercentage: 200 },
      instanceRefresh: {
        strategy: "Rolling",
        preferences: {
          minHealthyPercentage: 100,
          maxHealthyPercentage: 200,
          autoRollback: true,
          skipMatching: true,
          ...(alarmNames.length === 0 ? {} : { alarmSpecification: { alarms: alarmNames } }),
        },
      },
      terminationPolicies: ["OldestLaunchTemplate", "OldestInstance"],
      metricsGranularity: "1Minute",
      enabledMetrics: ["GroupDesiredCapacity", "GroupInServiceInstances", "GroupTotalInstances"],
      tags: pulumi
        .output(tags)
        .apply((all) => Object.entries(all).map(([key, value]) => ({ key, value, propagateAtLaunch: true }))),
    },
    // Autoscaling owns the number from the first deployment on.
    { parent, dependsOn: before, ignoreChanges: ["desiredCapacity"] },
  );
}

/** Keeps CPU at its target, and requests per instance where the load balancer is named. */
export function createInstanceScaling(
  name: string,
  args: InstanceTierArgs,
  plan: InstancePlan,
  group: autoscaling.Group,
  targetGroup: lb.TargetGroup,
  parent: pulumi.Resource,
): void {
  const follow = (
    suffix: string,
    targetValue: number,
    predefinedMetricSpecification: { predefinedMetricType: string; resourceLabel?: pulumi.Input<string> },
  ) =>
    new autoscaling.Policy(
      `${name}-scaling-${suffix}`,
      {
        autoscalingGroupName: group.name,
        policyType: "TargetTrackingScaling",
        targetTrackingConfiguration: { predefinedMetricSpecification, targetValue },
      },
      { parent },
    );
  follow("cpu", plan.cpuPercent, { predefinedMetricType: "ASGAverageCPUUtilization" });
  const loadBalancer = args.loadBalancer.loadBalancerArnSuffix;
  if (loadBalancer === undefined) return;
  follow("requests", plan.requestsPerTarget, {
    predefinedMetricType: "ALBRequestCountPerTarget",
    resourceLabel: pulumi.interpolate`${loadBalancer}/${targetGroup.arnSuffix}`,
  });
}
