import * as pulumi from "@pulumi/pulumi";
import { replication, type ReplicationSource, type ReplicationTarget } from "./replication";
import { replicationAlarms } from "./replication-alarms";

/** What a bucket with a copy is told of it. */
interface WatchedReplication {
  /** Absent: nothing is copied. */
  target: ReplicationTarget | undefined;
  /** Id of the replication rule, which also names its metrics. */
  ruleId: string;
  /** Absent: no alarms. */
  alarmTopicArn: pulumi.Input<string> | undefined;
  tags: pulumi.Input<Record<string, pulumi.Input<string>>> | undefined;
}

/** Copies every object, and watches over it. Gives the ARN of the role that copies; empty without a target. */
export function watchedReplication(
  name: string,
  source: ReplicationSource,
  { target, ruleId, alarmTopicArn, tags }: WatchedReplication,
  parent: pulumi.Resource,
): pulumi.Output<string> {
  if (target === undefined) return pulumi.output("");
  const { role } = replication(name, source, target, ruleId, parent);
  if (alarmTopicArn !== undefined) {
    replicationAlarms(name, source.bucket, target.bucketArn, ruleId, alarmTopicArn, tags, parent);
  }
  return role.arn;
}
