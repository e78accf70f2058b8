import * as cloudwatch from "@pulumi/aws/cloudwatch";
import type * as ecs from "@pulumi/aws/ecs";
import * as pulumi from "@pulumi/pulumi";
import type { ServiceTaskArgs } from "./task-args";

/** What is told of a run. */
export enum RunEvent {
  Started = "started",
  Failed = "failed",
}

/** Who hears of runs. */
export interface RunAlertArgs extends Pick<ServiceTaskArgs, "cluster"> {
  readonly alarmTopicArn?: pulumi.Input<string>;
}

const details: Record<RunEvent, { readonly description: string; readonly detail: Record<string, unknown> }> = {
  [RunEvent.Started]: { description: "started", detail: { lastStatus: ["RUNNING"], desiredStatus: ["RUNNING"] } },
  // A container that never started has no exit code, and so the reason counts too.
  [RunEvent.Failed]: {
    description: "ended in an error",
    detail: {
      lastStatus: ["STOPPED"],
      $or: [
        { containers: { exitCode: [{ "anything-but": [0] }] } },
        { stopCode: ["TaskFailedToStart", "SpotInterruption", "TerminationNotice"] },
      ],
    },
  },
};

/** Tells the topic of runs, with what EventBridge knows of them: ARNs, times and exit codes, never their output. */
export function createRunAlert(
  name: string,
  { cluster, alarmTopicArn }: RunAlertArgs,
  taskDefinition: ecs.TaskDefinition,
  event: RunEvent,
  tags: pulumi.Output<Record<string, string>>,
  parent: pulumi.Resource,
): void {
  if (alarmTopicArn === undefined) return;
  const { description, detail } = details[event];
  const eventPattern = pulumi
    .all([cluster.clusterArn, taskDefinition.arnWithoutRevision])
    .apply(([clusterArn, family]) =>
      JSON.stringify({
        source: ["aws.ecs"],
        "detail-type": ["ECS Task State Change"],
        detail: { clusterArn: [clusterArn], taskDefinitionArn: [{ prefix: `${family}:` }], ...detail },
      }),
    );
  const rule = new cloudwatch.EventRule(
    `${name}-${event}`,
    { description: `A run of ${name} ${description}`, eventPattern, tags },
    { parent },
  );
  new cloudwatch.EventTarget(
    `${name}-${event}`,
    { rule: rule.name, arn: alarmTopicArn, targetId: "alarm-topic" },
    { parent },
  );
}
