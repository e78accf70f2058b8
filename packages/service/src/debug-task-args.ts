import type * as pulumi from "@pulumi/pulumi";
import type { FargateServiceKey, ServiceTaskArgs, ServiceTier } from "./task-args";

/** Where the sessions of a cluster are logged; `ServiceCluster` fits. */
export interface DebugTaskSessions {
  /** ARN of the log group of the sessions, as the cluster's configuration names it. */
  sessionLogGroupArn: pulumi.Input<string>;
}

/** Arguments of {@link DebugTask}. `command` is the component's own: it waits until the time is over. */
export interface DebugTaskArgs extends ServiceTaskArgs {
  /** Tier of the task: its subnets and its tag. Default `App`. Read while the graph is built. */
  tier?: ServiceTier;
  /** The cluster's session log, for example the `ServiceCluster`. */
  sessions: DebugTaskSessions;
  /** Key that encrypts the sessions, as the cluster's configuration names it: `logsKey` of the `ServiceCluster`. */
  sessionsKey: pulumi.Input<FargateServiceKey>;
  /** Minutes after which a run ends by itself, 5 to 480. Default 60. */
  maxMinutes?: number;
  /** Topic that hears of every start. Needed: a session into PHI that nobody hears of is none that was allowed. */
  alarmTopicArn: pulumi.Input<string>;
}
