import type * as pulumi from "@pulumi/pulumi";
import type { ServiceTaskArgs, ServiceTier } from "./task-args";

/** Arguments of {@link MigrationTask}. */
export interface MigrationTaskArgs extends ServiceTaskArgs {
  /** Tier of the task: its subnets and its tag. Default `App`. Read while the graph is built. */
  tier?: ServiceTier;
  /** Topic that hears of a run that ended in an error, without its output. Default none. */
  alarmTopicArn?: pulumi.Input<string>;
}
