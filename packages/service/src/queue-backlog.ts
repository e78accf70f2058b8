import type * as ecs from "@pulumi/aws/ecs";
import type * as pulumi from "@pulumi/pulumi";
import type { ScalingTarget } from "./scaling";
import type { WorkerServiceArgs } from "./worker-service-args";

/**
 * Messages that wait, divided by the tasks that run: what says how long a message waits, where the number of messages
 * alone does not. Without a running task the whole backlog counts as that of one. Source: "Create a target tracking
 * scaling policy for Application Auto Scaling using metric math".
 */
export function backlogTargets(args: WorkerServiceArgs, backlogPerTask: number, service: ecs.Service): ScalingTarget[] {
  const { queue, cluster } = args;
  if (queue === undefined) return [];
  return [
    {
      suffix: "backlog",
      value: backlogPerTask,
      metric: {
        customizedMetricSpecification: {
          metrics: [
            measured("waiting", "Sum", "AWS/SQS", "ApproximateNumberOfMessagesVisible", {
              QueueName: queue.queueName,
            }),
            // Published by the Container Insights that ServiceCluster turns on.
            measured("running", "Average", "ECS/ContainerInsights", "RunningTaskCount", {
              ClusterName: cluster.clusterName,
              ServiceName: service.name,
            }),
            {
              id: "backlog",
              label: "Messages for each task",
              expression: "waiting / IF(FILL(running, 0) > 0, running, 1)",
              returnData: true,
            },
          ],
        },
      },
    },
  ];
}

function measured(
  id: string,
  stat: string,
  namespace: string,
  metricName: string,
  dimensions: Readonly<Record<string, pulumi.Input<string>>>,
) {
  return {
    id,
    metricStat: {
      metric: {
        namespace,
        metricName,
        dimensions: Object.entries(dimensions).map(([name, value]) => ({ name, value })),
      },
      stat,
    },
    returnData: false,
  };
}
