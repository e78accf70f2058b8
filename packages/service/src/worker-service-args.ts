import type * as pulumi from "@pulumi/pulumi";
import type { FargateServiceKey, ServiceTaskArgs, ServiceTier } from "./task-args";

/** The queue that a worker works off; `PhiQueue` fits. */
export interface WorkerServiceQueue {
  queueArn: pulumi.Input<string>;
  queueName: pulumi.Input<string>;
}

/** Arguments of {@link WorkerService}. */
export interface WorkerServiceArgs extends ServiceTaskArgs {
  /** Tier of the worker: its subnets and its tag. Default `App`. Read while the graph is built. */
  tier?: ServiceTier;
  /**
   * The queue that the worker works off, for example a `PhiQueue`. It brings the permission to consume, and scaling by
   * backlog. Default none: the worker scales on CPU alone.
   */
  queue?: WorkerServiceQueue;
  /** Key of the queue, for example `KeyRing.messaging`, usable through Amazon SQS only. Needed with `queue`. */
  queueKey?: pulumi.Input<FargateServiceKey>;
  /**
   * Messages in the queue for each task that scaling aims at: the longest wait that is acceptable, divided by the time one
   * message takes. Default 100. Needs `queue`.
   */
  backlogPerTask?: number;
  /** Tasks at first; autoscaling then moves the number and later updates leave it alone. Default `minCount`. */
  desiredCount?: number;
  /** Fewest tasks. Default 2, one in each of two zones. */
  minCount?: number;
  /** Most tasks. Default twice `minCount`. */
  maxCount?: number;
  /** Percentage of the CPU that scaling aims at, 10 to 90. Default 60. */
  cpuPercent?: number;
  /** Percentage of the memory that scaling aims at, 10 to 90. Default none. */
  memoryPercent?: number;
  /**
   * Share of the tasks beyond `minCount` that runs on Fargate Spot, as a weight against 1 on demand. Default 0. What a
   * stopped task had received comes back to the queue. The cluster must allow it (`fargateSpot`).
   */
  spotWeight?: number;
  /** Names of alarms that roll a deployment back, for example on the age of messages. Default none. */
  rollbackAlarmNames?: pulumi.Input<string>[];
  /** ARN of the Lambda function that verifies images before tasks start, as for `FargateService`. Default none. */
  imageVerifierArn?: pulumi.Input<string>;
  /** Topic that alarms notify. Default none, and then no alarms. */
  alarmTopicArn?: pulumi.Input<string>;
}
